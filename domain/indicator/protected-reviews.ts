import type { CellState } from "#domain/disclosure/cell-state.ts";
import { countOf } from "#domain/disclosure/read-cell.ts";
import { usualLevel } from "#domain/statistics/interval-bounds.ts";
import { type CountedPeriod, isPartOfYear } from "./counted-period.ts";
import type { FootageReview } from "./footage-review.ts";
import { unknownResults } from "./protected-counts.ts";
import { shareOfKnown, wilsonOf } from "./share-of-known.ts";

/** A protected cell of one area, all categories together. */
export type ProtectedTotal = {
  readonly definition: string;
  readonly funnel: string;
  readonly stage: string;
  readonly wording: string;
  readonly scope: string;
  readonly year: number;
  /** "2022", or "2022-07" for a month of the city. */
  readonly period: string;
  readonly result: string | null;
  readonly state: CellState;
  readonly value: number | null;
  readonly sourceIds: readonly number[];
  /** The part of the year that the cell counts. */
  readonly counted: CountedPeriod;
};

export type ProtectedReviews = {
  /** Years whose number of requests may be read, the latest first. */
  readonly reviews: readonly FootageReview[];
  /** Years whose number of requests is withheld. */
  readonly withheldYears: readonly number[];
};

/**
 * Requests for recorded footage and how many found something, per year, for one area, from what disclosure control lets
 * be read.
 *
 * Unit: requests. Rate = requests with relevant footage ÷ requests whose result is known; interval: Wilson, 95 %. Where some
 * results are not known, the bounds say what the rate would be if none of them were of use and if all were. A rate
 * inherits the state of its numerator: where that is withheld there is none. Where no result is given per request, a later
 * stage counts those that contributed.
 */
export function protectedReviews(totals: readonly ProtectedTotal[]): ProtectedReviews {
  const groups = new Map<string, ProtectedTotal[]>();
  for (const total of totals) {
    if (total.funnel !== "footage-review") continue;
    const key = `${total.year}\u0000${total.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), total]);
  }
  const years = [...groups.values()].flatMap((group) => {
    const asked = yearOf(group, "requested");
    return asked ? [{ group, asked, requested: countOf(asked) }] : [];
  });
  return {
    reviews: years
      .flatMap(({ group, asked, requested }) =>
        requested === undefined ? [] : [reviewOf(group, asked, requested)],
      )
      .sort((a, b) => b.year - a.year || b.requested - a.requested),
    withheldYears: years
      .filter(({ asked }) => asked.state === "withheld")
      .map(({ asked }) => asked.year)
      .sort((a, b) => b - a),
  };
}

function reviewOf(
  group: readonly ProtectedTotal[],
  asked: ProtectedTotal,
  requested: number,
): FootageReview {
  const own = group.filter(({ definition }) => definition === asked.definition);
  const { year, scope, wording, sourceIds, counted } = asked;
  const isByMonth = own.some(({ period }) => period.length === 7);
  return {
    year,
    period: { from: counted.from, to: counted.to },
    scope,
    wording,
    requested,
    ...resultsOf(group, asked, requested),
    months: isByMonth || isPartOfYear(counted) ? counted.months : undefined,
    unknownCells: 0,
    sourceIds,
  };
}

type Results = Pick<
  FootageReview,
  "relevant" | "relevantIsWithheld" | "unknown" | "rate" | "bounds"
>;

/** How many found something, from the results of the requests or else from a later stage, and of how many it is known. */
function resultsOf(
  group: readonly ProtectedTotal[],
  asked: ProtectedTotal,
  requested: number,
): Results {
  const ofYear = group.filter(
    ({ definition, period }) => definition === asked.definition && period.length === 4,
  );
  const found = ofYear.find(({ result }) => result === "relevant-found");
  const source = found ?? (hasResults(ofYear) ? undefined : yearOf(group, "contributed"));
  const unknown = found && unknownResults(asked, ofYear);
  const count = source && isSamePeriod(asked, source) ? countOf(source) : undefined;
  const share = shareOf(count, requested, unknown ?? 0);
  return {
    // Where no result is known, none is known to have found something: that is no zero.
    relevant: requested > 0 && unknown === requested ? undefined : count,
    ...(source?.state === "withheld" ? { relevantIsWithheld: true } : {}),
    unknown,
    ...(share ?? { rate: undefined, bounds: undefined }),
  };
}

function shareOf(
  part: number | undefined,
  whole: number,
  unknown: number,
): Pick<FootageReview, "rate" | "bounds"> | undefined {
  const share = part === undefined ? undefined : shareOfKnown(part, whole, unknown);
  if (part === undefined || typeof share !== "object") return undefined;
  const rate = { value: share.observed, ...wilsonOf(part, share), level: usualLevel };
  return { rate, bounds: unknown > 0 ? share.bounds : undefined };
}

/** A later stage that counts other months than the requests is no part of them. */
function isSamePeriod({ counted: asked }: ProtectedTotal, { counted }: ProtectedTotal): boolean {
  return asked.from === counted.from && asked.to === counted.to;
}

/** The review that a page opens with: the latest of a whole year, or else the latest. */
export function headlineReview(reviews: readonly FootageReview[]): FootageReview | undefined {
  return reviews.find(({ months }) => months === undefined || months === 12) ?? reviews[0];
}

function yearOf(group: readonly ProtectedTotal[], stage: string): ProtectedTotal | undefined {
  return group.find(
    (total) => total.stage === stage && total.result === null && total.period.length === 4,
  );
}

function hasResults(cells: readonly ProtectedTotal[]): boolean {
  return cells.some(({ result }) => result !== null);
}
