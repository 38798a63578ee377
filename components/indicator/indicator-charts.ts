import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import type { IndicatorPoint, IndicatorSeries } from "#domain/indicator/compute-indicator.ts";
import type { DistrictFunnel } from "#domain/indicator/district-funnel.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import type {
  BoundedAmount,
  ChartAxis,
  FunnelPlot,
  SeriesRole,
  YearLines,
} from "#formats/chart/chart-spec.ts";
import { shortPeriod, wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordRatio } from "#formats/wording/word-number.ts";
import {
  currencyOf,
  type IndicatorWords,
  wordIndicatorValue,
  wordInterval,
  wordPoint,
} from "./indicator-words.ts";

/** What the charts of an indicator are drawn from. */
export type ChartedIndicator = {
  indicator: IndicatorDefinition;
  series: readonly IndicatorSeries[];
  point: IndicatorPoint | undefined;
  funnel: DistrictFunnel | undefined;
  city: { slug: string; name: string; release: number };
};

/** Words of the charts of an indicator: `charts` are those that all charts share. */
export type ChartWords = IndicatorWords & { charts: Words; scopes: (scope: string) => string };

const roles: readonly SeriesRole[] = ["data-1", "data-2", "data-3", "data-4", "data-5"];
const fewestPoints = 2;

/** What a value is multiplied by to be drawn, and the axis: euros rather than cents, per cent. */
function drawingScale(
  indicator: IndicatorDefinition,
  unit: string,
  locale: string,
): { factor: number; axis: ChartAxis } {
  if (indicator.unit === "share") return { factor: 100, axis: { locale, unit: "%" } };
  const currency = currencyOf(unit);
  return currency
    ? { factor: 0.01, axis: moneyAxis(locale, currency, 1) }
    : { factor: 1, axis: { locale, unit: "" } };
}

function unitOfResults(series: readonly IndicatorSeries[]): string {
  const points = series.flatMap(({ points: own }) => own);
  return points.find(({ result }) => result)?.result?.unit ?? "";
}

/** The series that are drawn: those of the unit of the first, at most five. */
function drawnSeries(series: readonly IndicatorSeries[]): IndicatorSeries[] {
  const unit = unitOfResults(series);
  return series
    .filter(({ points }) => points.some(({ result }) => result?.unit === unit))
    .slice(0, roles.length);
}

type Point = DistrictFunnel["points"][number];

/** Every chart of the page of an indicator, in its order: what the page shows and what its files hold. */
export function indicatorCharts(page: ChartedIndicator, words: ChartWords): OfferedChart[] {
  const { indicator, city, funnel } = page;
  const { t, charts, locale } = words;
  const name = t(`items.${indicator.id}.name`);
  const unit = t(`items.${indicator.id}.unit`);
  const fileUnit =
    currencyOf(unitOfResults(page.series)) ?? (indicator.unit === "share" ? "%" : unit);
  const common = {
    source: t("page.source2", { city: city.name, release: String(city.release) }),
    definition: `/methodology#${indicator.methodology}`,
  };
  const history = historySpec(page, words);
  const districts = funnelSpec(page, words);
  return [
    history && {
      ...common,
      spec: history,
      title: t("page.historyTitle", {
        name,
        period: [history.steps[0], history.steps.at(-1)].join("–"),
      }),
      subtitle: unit,
      note: t(`methods.${indicator.method}`),
      tableWords: tableWordsOf(charts, charts("year"), fileUnit),
    },
    districts &&
      funnel && {
        ...common,
        spec: districts,
        title: districts.name,
        subtitle: t("page.districtSubtitle", { unit, period: wordPeriod(locale, funnel.period) }),
        note: funnelNotes(indicator, funnel, words).join(" "),
        tableWords: tableWordsOf(charts, t("words.district"), fileUnit),
      },
  ].filter((chart) => chart !== undefined);
}

/** Over-dispersion, districts too small to judge and withheld ones, a sentence each. */
function funnelNotes(
  indicator: IndicatorDefinition,
  funnel: DistrictFunnel,
  words: ChartWords,
): string[] {
  const { t, locale } = words;
  const { phi, tauSquared, points, tooFew, silent } = funnel;
  const list = (names: readonly string[]) => new Intl.ListFormat(locale).format(names);
  const isWithin = ({ additiveStanding }: Point) => additiveStanding === "within";
  const moved = points.filter((point) => isWithin(point) !== (point.standing === "within"));
  return [
    t("page.dispersion", { phi: phi > 1 ? wordNumber(locale, phi, 1) : "one" }),
    ...(tauSquared > 0
      ? [
          t("page.additive", {
            tau: wordIndicatorValue(words, indicator, Math.sqrt(tauSquared), ""),
            outside: points.filter((point) => !isWithin(point)).length,
            moved: moved.length,
            names: list(moved.map(({ name }) => name)),
          }),
        ]
      : []),
    ...(tooFew.length > 0 ? [t("page.tooFew", { names: list(tooFew) })] : []),
    ...(silent.length > 0
      ? [t("page.withheldDistricts", { names: list(silent.map(({ name }) => name)) })]
      : []),
  ];
}

