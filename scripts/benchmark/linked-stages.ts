import { auditFamily } from "#domain/disclosure/audit-family.ts";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import { cellId } from "#domain/disclosure/outcome-family.ts";
import {
  outcomeYearFamily,
  type PublishedOutcome,
  publishOutcomeYear,
  thresholdOf,
} from "#domain/disclosure/publish-outcome-year.ts";
import type { BenchmarkRow } from "./row.ts";

const limitSeconds = 10;
const funnel = "footage-review" as const;

/** The rows of a year's two stages, the later of which counts some of the events of the earlier. */
export type TwoStages = { year: number; requested: OutcomeRow[]; contributed: OutcomeRow[] };

/** Two stages of one funnel, the second judged beside the first, over several years; with what is left of their finest table. */
export function measureLinkedStages(
  years: readonly TwoStages[],
  size: string,
  solver: LinearProgramSolver,
): BenchmarkRow {
  const processor = process.cpuUsage();
  const judged = years.map((stages) => judge(stages, solver));
  const { user, system } = process.cpuUsage(processor);
  const seconds = (user + system) / 1e6;
  const threshold = thresholdOf(funnel);
  const verdicts = judged.flat().map(({ log }) => {
    return log && auditFamily(log.attacked, log.hidden, threshold, solver).verdict;
  });
  const safe = verdicts.filter((verdict) => verdict === "protected").length;
  const finest = judged.map((stages) => stages.map(({ outcomes }) => finestOf(outcomes)));
  const kept = finest.filter(([, second]) => (second?.shown ?? 0) > 0).length;
  const shareOf = (stage: number) => {
    const cells = finest.flatMap((stages) => stages[stage] ?? []);
    const sum = (of: "shown" | "all") => cells.reduce((total, one) => total + one[of], 0);
    return `${Math.round((100 * sum("shown")) / sum("all"))} %`;
  };
  return {
    what: `two linked stages of ${size}, seconds of the processor`,
    limit: `≤ ${limitSeconds} s, every year of both protected, the districts by category of the second kept`,
    reached: `${seconds.toFixed(1)} s, ${safe} of ${2 * years.length} protected, ${kept} of ${years.length} kept; readable: ${shareOf(0)} of the first, ${shareOf(1)} of the second`,
    rival: "–",
    ratio: undefined,
    isReached: seconds <= limitSeconds && safe === 2 * years.length && kept === years.length,
  };
}

function judge({ year, requested, contributed }: TwoStages, solver: LinearProgramSolver) {
  const stages = [
    { stage: "requested", rows: requested, others: contributed },
    { stage: "contributed", rows: contributed, others: requested },
  ];
  const familyOf = (rows: OutcomeRow[]) =>
    outcomeYearFamily({ funnel, year, isOver: true, rows: new Map([[year, rows]]) });
  let standing = {
    key: "contributed",
    stage: "contributed",
    family: familyOf(contributed),
    published: new Map<string, PublishedCell>(),
  };
  return stages.map(({ stage, rows, others }) => {
    const result = publishOutcomeYear(
      {
        ...{ funnel, year, isOver: true, stage, earlier: [], standing: [standing] },
        rows: new Map([[year, rows]]),
        companions: [others],
      },
      solver,
    );
    const outcomes = result.kind === "published" ? result.outcomes : [];
    standing = { key: stage, stage, family: familyOf(rows), published: publishedCells(outcomes) };
    return { outcomes, log: result.kind === "published" ? result.log : undefined };
  });
}

function publishedCells(outcomes: readonly PublishedOutcome[]): Map<string, PublishedCell> {
  return new Map(
    outcomes.map(({ place, state, value }): [string, PublishedCell] => [
      cellId(place),
      state === "published" ? { state, count: value ?? Number.NaN } : { state },
    ]),
  );
}

/** Counts and zeros that can be read, of those that there are. */
function finestOf(outcomes: readonly PublishedOutcome[]) {
  const cells = outcomes.filter(({ place }) => place.table === "district-category");
  const shown = cells.filter(({ state }) => state === "published" || state === "zero");
  return { shown: shown.length, all: cells.length };
}
