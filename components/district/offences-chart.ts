import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import type { OffenceCount, OffenceSeries } from "#domain/indicator/offence-series.ts";
import type { BoundedAmount, SeriesRole, YearLines } from "#formats/chart/chart-spec.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

const roles: readonly SeriesRole[] = ["data-1", "data-2", "data-3", "data-4", "data-5"];

type ChartWords = { locale: string; t: Words; charts: Words };
type Place = { district: string; city: string; release: number };

/** Recorded offences of a district by category, as far as they may be read; what is withheld is a gap. */
export function offencesChart(
  series: OffenceSeries,
  place: Place,
  { locale, t, charts }: ChartWords,
): OfferedChart {
  const { years, categories } = series;
  const shown = categories.slice(0, roles.length);
  const [from, to] = [String(years[0] ?? ""), String(years.at(-1) ?? "")];
  const title = t("offences.title", { district: place.district, from, to });
  const spec: YearLines = {
    form: "year-lines",
    id: "offences",
    name: title,
    description: t("offences.description", { categories: shown.length, from, to }),
    axis: { locale, unit: "" },
    steps: years.map(String),
    series: shown.map(({ name, counts }, index) => ({
      label: name,
      role: roles[index] ?? "data-5",
      points: counts.map((count) => pointOf(count, locale, t)),
    })),
  };
  const left = categories.length - shown.length;
  return {
    spec,
    title,
    subtitle: t("offences.subtitle", { from, to }),
    note: left > 0 ? `${t("offences.note")} ${t("offences.left", { left })}` : t("offences.note"),
    source: t("source", {
      wording: series.wording,
      city: place.city,
      release: String(place.release),
    }),
    tableWords: tableWordsOf(charts, t("items.year"), t("offences.unit")),
    definition: "/methodology#offence-series",
  };
}

function pointOf(count: OffenceCount, locale: string, t: Words): BoundedAmount {
  if ("silence" in count) return { words: t(`offences.silence.${count.silence}`) };
  return { value: count.value, words: wordNumber(locale, count.value) };
}
