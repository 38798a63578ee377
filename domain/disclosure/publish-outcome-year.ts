import { hoursWatchedStage } from "#domain/outcome/funnel-stages.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import { buildOutcomeFamily } from "./build-outcome-family.ts";
import type { CellState, PublishedCell } from "./cell-state.ts";
import { type CountBand, countBand } from "./count-band.ts";
import { publishQuarters } from "./district-quarters.ts";
import type { LinearProgramSolver } from "./linear-program-solver.ts";
import type { EarlierPublication } from "./link-earlier-publications.ts";
import type { StandingStage } from "./link-stages.ts";
import {
  type CountQuestion,
  type OutcomeCounts,
  type OutcomeRow,
  outcomeCounts,
} from "./outcome-counts.ts";
import type { OutcomeFamily, OutcomePlace } from "./outcome-family.ts";
import { type FamilyLog, protectOutcomeFamily } from "./protect-outcome-family.ts";
import { publicationGrid } from "./publication-grid.ts";
import { isReadableOverThreeYears, isSmallCell } from "./small-cell-rule.ts";
import { areLinked } from "./stage-links.ts";

/** One cell as everybody reads it. A camera's year of events has a band in the place of its count. */
export type PublishedOutcome = {
  readonly place: OutcomePlace;
  readonly state: CellState;
  readonly value?: number;
  readonly band?: CountBand;
};

export type OutcomeYear = {
  readonly funnel: OutcomeDefinition["funnel"];
  readonly year: number;
  /** False while the year goes on or has only just ended (`isYearOver`). */
  readonly isOver: boolean;
  /** Rows of the definition and scope by year: recorded crime is judged over three. */
  readonly rows: ReadonlyMap<number, readonly OutcomeRow[]>;
  /**
   * Rows of the same year, funnel and scope that count other stages of the same events: where they count a few, a zero
   * here would say how each of them ended (attack 6).
   */
  readonly companions?: readonly (readonly OutcomeRow[])[];
  readonly earlier: readonly EarlierPublication[];
  /** The stage that is counted, and what stands published of the others of the same funnel, scope and year. */
  readonly stage?: string;
  readonly standing?: readonly StandingStage[];
};

export type YearPublication =
  | {
      readonly kind: "published";
      readonly outcomes: readonly PublishedOutcome[];
      readonly log: FamilyLog;
    }
  | { readonly kind: "held" | "withheld" };

const rule = publicationGrid["city × year × category × outcome"];
const crimeRule = publicationGrid["district × year × recorded crime"];

/** Smallest readable count: 5, and 6 for police-recorded facts. */
export function thresholdOf(funnel: OutcomeDefinition["funnel"]): number {
  return funnel === "recorded-offences" ? crimeRule.threshold : rule.threshold;
}

/** Rows whose period ended long enough ago to be published: three months before the day. */
export function ripeRows(rows: readonly OutcomeRow[], day: string): OutcomeRow[] {
  return rows.filter(({ periodTo }) => addMonths(periodTo, rule.delayMonths) <= day);
}

/** True once every month of a year could be published: three months after its end. */
export function isYearOver(year: number, day: string): boolean {
  return addMonths(`${year}-12-31`, rule.delayMonths) <= day;
}

/** The tables of a year with all that ties them, from the rows that are ripe. */
export function outcomeYearFamily({
  funnel,
  year,
  isOver,
  rows,
  companions = [],
}: Omit<OutcomeYear, "earlier" | "stage" | "standing">): OutcomeFamily {
  const threshold = thresholdOf(funnel);
  return buildOutcomeFamily(outcomeCounts(rows.get(year) ?? []), {
    year,
    isOver,
    threshold,
    isTellingZero: besideSmallCounts(companions, threshold),
    isReadable: funnel === "recorded-offences" ? overThreeYears(rows, year) : () => true,
  });
}

