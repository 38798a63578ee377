import type { CellState } from "#domain/disclosure/cell-state.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";
import type { FootageReview } from "./footage-review.ts";

/** A protected cell of one area, all categories together. */
export type ProtectedTotal = {
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
 * Unit: requests. Rate = requests with relevant footage ÷ requests; interval: Wilson, 95 %. A rate inherits the state of its
 * numerator: where that is withheld there is none. Where no result is given per request, a later stage counts those that
 * contributed.
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
  const found = group.find(
    ({ stage, result }) => stage === "requested" && result === "relevant-found",
  );
  const counted = found ?? (hasResults(group) ? undefined : yearOf(group, "contributed"));
  const relevant = counted && countOf(counted);
  const isShare = relevant !== undefined && requested > 0 && relevant <= requested;
  const { year, scope, wording, sourceIds } = asked;
  const months = group.filter(({ stage, period }) => stage === "requested" && period.length === 7);
  return {
    year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    scope,
    wording,
    requested,
    relevant,
    ...(counted?.state === "withheld" ? { relevantIsWithheld: true } : {}),
    rate: isShare
      ? { value: relevant / requested, ...wilsonInterval(relevant, requested), level: 0.95 }
      : undefined,
    months: months.length > 0 ? months.length : undefined,
    unknownCells: 0,
    sourceIds,
  };
}

function yearOf(group: readonly ProtectedTotal[], stage: string): ProtectedTotal | undefined {
  return group.find(
    (total) => total.stage === stage && total.result === null && total.period.length === 4,
  );
}

function hasResults(group: readonly ProtectedTotal[]): boolean {
  return group.some(({ stage, result }) => stage === "requested" && result !== null);
}

function countOf({ state, value }: ProtectedTotal): number | undefined {
  if (state === "zero") return 0;
  return state === "published" ? (value ?? undefined) : undefined;
}
