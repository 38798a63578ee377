import { type City, findCity } from "#persistence/city-queries.ts";
import { type CreditedCity, listCreditedSources } from "#persistence/credited-sources.ts";
import { readSql, readTransaction } from "#persistence/database.ts";

/** Who must be credited for the facts of one city; undefined when there is no such city. */
export async function getCityCredits(
  slug: string,
): Promise<{ city: City; credits: CreditedCity } | undefined> {
  const [city, [credits]] = await Promise.all([
    readSql((sql) => findCity(sql, slug)),
    readTransaction((database) => listCreditedSources(database, slug)),
  ]);
  return city && credits && { city, credits };
}
