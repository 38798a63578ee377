import type { MovingFigure } from "#domain/indicator/moving-figures.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  type CameraDifference,
  compareCameras,
  compareReleases,
  type KindDifference,
} from "#persistence/release/compare-releases.ts";
import {
  type Correction,
  correctedKinds,
  listCorrections,
} from "#persistence/release/list-corrections.ts";
import {
  countJudgedYears,
  listReleaseImports,
  type ReleaseImport,
} from "#persistence/release/list-release-imports.ts";
import { loadMovingFigures } from "#persistence/release/load-moving-figures.ts";
import { listReleases, type ReleaseRow } from "#persistence/release-queries.ts";

export type ReleasePage = {
  /** As of the release. */
  city: City;
  release: ReleaseRow;
  /** The release before it; undefined for the first. */
  previous: ReleaseRow | undefined;
  kinds: KindDifference[];
  cameras: CameraDifference;
  figures: MovingFigure[];
  corrections: Correction[];
  imports: ReleaseImport[];
  /** Years of counts that were judged against every earlier release. */
  judgedYears: number;
};

/** What one release changed for the reader, and why. */
export function getReleasePage(slug: string, number: number): Promise<ReleasePage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, number);
    if (!city) return undefined;
    const [release, previous] = await listReleases(sql, city.id, 2, number);
    if (!release) return undefined;
    const before = previous?.number ?? 0;
    return {
      city,
      release,
      previous,
      kinds: await compareReleases(sql, city.id, before, number),
      cameras: await compareCameras(sql, city.id, before, number),
      figures: await figuresMoved(sql, city, before),
      corrections: await correctionsOf(sql, city.id, number),
      imports: await listReleaseImports(sql, city.id, before, number),
      judgedYears: await countJudgedYears(sql, city.id, number),
    };
  });
}

/** None at the first release: it says figures, it does not revise them. */
async function figuresMoved(sql: ReadSql, city: City, before: number): Promise<MovingFigure[]> {
  if (before === 0) return [];
  return loadMovingFigures(sql, city, before, releaseOf(city));
}

async function correctionsOf(sql: ReadSql, cityId: number, number: number): Promise<Correction[]> {
  const found: Correction[] = [];
  for (const kind of correctedKinds)
    found.push(...(await listCorrections(sql, cityId, kind, { from: number, to: number })));
  return found;
}