/**
 * Everything that the public reads of one definition, scope and year.
 *
 * Unit: events. City and districts by Algorithm S, the quarters of the districts when each of them is readable, the years
 * of cameras as bands. Hours of watching are no events and concern no person: those of a camera's year are given as
 * counted, and no shorter time of it. What is not published because a finer table had to be given up is withheld, like a hidden cell.
 */
export function publishOutcomeYear(
  asked: OutcomeYear,
  solver: LinearProgramSolver,
): YearPublication {
  const threshold = thresholdOf(asked.funnel);
  const whole = outcomeYearFamily(asked);
  const { funnel, stage = "", earlier } = asked;
  const standing = (asked.standing ?? []).filter((other) => areLinked(funnel, stage, other.stage));
  const own = standing.length === 0 ? undefined : { funnel, stage, standing };
  const result = protectOutcomeFamily(whole, earlier, { threshold, solver }, own);
  if (result.kind !== "published") return result;
  const counts = outcomeCounts(asked.rows.get(asked.year) ?? []);
  const outcomes = whole.cells
    .filter(({ internal }) => !internal)
    .map(({ id, place }) => ofCell(place, result.cells.get(id) ?? { state: "withheld" }));
  const quarters = publishQuarters(counts, { year: asked.year, threshold }, result.cells, [
    ...earlier,
    ...standing,
  ]);
  return {
    kind: "published",
    outcomes: [...outcomes, ...whole.silent, ...quarters, ...camerasOf(counts, asked)],
    log: result.log,
  };
}

function ofCell(place: OutcomePlace, cell: PublishedCell): PublishedOutcome {
  return cell.state === "published"
    ? { place, state: cell.state, value: cell.count }
    : { place, state: cell.state };
}

/** A year of a camera that is over, all categories together, as a band or in hours. Never by month. */
function camerasOf(
  counts: OutcomeCounts,
  { funnel, stage, year, isOver }: Pick<OutcomeYear, "funnel" | "stage" | "year" | "isOver">,
): PublishedOutcome[] {
  if (!isOver) return [];
  const isInHours = funnel === hoursWatchedStage.funnel && stage === hoursWatchedStage.stage;
  return counts.areas.flatMap((area): PublishedOutcome[] => {
    if (!area.startsWith("camera ")) return [];
    const place: OutcomePlace = {
      table: isInHours ? "camera-hours" : "camera-year",
      areaKind: "camera",
      areaCode: area.slice("camera ".length),
      period: String(year),
      category: null,
      result: null,
    };
    const found = counts.count({ area, category: null, result: null, period: String(year) });
    if (found.kind === "withheld") return [{ place, state: "withheld" }];
    if (found.kind !== "known") return [{ place, state: "not-available" }];
    if (found.count === 0) return [{ place, state: "zero" }];
    return isInHours
      ? [{ place, state: "published", value: found.count }]
      : [{ place, state: "published", band: countBand(found.count) }];
  });
}

/** A zero beside 1 to k − 1 events of another stage, for the same area, period, category and result. */
function besideSmallCounts(companions: readonly (readonly OutcomeRow[])[], threshold: number) {
  const stages = companions.map(outcomeCounts);
  return (question: CountQuestion) =>
    stages.some((stage) => {
      const found = stage.count(question);
      return found.kind === "known" && isSmallCell(found.count, threshold);
    });
}

/**
 * SSMSI's rule over the year and the two before it; over the first three years where there are fewer before. Fewer than
 * three known years are held to it one by one.
 */
function overThreeYears(rows: OutcomeYear["rows"], year: number) {
  const first = Math.min(...rows.keys());
  const last = Math.max(year, first + 2);
  const window = [last - 2, last - 1, last].map((one) => ({
    period: String(one),
    counts: outcomeCounts(rows.get(one) ?? []),
  }));
  return (area: string, category: string | null) => {
    const known = window.flatMap(({ counts, period }) => {
      const found = counts.count({ area, category, result: null, period });
      return found.kind === "known" ? [found.count] : [];
    });
    const [a = 0, b = a, c = a] = known;
    return isReadableOverThreeYears([a, b, c]);
  };
}

function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return last.toISOString().slice(0, 10);
}
