import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { otherModels, type PooledGroup, poolStudies } from "#domain/effect/pool-studies.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { rowOf } from "./effect-chart.ts";
import type { City, EffectWords, ShownStudy } from "./effect-props.ts";
import { chartSource } from "./trend-chart.ts";
import { effectValues, headlineOf, titleOf } from "./word-effect.ts";

type Group = PooledGroup<ShownStudy>;

/** Every group that is pooled, as a forest plot. */
export function pooledCharts(
  studies: readonly ShownStudy[],
  city: City,
  words: EffectWords,
): OfferedChart[] {
  return poolStudies(studies).flatMap((group) => pooledChart(group, city, words) ?? []);
}

/** The studies of a group, one row each, and what they say together on the last; undefined where they are not pooled. */
export function pooledChart(
  { studies, result }: Group,
  city: City,
  words: EffectWords,
): OfferedChart | undefined {
  const [first] = studies;
  if (result.kind !== "pooled" || !first) return undefined;
  const { effects: t, charts, locale } = words;
  const values = effectValues(locale, result);
  const { low, high } = result.interval;
  const finding = low > 1 ? "fell" : high < 1 ? "rose" : "none";
  const title = t("pooled.title", { ...values, finding });
  return {
    spec: {
      form: "range-dots",
      id: `pooled-${first.key}`,
      name: title,
      description: t("pooled.description", { ...values, count: studies.length }),
      axis: { locale, unit: "", scale: "log" },
      rows: [
        ...studies.flatMap((shown) => {
          const size = headlineOf(shown);
          if (!size) return [];
          return [
            {
              ...rowOf(size, words),
              label: titleOf(locale, shown.study),
              role: "data-5" as const,
            },
          ];
        }),
        { ...rowOf(result, words), label: t("pooled.together"), role: "data-1" },
        ...otherModels.map((model) => ({
          ...rowOf(result.others[model], words),
          label: t(`pooled.models.${model}`),
          role: "data-3" as const,
        })),
      ],
      reference: { value: 1, words: t("effect.reference") },
    },
    title,
    subtitle: t("pooled.subtitle"),
    note: [
      t("pooled.heterogeneity", {
        iSquared: wordShare(locale, result.iSquared, 0),
        tauSquared: wordNumber(locale, result.tauSquared, 3),
      }),
      t("pooled.modelsNote"),
    ].join(" "),
    source: chartSource(first, city, words),
    tableWords: tableWordsOf(charts, t("overview.item"), t("units.ratio")),
    definition: "/methodology#pool-studies",
  };
}