/** The history of an indicator, one line per definition and scope; undefined with fewer than two values to draw. */
function historySpec(page: ChartedIndicator, words: ChartWords): YearLines | undefined {
  const { indicator } = page;
  const series = drawnSeries(page.series);
  const values = series.flatMap(({ points }) =>
    points.filter(({ result }) => result && numberOf(result) !== undefined),
  );
  if (values.length < fewestPoints) return undefined;
  const { factor, axis } = drawingScale(indicator, unitOfResults(series), words.locale);
  const periods = series
    .flatMap(({ points }) => points.map(({ period }) => period))
    .sort((a, b) => a.from.localeCompare(b.from));
  const steps = [...new Set(periods.map(shortPeriod))];
  const name = words.t(`items.${indicator.id}.name`);
  return {
    form: "year-lines",
    id: "history",
    name,
    description: words.t("page.chartDescription", {
      count: steps.length,
      from: steps[0] ?? "",
      to: steps.at(-1) ?? "",
      last: wordPoint(words, indicator, page.point),
    }),
    axis,
    steps: steps.map((step) => wordStep(step, series, words)),
    series: series.map((one, index) => ({
      label: series.length === 1 ? name : labelOf(one, words),
      role: roles[index] ?? "data-5",
      points: steps.map((step) => drawn(one, step, { indicator, words, factor })),
    })),
  };
}

/** A year, and how many of its months are counted where no series counts them all. */
function wordStep(step: string, series: readonly IndicatorSeries[], { t }: ChartWords): string {
  const own = series.flatMap(({ points }) => points.filter((p) => shortPeriod(p.period) === step));
  const months = own.map((point) => point.months ?? 12);
  const most = Math.max(...months);
  return most < 12 ? t("page.partialYear", { year: step, months: most }) : step;
}

/** What tells a series from the others: its scope, and whether it is of the whole city. */
function labelOf(one: IndicatorSeries, { t, scopes }: ChartWords): string {
  const { definition } = one.numerator;
  if (definition === "full-annual-cost" || definition === "yearly-spend") {
    return t(`page.costSeries.${definition}`);
  }
  const scope = one.numerator.scope ?? one.denominator.scope;
  return t("page.series", {
    scope: scope === null ? t("page.noScope") : scopes(scope),
    area: one.area,
  });
}

type Drawing = { indicator: IndicatorDefinition; words: IndicatorWords; factor: number };

function drawn(one: IndicatorSeries, step: string, drawing: Drawing): BoundedAmount {
  const { indicator, words, factor } = drawing;
  const point = one.points.findLast(({ period }) => shortPeriod(period) === step);
  if (!point) return { words: words.t("value.absent") };
  const { result } = point;
  const value = result && numberOf(result);
  const shown = wordPoint(words, indicator, point);
  if (result?.kind !== "known" || value === undefined) {
    return value === undefined ? { words: shown } : { value: value * factor, words: shown };
  }
  const interval = wordInterval(words, indicator, result);
  const { months } = point;
  const said = interval ? `${shown} (${interval})` : shown;
  return {
    value: value * factor,
    ...(result.interval
      ? { low: result.interval.low * factor, high: result.interval.high * factor }
      : {}),
    words: months === undefined ? said : words.t("value.partOfYear", { value: said, months }),
  };
}

/** The indicator by district against the limits of chance; undefined where nothing may be drawn. */
function funnelSpec(page: ChartedIndicator, words: IndicatorWords): FunnelPlot | undefined {
  const { indicator, funnel } = page;
  if (!funnel) return undefined;
  const { t, locale } = words;
  const { factor, axis } = drawingScale(indicator, "", locale);
  const word = (rate: number) => wordIndicatorValue(words, indicator, rate, "");
  const exposureTitle = t(`words.exposure.${indicator.denominator}`);
  return {
    form: "funnel-plot",
    id: "districts",
    name: t("page.districtTitle", { outside: outsideOf(funnel) }),
    description: t("page.funnelDescription", {
      count: funnel.points.length,
      target: word(funnel.target),
    }),
    exposureAxis: { locale, unit: "", title: exposureTitle },
    rateAxis: { ...axis, title: t(`items.${indicator.id}.unit`) },
    points: funnel.points.map(({ name, count, exposure, rate, standing }) => ({
      label: name,
      words: `${word(rate)} (${wordNumber(locale, count)} / ${wordRatio(locale, exposure)})`,
      exposure,
      rate: rate * factor,
      standing,
    })),
    target: {
      rate: funnel.target * factor,
      words: t("page.target", { value: word(funnel.target) }),
    },
    limits: funnel.limits.map(({ exposure, limits: { warning, alarm } }) => ({
      exposure,
      innerLow: warning.low * factor,
      innerHigh: warning.high * factor,
      outerLow: alarm.low * factor,
      outerHigh: alarm.high * factor,
    })),
    limitWords: { inner: t("page.inner"), outer: t("page.outer") },
  };
}

/** How many districts are outside the 95 % limits. */
function outsideOf(funnel: DistrictFunnel): number {
  return funnel.points.filter(({ standing }) => standing !== "within").length;
}
