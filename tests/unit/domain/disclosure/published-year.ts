import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import type { CountBand } from "#domain/disclosure/count-band.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import type { StandingStage } from "#domain/disclosure/link-stages.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import { cellId } from "#domain/disclosure/outcome-family.ts";
import {
  outcomeYearFamily,
  type PublishedOutcome,
  publishOutcomeYear,
} from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { type Reader, readerOf } from "./reader.ts";

export const k = 5;
const solver: LinearProgramSolver = await loadHighsSolver();

function bandsOf(outcomes: readonly PublishedOutcome[]): Map<string, CountBand> {
  return new Map(outcomes.flatMap(({ place, band }) => (band ? [[cellId(place), band]] : [])));
}

function publishedCells(outcomes: readonly PublishedOutcome[]): Map<string, PublishedCell> {
  return new Map(
    outcomes
      .filter(({ band }) => band === undefined)
      .map(({ place, ...one }) => [
        cellId(place),
        one.state === "published"
          ? { state: one.state, count: one.value ?? Number.NaN }
          : { state: one.state },
      ]),
  );
}

export type Release = { rows: readonly OutcomeRow[]; outcomes: readonly PublishedOutcome[] };

/** Cameras of the tests are named by their district: "D0 a". */
export const districtsOfCameras = (rows: readonly OutcomeRow[]): Map<string, string> =>
  new Map(
    rows.flatMap(({ areaKind, areaCode }) =>
      areaKind === "camera" && areaCode?.includes(" ")
        ? [[areaCode, areaCode.slice(0, areaCode.indexOf(" "))]]
        : [],
    ),
  );

/** Publishes rows of 2022 after the releases before them, or says that nothing new is told. */
export function publish(
  rows: readonly OutcomeRow[],
  before: readonly Release[] = [],
  companions: readonly (readonly OutcomeRow[])[] = [],
  isOver = true,
): PublishedOutcome[] | "held" | "withheld" {
  const cameraDistricts = districtsOfCameras(rows);
  const asked = (given: readonly OutcomeRow[]) => ({
    funnel: "footage-review" as const,
    stage: "requested",
    year: 2022,
    isOver,
    cameraDistricts,
    rows: new Map([[2022, given]]),
    companions,
  });
  const earlier = before.map((release) => ({
    family: outcomeYearFamily(asked(release.rows)),
    published: publishedCells(release.outcomes),
    bands: bandsOf(release.outcomes),
  }));
  const result = publishOutcomeYear({ ...asked(rows), earlier }, solver);
  return result.kind === "published" ? [...result.outcomes] : result.kind;
}

export function published(...given: Parameters<typeof publish>): PublishedOutcome[] {
  const outcomes = publish(...given);
  if (typeof outcomes === "string") throw new Error(`nothing was published: ${outcomes}`);
  return outcomes;
}

/** True when a reader can tell neither that the count is below k nor its value to within k. */
export const isSafe = ([low, high]: readonly [number, number]) => high >= k && high - low >= k;
export const read = (outcomes: readonly PublishedOutcome[]): Reader => readerOf(outcomes, solver);

/** A stage of 2022 as it stands published, for another to be judged beside it. */
export function standing(
  stage: string,
  rows: readonly OutcomeRow[],
  outcomes: readonly PublishedOutcome[],
): StandingStage {
  const cameraDistricts = districtsOfCameras(rows);
  const asked = {
    funnel: "footage-review" as const,
    stage,
    year: 2022,
    isOver: true,
    cameraDistricts,
  };
  return {
    key: stage,
    stage,
    family: outcomeYearFamily({ ...asked, rows: new Map([[2022, rows]]) }),
    published: publishedCells(outcomes),
    bands: bandsOf(outcomes),
  };
}
