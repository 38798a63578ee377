import { type ChartedIndicator, indicatorCharts } from "#components/indicator/indicator-charts.ts";
import { caveatsOf } from "#components/indicator/indicator-value.tsx";
import { wordPoint } from "#components/indicator/indicator-words.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { aboutCity, type ExhibitWords, knownText, sourceWords } from "./exhibit-words.ts";
import { offeredExhibit, wordsOf } from "./offered-exhibit.ts";

export type IndicatorOfCity = ChartedIndicator & {
  city: { slug: string; name: string; fictional: boolean; release: number };
  sources: readonly PrintedSource[];
};

/** The latest value of an indicator with its interval and everything it must not be read without, or its silence. */
export function indicatorExhibit(page: IndicatorOfCity, words: ExhibitWords): Exhibit {
  const { indicator, point } = page;
  const own = { locale: words.locale, t: wordsOf(words, "indicators") };
  const item = (part: string) => own.t(`items.${indicator.id}.${part}`);
  const result = point?.result;
  const isKnown = result?.kind === "known";
  const period = point ? wordPeriod(words.locale, point.period) : "";
  return {
    ...aboutCity(page.city, words),
    title: item("name"),
    subtitle: [item("unit"), period].filter(Boolean).join(" · "),
    shown: {
      form: "number",
      words: wordPoint(own, indicator, point),
      isSilent: !isKnown,
      ...(isKnown ? { value: result.value } : {}),
      ...(isKnown && result.interval
        ? { low: result.interval.low, high: result.interval.high }
        : {}),
    },
    notes: [item("definition"), ...caveatsOf(own, indicator, point), item("limits")],
    sources: sourceWords(
      page.sources,
      point ? [...point.numerator.sources, ...point.denominator.sources] : [],
      words,
    ),
  };
}

/** A chart of an indicator: its history, or its districts against chance. */
export function indicatorChartExhibit(
  page: IndicatorOfCity,
  id: string,
  words: ExhibitWords,
): Exhibit | undefined {
  const charts = indicatorCharts(page, {
    locale: words.locale,
    t: wordsOf(words, "indicators"),
    charts: wordsOf(words, "charts"),
    scopes: (scope) => knownText(words, "scopes", scope),
  });
  return offeredExhibit(charts, id, page.city, words);
}
