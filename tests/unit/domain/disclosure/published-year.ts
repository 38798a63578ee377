import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import {
  outcomeYearFamily,
  type PublishedOutcome,
  publishOutcomeYear,
} from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { type Reader, readerOf } from "./reader.ts";

export const k = 5;
const solver: LinearProgramSolver = await loadHighsSolver();

export type Release = { rows: readonly OutcomeRow[]; outcomes: readonly PublishedOutcome[] };

/** Publishes rows of 2022 after the releases before them, or says that nothing new is told. */
export function publish(
  rows: readonly OutcomeRow[],
  before: readonly Release[] = [],
  companions: readonly (readonly OutcomeRow[])[] = [],
  isOver = true,
): PublishedOutcome[] | "held" | "withheld" {
  const asked = (given: readonly OutcomeRow[]) => ({
    funnel: "footage-review" as const,
    year: 2022,
    isOver,
    rows: new Map([[2022, given]]),
    companions,
  });
  const earlier = before.map((release) => ({
    family: outcomeYearFamily(asked(release.rows)),
    published: new Map(
      release.outcomes.map(
        ({ place: { areaKind, areaCode, period, category, result }, ...one }) => [
          [areaKind, areaCode, period, category, result].map((part) => part ?? "").join("|"),
          one.state === "published"
            ? { state: one.state, count: one.value ?? Number.NaN }
            : { state: one.state },
        ],
      ),
    ),
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
