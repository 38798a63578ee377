import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { DifferenceEstimate } from "#domain/effect/difference-estimate.ts";
import type { City, EffectWords, ShownStudy } from "./effect-props.ts";
import { chartSource } from "./trend-chart.ts";
import { leanedLabel, leanedWord, wordDifference } from "./word-effect.ts";

/** Events avoided or added a year, against controls of the same size, the rings included where both are known. */
export function differenceChart(
  shown: ShownStudy,
  page: { city: City; populationYear: number | undefined },
  words: EffectWords,
): OfferedChart | undefined {
  const { effects: t, charts, locale } = words;
  const { displacement } = shown;
  if (!displacement) return undefined;
  const { difference, poissonDifference, hasRings, isScaled } = displacement;
  const values = differenceValues(locale, difference);
  const title = t(`displacement.title.${hasRings ? "rings" : "alone"}`, values);
  const rowOf = (estimate: DifferenceEstimate) => ({
    value: estimate.difference,
    low: estimate.interval.low,
    high: estimate.interval.high,
    words: t("displacement.value", differenceValues(locale, estimate)),
  });
  return {
    spec: {
      form: "range-dots",
      id: `${shown.key}-difference`,
      name: title,
      description: t("displacement.description", { ...values, rule: leanedWord(shown) }),
      axis: { locale, unit: "" },
      rows: [
        { ...rowOf(difference), label: leanedLabel(shown.leaned.kind, t), role: "data-1" },
        { ...rowOf(poissonDifference), label: t("displacement.rows.poisson"), role: "data-5" },
      ],
      reference: { value: 0, words: t("displacement.reference") },
    },
    title,
    subtitle: t("displacement.subtitle"),
    note: [
      isScaled
        ? t("displacement.note.scaled", { year: String(page.populationYear ?? "") })
        : t("displacement.note.raw"),
      t(`displacement.note.${hasRings ? "rings" : "alone"}`),
    ].join(" "),
    source: chartSource(shown, page.city, words),
    tableWords: tableWordsOf(charts, t("items.rule"), t("units.perYear")),
    definition: "/methodology#study-displacement",
  };
}

export function differenceValues(locale: string, estimate: DifferenceEstimate, digits = 0) {
  return {
    difference: wordDifference(locale, estimate.difference, digits),
    low: wordDifference(locale, estimate.interval.low, digits),
    high: wordDifference(locale, estimate.interval.high, digits),
  };
}
