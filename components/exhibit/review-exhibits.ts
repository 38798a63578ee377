import { knownResults, wordUnknownResults } from "#components/outcome/review-words.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import type { ChartAmount, RangeDots, StackedYears } from "#formats/chart/chart-spec.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { silence } from "./camera-exhibits.ts";
import {
  aboutCity,
  type ExhibitWords,
  knownText,
  sourceWords,
  tableWords,
} from "./exhibit-words.ts";

/** What the exhibits on footage are made from. Reviews: one per year and scope, the latest first. */
export type ReviewsOfCity = {
  city: { name: string; fictional: boolean };
  reviews: readonly FootageReview[];
  sources: readonly PrintedSource[];
};

/** Share of the requests for footage that found something, in the latest year, with its interval. */
export function usefulShareExhibit(page: ReviewsOfCity, words: ExhibitWords): Exhibit {
  const { t, locale } = words;
  const about = aboutCity(page.city, words);
  const title = t("home.figures.relevant");
  const review = headlineReview(page.reviews);
  if (!review) return silence(about, title, words);
  const { rate } = review;
  const period = wordPeriod(locale, review.period);
  return {
    ...about,
    title,
    subtitle: t("exhibit.unit.share", { period }),
    shown: {
      form: "number",
      words: rate ? wordShare(locale, rate.value) : t("home.figures.resultUnknown"),
      isSilent: !rate,
      ...(rate ? { value: rate.value, low: rate.low, high: rate.high } : {}),
    },
    notes: [
      t("home.figures.relevantCaveat", {
        hasRate: rate ? "yes" : "no",
        relevant: wordNumber(locale, review.relevant ?? 0),
        requested: wordNumber(locale, knownResults(review)),
        period,
        low: rate ? wordShare(locale, rate.low) : "",
        high: rate ? wordShare(locale, rate.high) : "",
      }),
      ...unknownNotes(review, words),
      t("exhibit.note.useful"),
    ],
    sources: sourceWords(page.sources, review.sourceIds, words),
  };
}

/** The same share, every year; a year without a known result keeps its line and its word. */
export function usefulSharesExhibit(page: ReviewsOfCity, words: ExhibitWords): Exhibit | undefined {
  const { t, locale } = words;
  const series = mainSeries(page.reviews);
  const latest = headlineReview(series.filter(({ rate }) => rate).reverse());
  if (!latest?.rate) return undefined;
  const title = t("outcomes.finding.relevant", {
    requested: wordNumber(locale, knownResults(latest)),
    period: wordPeriod(locale, latest.period),
    share: wordShare(locale, latest.rate.value, 0),
  });
  const spec: RangeDots = {
    form: "range-dots",
    id: "useful-shares",
    name: title,
    description: t("exhibit.description.usefulShares", { years: series.length }),
    axis: { locale, unit: "%", per: 0.01 },
    rows: series.map(({ rate, period }) => ({
      label: wordPeriod(locale, period),
      ...(rate
        ? {
            value: rate.value,
            low: rate.low,
            high: rate.high,
            words: shareInterval(rate, locale),
          }
        : { words: t("home.figures.resultUnknown") }),
    })),
  };
  return {
    ...aboutCity(page.city, words),
    title,
    subtitle: t("exhibit.unit.shares", spanOf(series)),
    shown: { form: "chart", spec, tableWords: tableWords(words, t("exhibit.columns.period")) },
    notes: [...scopeNotes(series, words), ...unknownNotes(latest, words), t("exhibit.note.useful")],
    sources: sourcesOf(page, series, words),
  };
}

/** How many requests, every year, and how many found something. */
export function requestsExhibit(page: ReviewsOfCity, words: ExhibitWords): Exhibit | undefined {
  const { t, locale } = words;
  const series = mainSeries(page.reviews);
  const latest = headlineReview(series.toReversed());
  if (!latest) return undefined;
  const title = t("exhibit.finding.requests", {
    requested: wordNumber(locale, latest.requested),
    period: wordPeriod(locale, latest.period),
  });
  const spec: StackedYears = {
    form: "stacked-years",
    id: "footage-requests",
    name: title,
    description: t("exhibit.description.requests", { years: series.length }),
    axis: { locale, unit: "" },
    parts: [
      { label: t("exhibit.parts.useful"), role: "data-1" },
      { label: t("exhibit.parts.others"), role: "data-2" },
      { label: t("exhibit.parts.withheld"), role: "data-4" },
      { label: t("exhibit.parts.unknown"), role: "data-5" },
    ],
    years: series.map((review) => ({
      label: String(review.year),
      ...(review.months !== undefined && review.months < 12
        ? { partial: t("outcomes.reviews.months", { months: review.months }) }
        : {}),
      amounts: amountsOf(review, words),
    })),
  };
  return {
    ...aboutCity(page.city, words),
    title,
    subtitle: t("exhibit.unit.requests", spanOf(series)),
    shown: { form: "chart", spec, tableWords: tableWords(words, t("outcomes.year")) },
    notes: [...scopeNotes(series, words), t("exhibit.note.requests")],
    sources: sourcesOf(page, series, words),
  };
}

/** What the results that nobody gives may hide. */
function unknownNotes(review: FootageReview, { t, locale }: ExhibitWords): string[] {
  const said = wordUnknownResults(review, locale, (values) => t("outcomes.reviews.bounds", values));
  return said === undefined ? [] : [said];
}

/** "31 % (28–34)": short enough to stand beside its mark in the narrowest frame. */
function shareInterval(rate: NonNullable<FootageReview["rate"]>, locale: string): string {
  const whole = (share: number) => wordNumber(locale, share * 100);
  return `${wordShare(locale, rate.value, 0)} (${whole(rate.low)}–${whole(rate.high)})`;
}

/** What is not known of a year's requests is their result: the year is as high as its total, and no higher. */
function amountsOf(review: FootageReview, { t, locale }: ExhibitWords): ChartAmount[] {
  const { requested, relevant, relevantIsWithheld, unknown = 0 } = review;
  const amount = (value: number) => ({ value, words: wordNumber(locale, value) });
  if (relevant !== undefined) {
    const without = Math.max(requested - unknown - relevant, 0);
    return [amount(relevant), amount(without), amount(0), amount(unknown)];
  }
  const why = relevantIsWithheld ? t("exhibit.parts.withheld") : t("home.figures.resultUnknown");
  const silent: ChartAmount = { silence: why, isCountedElsewhere: true };
  const all = amount(requested);
  return [silent, silent, ...(relevantIsWithheld ? [all, amount(0)] : [amount(0), all])];
}

/** One review per year, the earliest first: those of the scope that the latest year counts most of. */
function mainSeries(reviews: readonly FootageReview[]): FootageReview[] {
  const scope = reviews[0]?.scope;
  return reviews.filter((review) => review.scope === scope).sort((a, b) => a.year - b.year);
}

function spanOf(series: readonly FootageReview[]): Record<"from" | "to", string> {
  return { from: String(series[0]?.year ?? ""), to: String(series.at(-1)?.year ?? "") };
}

function scopeNotes(series: readonly FootageReview[], words: ExhibitWords): string[] {
  const { scope = "" } = series[0] ?? {};
  if (scope === "") return [];
  return [words.t("exhibit.note.scope", { scope: knownText(words, "scopes", scope) })];
}

function sourcesOf(
  page: ReviewsOfCity,
  series: readonly FootageReview[],
  words: ExhibitWords,
): string[] {
  return sourceWords(
    page.sources,
    series.flatMap(({ sourceIds }) => sourceIds),
    words,
  );
}
