import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { fewestDegrees } from "#domain/effect/own-dispersion.ts";
import type { RelativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import { doubledDispersion } from "#domain/effect/variance-rule.ts";
import type { RangeDots } from "#formats/chart/chart-spec.ts";
import type { City, EffectWords, ShownStudy } from "./effect-props.ts";
import { chartSource } from "./trend-chart.ts";
import {
  effectValues,
  headlineOf,
  leanedLabel,
  leanedWord,
  periodsOf,
  titleOf,
  wordEffect,
} from "./word-effect.ts";

type Row = RangeDots["rows"][number];

/** The ratio of a study under each rule of variance, its ring beside; undefined where no ratio can be made. */
export function effectChart(
  shown: ShownStudy,
  city: City,
  words: EffectWords,
): OfferedChart | undefined {
  const { effects: t, charts, locale } = words;
  const headline = headlineOf(shown);
  if (!headline) return undefined;
  const ring = shown.displacement?.ringEffect;
  const title = t(`effect.title.${shown.verdict}`);
  return {
    spec: {
      form: "range-dots",
      id: `${shown.key}-effect`,
      name: title,
      description: t("effect.description", {
        ...effectValues(locale, headline),
        rule: leanedWord(shown),
      }),
      axis: { locale, unit: "", scale: "log" },
      rows: [
        ...shown.effects.map(({ rule, size }, index) => ({
          ...rowOf(size, words),
          label: index === 0 ? leanedLabel(rule, t) : t(`effect.rules.${rule}`),
          role: index === 0 ? ("data-1" as const) : ("data-5" as const),
        })),
        ...besideRows(shown, words),
        ...(ring
          ? [
              {
                ...rowOf(ring, words),
                label: t("effect.ring", { rule: leanedWord(shown) }),
                role: "data-3" as const,
              },
            ]
          : []),
        ...plantedRows(shown, words),
      ],
      reference: { value: 1, words: t("effect.reference") },
    },
    title,
    subtitle: t("effect.subtitle", periodsOf(locale, shown.study)),
    note: [
      wordDispersion(shown, words),
      shown.byDistrict ? t("effect.byDistrictNote", { count: shown.byDistrict.clusters }) : "",
      shown.perInhabitant ? t("effect.perInhabitantNote") : "",
      t("effect.note", { zero: headline.zeroCorrected ? "yes" : "no" }),
    ]
      .filter((said) => said !== "")
      .join(" "),
    source: chartSource(shown, city, words),
    tableWords: tableWordsOf(charts, t("items.rule"), t("units.ratio")),
    definition: "/methodology#relative-effect-size",
  };
}

/** How much more than chance the districts of a study vary, or why that is not told. */
function wordDispersion(
  { dispersion }: Pick<ShownStudy, "dispersion">,
  { effects: t, locale }: EffectWords,
): string {
  if (dispersion?.kind !== "known") {
    return t("effect.dispersion.short", {
      degrees: dispersion?.degrees ?? 0,
      fewest: fewestDegrees,
    });
  }
  const { phi, interval, degrees } = dispersion;
  return t("effect.dispersion.known", {
    phi: wordEffect(locale, phi),
    low: wordEffect(locale, interval.low),
    high: wordEffect(locale, interval.high),
    degrees,
    wider: phi > doubledDispersion ? "yes" : "no",
  });
}

/** One row per study, in the order of their references. */
export function overviewChart(
  studies: readonly ShownStudy[],
  city: City,
  words: EffectWords,
): OfferedChart | undefined {
  const { effects: t, charts, locale } = words;
  const [first] = studies;
  if (!first || studies.every((shown) => !headlineOf(shown) && shown.published === undefined))
    return undefined;
  const title = t("overview.title");
  return {
    spec: {
      form: "range-dots",
      id: "overview",
      name: title,
      description: t("overview.description", { count: studies.length }),
      axis: { locale, unit: "", scale: "log" },
      rows: studies.map((shown) => overviewRow(shown, words)),
      reference: { value: 1, words: t("effect.reference") },
    },
    title,
    subtitle: t("overview.subtitle"),
    note: t("overview.note"),
    source: chartSource(first, city, words),
    tableWords: tableWordsOf(charts, t("overview.item"), t("units.ratio")),
    definition: "/methodology#evaluate-studies",
  };
}

function overviewRow(shown: ShownStudy, words: EffectWords): Row {
  const { effects: t, locale } = words;
  const label = titleOf(locale, shown.study);
  const headline = headlineOf(shown);
  if (!headline) {
    const { published } = shown;
    if (published === undefined) return { label, words: t("overview.unknown") };
    const words = t("overview.published", { ratio: wordEffect(locale, published) });
    return { label, value: published, role: "data-5", words };
  }
  if (shown.verdict !== "refused") return { ...rowOf(headline, words), label };
  return {
    ...rowOf(headline, words),
    label,
    role: "data-5",
    words: t("overview.refused", effectValues(locale, headline)),
  };
}

export function rowOf(
  size: Pick<RelativeEffectSize, "ratio" | "interval">,
  { effects: t, locale }: EffectWords,
): Omit<Row, "label"> {
  return {
    value: size.ratio,
    low: size.interval.low,
    high: size.interval.high,
    words: t("effect.value", effectValues(locale, size)),
  };
}

/** The ratio by inhabitant, that of whole districts, and that of the percentages that were published, where there are. */
function besideRows(
  { perInhabitant, byDistrict, published }: ShownStudy,
  words: EffectWords,
): RangeDots["rows"][number][] {
  const { effects: t, locale } = words;
  return [
    ...(perInhabitant
      ? [
          {
            ...rowOf(perInhabitant, words),
            label: t("effect.perInhabitant"),
            role: "data-2" as const,
          },
        ]
      : []),
    ...(byDistrict
      ? [
          {
            ...rowOf(byDistrict, words),
            label: t("effect.byDistrict"),
            role: "data-2" as const,
          },
        ]
      : []),
    ...(published === undefined
      ? []
      : [
          {
            label: t("effect.published"),
            value: published,
            words: t("effect.publishedValue", { ratio: wordEffect(locale, published) }),
            role: "data-4" as const,
          },
        ]),
  ];
}

/** Of the fictional city: the value that the program put there, which the interval should hold. */
function plantedRows({ planted }: ShownStudy, { effects: t, locale }: EffectWords): Row[] {
  if (!planted) return [];
  const { treated } = planted;
  const words = wordEffect(locale, treated);
  return [{ label: t("effect.planted"), value: treated, words, role: "data-4" }];
}
