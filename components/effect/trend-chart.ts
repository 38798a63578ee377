import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { StudyArea, StudyYear } from "#domain/effect/study-years.ts";
import type { BoundedAmount, SeriesRole, YearLines } from "#formats/chart/chart-spec.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { City, EffectWords, ShownStudy } from "./effect-props.ts";
import { countValues, effectValues, periodsOf } from "./word-effect.ts";

type Line = "treated" | "control" | "ring";
const roles: Readonly<Record<Line, SeriesRole>> = {
  treated: "data-1",
  control: "data-2",
  ring: "data-3",
};

/** Year by year, each area against its own mean before: did they part already before the start? */
export function trendChart(shown: ShownStudy, city: City, words: EffectWords): OfferedChart {
  const { study, years } = shown;
  const { effects: t, charts, locale } = words;
  const lines = (["treated", "control", "ring"] as const).filter((area) => study[area].length > 0);
  const { before } = periodsOf(locale, study);
  const title = t(`trend.title.${shown.design.preTrend}`);
  const [first, last] = [years[0], years.at(-1)];
  const spec: YearLines = {
    form: "year-lines",
    id: `${shown.key}-trend`,
    name: title,
    description: t("trend.description", {
      from: String(first?.year ?? ""),
      to: String(last?.year ?? ""),
      ring: lines.includes("ring") ? "yes" : "no",
    }),
    axis: { locale, unit: "" },
    steps: years.map(({ year }) => String(year)),
    series: lines.map((area) => ({
      label: t(`series.${area}`),
      role: roles[area],
      points: pointsOf(area, years, words),
    })),
    marks: marksOf(shown, words),
  };
  return {
    spec,
    title,
    subtitle: t("trend.subtitle", { before }),
    note: noteOf(shown, words),
    source: chartSource(shown, city, words),
    tableWords: tableWordsOf(charts, t("items.year"), t("units.index")),
    definition: "/methodology#pre-trend",
  };
}

/** What a chart of a study stands on. */
export function chartSource(
  { wording, study }: ShownStudy,
  city: City,
  { effects: t }: EffectWords,
): string {
  return t("chartSource", {
    wording: wording ?? study.definitionCode,
    city: city.name,
    release: String(city.release),
  });
}

/** Index of each year; the count in its words. An area without a known year before has no base. */
function pointsOf(
  area: StudyArea,
  years: readonly StudyYear[],
  { effects: t, locale }: EffectWords,
): BoundedAmount[] {
  const known = years.flatMap(({ phase, [area]: count }) =>
    phase === "before" && count !== undefined ? [count] : [],
  );
  const mean = known.reduce((sum, count) => sum + count, 0) / known.length;
  return years.map(({ [area]: count }) => {
    if (count === undefined || !(mean > 0)) return { words: t("trend.silent") };
    const value = (100 * count) / mean;
    return {
      value,
      words: t("trend.value", { index: wordNumber(locale, value), ...countValues(locale, count) }),
    };
  });
}

/** The day the study starts, among the years: the first of January stands between two. */
function marksOf({ study, years }: ShownStudy, { effects: t }: EffectWords): YearLines["marks"] {
  const { startedOn, startKind } = study;
  const [first] = years;
  if (startedOn === undefined || !first) return [];
  const year = Number(startedOn.slice(0, 4));
  const day = (Date.parse(startedOn) - Date.UTC(year, 0, 1)) / 86_400_000;
  const at = year - first.year - 0.5 + day / 365.25;
  return at < -0.5 || at > years.length - 0.5 ? [] : [{ at, words: t(`trend.start.${startKind}`) }];
}

function noteOf(
  { preTrend, years, design }: ShownStudy,
  { effects: t, locale }: EffectWords,
): string {
  const between = years.filter(({ phase }) => phase === "between").map(({ year }) => year);
  const trend = preTrend
    ? t("trend.note", { ...effectValues(locale, preTrend), count: design.preTrendYears })
    : t("trend.noteUnknown");
  return between.length === 0
    ? trend
    : `${trend} ${t("trend.between", { years: between.join(", ") })}`;
}
