import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";

/** Sums of outcome counts for one area. Totals of different grains describe the same events. */
export type AreaTotal = {
  definition: string;
  funnel: string;
  stage: string;
  wording: string;
  scope: string;
  year: number;
  grain: "month" | "quarter" | "year" | "other";
  byCategory: boolean;
  result: string | null;
  state: string;
  value: number | null;
  periods: number;
  periodFrom: string;
  periodTo: string;
  sourceIds: readonly number[];
};

export type FootageReview = {
  year: number;
  period: { from: string; to: string };
  scope: string;
  /** What was counted, in the producer's words. */
  wording: string;
  requested: number;
  /** Requests for which relevant footage was found, or that contributed; undefined when nobody counts them. */
  relevant: number | undefined;
  /** They are counted, and protected: a silence that is not that nobody counts. */
  relevantIsWithheld?: boolean;
  /** Share of requests with relevant footage, 0 to 1, with its Wilson interval. */
  rate: { value: number; low: number; high: number; level: number } | undefined;
  /** Months of the year that were counted, of 12; undefined when the source gives the year at once. */
  months: number | undefined;
  /** Cells that exist and are not known: the totals are then lower bounds. */
  unknownCells: number;
  sourceIds: readonly number[];
};

/**
 * Requests for recorded footage and how many found something, per year, for one area.
 * Rate = requests with relevant footage ÷ requests, both of the same definition and scope; interval: Wilson, 95 %.
 * The numerator is what the source calls relevant or contributing: it is not "cases solved". With no request, or
 * with a part unknown, there is no rate.
 */
export function footageReviews(totals: readonly AreaTotal[]): FootageReview[] {
  const groups = new Map<string, AreaTotal[]>();
  for (const total of totals) {
    if (total.funnel !== "footage-review") continue;
    const key = `${total.year}\u0000${total.scope}`;
    groups.set(key, [...(groups.get(key) ?? []), total]);
  }
  return [...groups.values()]
    .flatMap((group) => summarise(group) ?? [])
    .sort((a, b) => b.year - a.year || b.requested - a.requested);
}

function summarise(group: readonly AreaTotal[]): FootageReview | undefined {
  const asked = coarsest(group.filter((total) => total.stage === "requested"));
  const [first] = asked;
  if (!first) return undefined;
  const relevant = relevantAmong(group, asked);
  const requested = sum(asked);
  const unknownCells = asked.filter((total) => isSilent(total.state)).length;
  const countable =
    relevant !== undefined && requested > 0 && unknownCells === 0 && relevant <= requested;
  return {
    year: first.year,
    period: {
      from: asked.map((total) => total.periodFrom).sort()[0] ?? first.periodFrom,
      to:
        asked
          .map((total) => total.periodTo)
          .sort()
          .at(-1) ?? first.periodTo,
    },
    scope: first.scope,
    wording: first.wording,
    requested,
    relevant,
    rate: countable
      ? { value: relevant / requested, ...wilsonInterval(relevant, requested), level: 0.95 }
      : undefined,
    months: first.grain === "month" ? Math.max(...asked.map((total) => total.periods)) : undefined,
    unknownCells,
    sourceIds: [...new Set(asked.flatMap((total) => total.sourceIds))],
  };
}

/** Either the source gives a result per request, or a later stage counts those that contributed. */
function relevantAmong(
  group: readonly AreaTotal[],
  asked: readonly AreaTotal[],
): number | undefined {
  if (asked.some((total) => total.result !== null)) {
    return sum(asked.filter((total) => total.result === "relevant-found"));
  }
  const contributed = coarsest(group.filter((total) => total.stage === "contributed"));
  const silent = contributed.some((total) => isSilent(total.state));
  return contributed.length === 0 || silent ? undefined : sum(contributed);
}

const grains = ["year", "quarter", "month", "other"];

/** The same events may be given by year and by month, as totals and by category: take one description of them. */
function coarsest(totals: readonly AreaTotal[]): AreaTotal[] {
  const rank = (total: AreaTotal) =>
    (total.byCategory ? grains.length : 0) + grains.indexOf(total.grain);
  const best = Math.min(...totals.map(rank));
  return totals.filter((total) => rank(total) === best);
}

function isSilent(state: string): boolean {
  return !["known", "zero", "declared-zero"].includes(state);
}

function sum(totals: readonly AreaTotal[]): number {
  return totals.reduce((count, total) => count + (total.value ?? 0), 0);
}
