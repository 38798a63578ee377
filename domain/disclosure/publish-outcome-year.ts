import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import { buildOutcomeFamily } from "./build-outcome-family.ts";
import { type CellState, type PublishedCell, publishCell } from "./cell-state.ts";
import type { CountBand } from "./count-band.ts";
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
import { cellId, type OutcomeFamily, type OutcomePlace } from "./outcome-family.ts";
import { type FamilyLog, protectOutcomeFamily } from "./protect-outcome-family.ts";
import {
  cameraTable,
  mayBePublishedBelowCity,
  publicationGrid,
  publicationMethod,
} from "./publication-grid.ts";
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
  /** What is counted, in its producer's words: some offences are published for no part of the city. */
  readonly named?: string;
  /** District of each camera, as the register gives it to everybody. */
  readonly cameraDistricts?: ReadonlyMap<string, string>;
  /**
   * The stage that is counted, and what stands published of the others of the same funnel, scope and year, and of the same
   * stage in another scope or by another definition.
   */
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
export function ripeRows<Row extends Pick<OutcomeRow, "periodTo">>(
  rows: readonly Row[],
  day: string,
): Row[] {
  return rows.filter(({ periodTo }) => isRipe(periodTo, day));
}

/** True once every month of a year could be published: three months after its end. */
export function isYearOver(year: number, day: string): boolean {
  return isRipe(`${year}-12-31`, day);
}

/** Counts of events have one delay, whatever table they stand in. */
function isRipe(periodTo: string, day: string): boolean {
  const months = monthsBetween(periodTo, day);
  return publicationMethod("city × year × category × outcome", months) !== "none";
}

/** True of a definition that counts offences of which a district or a camera would name the victims. */
function isOfCityAlone({ named = "" }: Pick<OutcomeYear, "named">): boolean {
  return !mayBePublishedBelowCity(named);
}

/** What the grid makes of the years of cameras in a stage, once its delay has run. */
function methodOfCameras(asked: Pick<OutcomeYear, "funnel" | "stage" | "named">) {
  const { funnel, stage = "" } = asked;
  if (isOfCityAlone(asked)) return "none";
  return publicationMethod(cameraTable({ funnel, stage }), Number.POSITIVE_INFINITY);
}

/** The tables of a year with all that ties them, from the rows that are ripe. */
export function outcomeYearFamily(asked: Omit<OutcomeYear, "earlier" | "standing">): OutcomeFamily {
  const { funnel, year, isOver, rows, companions = [], cameraDistricts = new Map() } = asked;
  const threshold = thresholdOf(funnel);
  return buildOutcomeFamily(outcomeCounts(rows.get(year) ?? []), {
    year,
    isOver,
    isOfCityAlone: isOfCityAlone(asked),
    threshold,
    isTellingZero: besideSmallCounts(companions, threshold),
    isReadable: funnel === "recorded-offences" ? overThreeYears(rows, year) : () => true,
    ...(methodOfCameras(asked) === "bands" ? { cameraDistricts } : {}),
  });
}

/**
 * Everything that the public reads of one definition, scope and year.
 *
 * Unit: events. City and districts by Algorithm S, the quarters of the districts when each of them is readable, the years
 * of cameras as bands, of the stages that the grid names, beside all of these. Hours of watching are no events and concern no person: those of a camera's year are given as
 * counted, and no shorter time of it. What is not published because a finer table had to be given up is withheld, like a hidden cell.
 */
export function publishOutcomeYear(
  asked: OutcomeYear,
  solver: LinearProgramSolver,
): YearPublication {
  const threshold = thresholdOf(asked.funnel);
  const whole = outcomeYearFamily(asked);
  const { funnel, stage = "", earlier, cameraDistricts } = asked;
  const standing = (asked.standing ?? []).filter(
    (other) => other.stage === stage || areLinked(funnel, stage, other.stage),
  );
  const own = standing.length === 0 ? undefined : { funnel, stage, standing, cameraDistricts };
  const options = { threshold, solver, ...(cameraDistricts ? { cameraDistricts } : {}) };
  const result = protectOutcomeFamily(whole, earlier, options, own);
  if (result.kind !== "published") return result;
  const counts = outcomeCounts(asked.rows.get(asked.year) ?? []);
  const outcomes = whole.cells
    .filter(({ internal }) => !internal)
    .map(({ id, place }) => ofCell(place, result.cells.get(id) ?? { state: "withheld" }));
  const quarters = isOfCityAlone(asked)
    ? []
    : publishQuarters(counts, { year: asked.year, threshold }, result.cells, [
        ...earlier,
        ...standing,
      ]);
  return {
    kind: "published",
    outcomes: [
      ...outcomes,
      ...whole.silent,
      ...quarters,
      ...camerasOf(counts, asked, result.bands),
    ],
    log: result.log,
  };
}

function ofCell(place: OutcomePlace, cell: PublishedCell): PublishedOutcome {
  return cell.state === "published"
    ? { place, state: cell.state, value: cell.count }
    : { place, state: cell.state };
}

/** A year of a camera that is over, all categories together, as a band or in hours. Never by month, nor of another stage. */
function camerasOf(
  counts: OutcomeCounts,
  asked: Pick<OutcomeYear, "funnel" | "stage" | "named" | "year" | "isOver">,
  bands: ReadonlyMap<string, CountBand>,
): PublishedOutcome[] {
  const method = methodOfCameras(asked);
  if (!asked.isOver || method === "none") return [];
  return counts.areas
    .filter((area) => area.startsWith("camera "))
    .map((area) => {
      const place: OutcomePlace = {
        table: method === "exact" ? "camera-hours" : "camera-year",
        areaKind: "camera",
        areaCode: area.slice("camera ".length),
        period: String(asked.year),
        category: null,
        result: null,
      };
      const found = counts.count({ area, category: null, result: null, period: place.period });
      if (found.kind === "withheld") return { place, state: "withheld" };
      if (found.kind !== "known") return { place, state: "not-available" };
      return method === "exact"
        ? ofCell(place, publishCell(found.count, false))
        : ofBand(place, bands.get(cellId(place)));
    });
}

function ofBand(place: OutcomePlace, band: CountBand | undefined): PublishedOutcome {
  if (band === undefined) return { place, state: "withheld" };
  return band.to === 0 ? { place, state: "zero" } : { place, state: "published", band };
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

/** Months from the end of a period's month that have run out on a day. */
function monthsBetween(periodTo: string, day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const [endYear = 0, endMonth = 1] = periodTo.split("-").map(Number);
  const isLast = dayOfMonth === new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (year - endYear) * 12 + month - endMonth - (isLast ? 0 : 1);
}
