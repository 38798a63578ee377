import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { bySeries } from "#domain/indicator/fullest-series.ts";
import { type Use, type Utilisation, useNames } from "#domain/indicator/utilisation.ts";
import type { BoundedAmount, SeriesRole, YearLines } from "#formats/chart/chart-spec.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";
import { wordUse } from "./utilisation-words.ts";

const roles: readonly SeriesRole[] = ["data-1", "data-2", "data-3", "data-4", "data-5"];

/** One chart for each use that several years count, a line for each definition and scope: they are never joined. */
export function utilisationCharts(
  rows: readonly Utilisation[],
  city: ChartedCity,
  words: OutcomeWords,
): { use: Use; chart: OfferedChart }[] {
  return useNames.flatMap((use) => {
    const chart = chartOf(
      use,
      rows.filter((row) => row.use === use),
      city,
      words,
    );
    return chart ? [{ use, chart }] : [];
  });
}

function chartOf(
  use: Use,
  rows: readonly Utilisation[],
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const latest = rows.find(({ months }) => months === undefined || months === 12) ?? rows[0];
  if (!latest || first === last) return undefined;
  const { t, charts, locale, scopes, outcomes } = words;
  const shown = wordUse(latest, locale);
  const title = t("use.title", { use, value: shown.value, year: String(latest.year) });
  const span = { from: String(first), to: String(last) };
  const spec: YearLines = {
    form: "year-lines",
    id: `use-${use}`,
    name: title,
    description: t("use.description", span),
    axis: { locale, unit: use === "availability" ? "%" : "" },
    steps: stepsOf(rows, first, last, words),
    series: seriesOf(rows).map((own, index) => ({
      label: scopes(own[0]?.scope ?? ""),
      role: roles[index] ?? "data-5",
      points: Array.from({ length: last - first + 1 }, (_, step) =>
        pointOf(
          own.find(({ year }) => year === first + step),
          words,
        ),
      ),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("use.subtitle", { ...span, unit: outcomes(`utilisation.${use}`) }),
    note: t("use.note", { use }),
    source: t("source", {
      wording: latest.wording,
      city: city.name,
      release: String(city.release),
    }),
    tableWords: tableWordsOf(charts, t("items.year"), outcomes(`utilisation.${use}`)),
    definition: "/methodology#utilisation",
  };
}

/** The definitions and scopes of a use in their order, at most as many as there are colours. */
function seriesOf(rows: readonly Utilisation[]): Utilisation[][] {
  return bySeries(rows).slice(0, roles.length);
}

/** Every year between the first and the last, with how many of its months are counted where they are not twelve. */
function stepsOf(
  rows: readonly Utilisation[],
  first: number,
  last: number,
  { t }: OutcomeWords,
): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const months = rows.filter((row) => row.year === year).map((row) => row.months ?? 12);
    const most = Math.max(0, ...months);
    return most === 0 || most === 12
      ? String(year)
      : t("use.partial", { year: String(year), months: most });
  });
}

function pointOf(row: Utilisation | undefined, { t, locale }: OutcomeWords): BoundedAmount {
  if (!row) return { words: t("silent") };
  const shown = wordUse(row, locale);
  const factor = row.use === "availability" ? 100 : 1;
  const { interval } = row;
  return {
    value: row.value * factor,
    ...(interval ? { low: interval.low, high: interval.high } : {}),
    words: shown.interval ? `${shown.value} (${shown.interval})` : shown.value,
  };
}
