import type { MovingFigure } from "#domain/indicator/moving-figures.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import {
  type CameraDifference,
  compareCameras,
  compareReleases,
  type KindDifference,
} from "./compare-releases.ts";
import { loadMovingFigures } from "./load-moving-figures.ts";
import type { ReleaseDraft } from "./release-draft.ts";

/** What publishing a draft would change for the reader. */
export type DraftDifferences = {
  kinds: readonly KindDifference[];
  cameras: CameraDifference;
  figures: readonly MovingFigure[];
};

/** Once its counts were judged, in the same transaction: what moves is said of what will be read, never of what was counted. */
export async function describeDraft(
  sql: ReadSql,
  city: City,
  draft: ReleaseDraft,
): Promise<DraftDifferences> {
  const { base, newest } = draft;
  return {
    kinds: await compareReleases(sql, city.id, base, newest),
    cameras: await compareCameras(sql, city.id, base, newest),
    figures: await loadMovingFigures(sql, city, base, { number: newest, current: true }),
  };
}
