import { type City, findCity, listDistricts, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { readStudies, type ShownStudy } from "#persistence/read-studies.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type EffectsPage = {
  city: City;
  studies: ShownStudy[];
  districts: { code: string; name: string }[];
  /** Year of the inhabitants that sizes are made of. */
  populationYear: number | undefined;
  sources: SourceRow[];
};

/** Every declared study, read together against what may be read of its districts; undefined for no such city or release. */
export function getEffectsPage(slug: string, asked?: number): Promise<EffectsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const { studies, populationYear, sourceIds } = await readStudies(sql, city);
    return {
      city,
      studies,
      districts: (await listDistricts(sql, city.id, releaseOf(city))).map(({ code, name }) => ({
        code,
        name,
      })),
      populationYear,
      sources: await findSources(sql, sourceIds),
    };
  });
}
