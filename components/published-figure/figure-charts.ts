import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import { comparisonRefusalsOf } from "#domain/indicator/requests-per-published-camera.ts";
import { slugOf } from "#formats/addresses/slug-of.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import type { RangeDots, SeriesRole } from "#formats/chart/chart-spec.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import type { ShownFigure } from "./shown-figure.ts";

export type ChartedFigures = {
  city: { name: string; release: number };
  figures: readonly ShownFigure[];
};

/** Words of "publishedFigures" and "charts"; `known` words a text of the data. */
export type FigureChartWords = {
  locale: string;
  t: Words;
  charts: Words;
  known: (group: "measures" | "scopes" | "definitions" | "qualifiers", text: string) => string;
};

const roles: readonly SeriesRole[] = ["data-1", "data-2", "data-3", "data-4", "data-5"];

/** Every measure of which several figures were published, one row each in order of time: never a line from one to the next. */
export function figureCharts(page: ChartedFigures, words: FigureChartWords): OfferedChart[] {
  const groups = new Map<string, ShownFigure[]>();
  for (const figure of page.figures) {
    const key = `${figure.measure}\u0000${figure.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()]
    .filter((figures) => figures.length > 1)
    .map((figures) => figureChart(figures, page.city, words));
}

/** Figures that count the same thing share a colour; where the definition breaks, the row says so and the colour changes. */
function figureChart(
  figures: readonly ShownFigure[],
  city: ChartedFigures["city"],
  words: FigureChartWords,
): OfferedChart {
  const { locale, t, charts, known } = words;
  const [first] = figures;
  const measure = known("measures", first?.measure ?? "");
  const rows = rowsOf(figures, words);
  const breaks = rows.filter(({ isBroken }) => isBroken).length;
  const title = t("overTime.title", { measure, count: figures.length, breaks });
  const currency = /^([A-Z]{3})\b/.exec(first?.unit ?? "")?.[1];
  const spec: RangeDots = {
    form: "range-dots",
    id: `over-time-${slugOf(`${first?.measure} ${first?.unit}`, 60)}`,
    name: title,
    description: t("overTime.description", { count: figures.length, breaks }),
    axis: currency ? moneyAxis(locale, currency, 1) : { locale, unit: "" },
    rows: rows.map(({ isBroken: _, ...row }) => row),
  };
  return {
    spec,
    title,
    subtitle: t("overTime.subtitle", { measure }),
    note: t("overTime.note"),
    source: t("overTime.source", { city: city.name, release: String(city.release) }),
    tableWords: tableWordsOf(charts, t("overTime.item"), first?.unit ?? ""),
  };
}

type Row = RangeDots["rows"][number] & { isBroken: boolean };

function rowsOf(figures: readonly ShownFigure[], words: FigureChartWords): Row[] {
  const { locale, t, known } = words;
  let run = 0;
  return figures.map((figure, index): Row => {
    const before = figures[index - 1];
    const [refusal] = before ? comparisonRefusalsOf(before, figure) : [];
    if (refusal) run += 1;
    const period = figure.period
      ? wordPeriod(locale, figure.period)
      : (figure.periodText ?? t("noPeriod"));
    const scope = figure.scope === null ? t("overTime.noScope") : known("scopes", figure.scope);
    const label = [period, scope, ...(refusal ? [t(`overTime.breaks.${refusal}`)] : [])];
    return {
      label: label.join(" · "),
      role: roles[run % roles.length],
      value: figure.value,
      words: amountOf(figure, words),
      isBroken: refusal !== undefined,
    };
  });
}

/** As it was said: "about 430", "more than 200". */
function amountOf({ unit, value, qualifier }: ShownFigure, words: FigureChartWords): string {
  const { locale, known } = words;
  const currency = /^([A-Z]{3})\b/.exec(unit)?.[1];
  const number = currency ? wordMoney(locale, value * 100, currency) : wordNumber(locale, value, 2);
  return qualifier === null ? number : `${number} (${known("qualifiers", qualifier)})`;
}
