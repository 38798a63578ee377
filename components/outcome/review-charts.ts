import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import type {
  BoundedAmount,
  ChartAmount,
  StackedYears,
  YearLines,
} from "#formats/chart/chart-spec.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";

/** The years of the scope that has most of them, the earliest first: scopes are never joined by a line. */
function longestScope(reviews: readonly FootageReview[]): FootageReview[] {
  const scopes = [...new Set(reviews.map(({ scope }) => scope))]
    .map((scope) => reviews.filter((review) => review.scope === scope))
    .sort((a, b) => b.length - a.length);
  return (scopes[0] ?? []).toSorted((a, b) => a.year - b.year);
}

/** Every year between the first and the last: one that nobody counted is drawn as a gap. */
function yearsOf(reviews: readonly FootageReview[]): { year: number; review?: FootageReview }[] {
  const [first, last] = [reviews[0], reviews.at(-1)];
  if (!first || !last) return [];
  return Array.from({ length: last.year - first.year + 1 }, (_, index) => {
    const year = first.year + index;
    const review = reviews.find((one) => one.year === year);
    return review ? { year, review } : { year };
  });
}

/** What a title tells: the latest whole year, or else the latest; the years are in their order. */
function lastWhole(years: readonly FootageReview[]): FootageReview | undefined {
  return headlineReview(years.toReversed());
}

/** Requests of each year: those that found something, those that did not, those whose result nobody gives. */
export function requestsChart(
  reviews: readonly FootageReview[],
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const own = longestScope(reviews);
  const [first, last] = [own[0], own.at(-1)];
  const told = lastWhole(own);
  if (own.length < 2 || !first || !last || !told) return undefined;
  const { t, charts, locale, scopes } = words;
  const title = t("requests.title", {
    number: wordNumber(locale, told.requested),
    year: String(told.year),
    before: wordNumber(locale, first.requested),
    first: String(first.year),
  });
  const spec: StackedYears = {
    form: "stacked-years",
    id: "requests",
    name: title,
    description: t("requests.description", { from: String(first.year), to: String(last.year) }),
    axis: { locale, unit: "" },
    parts: [
      { label: t("requests.relevant"), role: "data-1" },
      { label: t("requests.without"), role: "data-2" },
      { label: t("requests.withheld"), role: "data-4" },
      { label: t("requests.unknown"), role: "data-5" },
    ],
    years: yearsOf(own).map(({ year, review }) => ({
      label: String(year),
      partial: monthsOf(review, words),
      amounts: partsOf(review, words),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("requests.subtitle", {
      from: String(first.year),
      to: String(last.year),
      scope: scopes(last.scope),
    }),
    note: t("requests.note"),
    source: sourceOf(last, city, words),
    tableWords: tableWordsOf(charts, t("items.year"), t("requests.unit")),
    definition: "/methodology#protected-reviews",
  };
}

function monthsOf(review: FootageReview | undefined, { t }: OutcomeWords): string | undefined {
  return review?.months !== undefined && review.months < 12
    ? t("months", { months: review.months })
    : undefined;
}

function partsOf(review: FootageReview | undefined, { t, locale }: OutcomeWords): ChartAmount[] {
  const amount = (value: number): ChartAmount => ({ value, words: wordNumber(locale, value) });
  if (!review) return Array.from({ length: 4 }, () => ({ silence: t("silent") }));
  const { requested, relevant, relevantIsWithheld, unknown = 0 } = review;
  if (relevant !== undefined) {
    const without = Math.max(0, requested - unknown - relevant);
    return [amount(relevant), amount(without), amount(0), amount(unknown)];
  }
  // Not nought: whether they were of use is not said, and all are in one of the last two parts.
  const why = relevantIsWithheld ? t("requests.withheld") : t("requests.unknown");
  const silent: ChartAmount = { silence: why, isCountedElsewhere: true };
  const all = amount(requested);
  return [silent, silent, ...(relevantIsWithheld ? [all, amount(0)] : [amount(0), all])];
}

/** Share of requests that found something, year by year, within its interval. */
export function ratesChart(
  reviews: readonly FootageReview[],
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const own = longestScope(reviews);
  const rated = own.filter(({ rate }) => rate !== undefined);
  const last = lastWhole(rated);
  const [first] = own;
  if (rated.length < 2 || !last?.rate || !first) return undefined;
  const { t, charts, locale, scopes } = words;
  const title = t("rates.title", {
    share: wordShare(locale, last.rate.value, 0),
    low: wordShare(locale, last.rate.low, 0),
    high: wordShare(locale, last.rate.high, 0),
    year: String(last.year),
  });
  const spec: YearLines = {
    form: "year-lines",
    id: "rates",
    name: title,
    description: t("rates.description", { from: String(first.year), to: String(last.year) }),
    axis: { locale, unit: "%" },
    steps: yearsOf(own).map(({ year, review }) =>
      review?.months !== undefined && review.months < 12
        ? t("use.partial", { year: String(year), months: review.months })
        : String(year),
    ),
    series: [
      {
        label: t("rates.series"),
        role: "data-1",
        points: yearsOf(own).map(({ review }) => rateOf(review, words)),
      },
    ],
  };
  return {
    spec,
    title,
    subtitle: t("rates.subtitle", {
      from: String(first.year),
      to: String(own.at(-1)?.year ?? last.year),
      scope: scopes(last.scope),
    }),
    note: [t("rates.note"), ...unknownNote(last, words)].join(" "),
    source: sourceOf(last, city, words),
    tableWords: tableWordsOf(charts, t("items.year"), t("rates.unit")),
    definition: "/methodology#wilson-interval",
  };
}

/** What the latest share would be had none of the unknown results been of use, and had all. */
function unknownNote({ bounds, year }: FootageReview, { t, locale }: OutcomeWords): string[] {
  if (!bounds) return [];
  const [low, high] = [wordShare(locale, bounds.low), wordShare(locale, bounds.high)];
  return [t("rates.noteUnknown", { low, high, year: String(year) })];
}

function rateOf(review: FootageReview | undefined, { t, locale }: OutcomeWords): BoundedAmount {
  if (!review?.rate) return { words: t("silent") };
  const { value, low, high } = review.rate;
  const { bounds } = review;
  const interval = {
    share: wordShare(locale, value),
    low: wordShare(locale, low),
    high: wordShare(locale, high),
  };
  return {
    value: 100 * value,
    low: 100 * low,
    high: 100 * high,
    words: bounds
      ? t("rates.bounded", {
          ...interval,
          worstLow: wordShare(locale, bounds.low),
          worstHigh: wordShare(locale, bounds.high),
        })
      : t("rates.value", interval),
  };
}

function sourceOf({ wording }: FootageReview, city: ChartedCity, { t }: OutcomeWords): string {
  return t("source", { wording, city: city.name, release: String(city.release) });
}
