import { knownText } from "#components/exhibit/exhibit-words.ts";
import { wordsOf } from "#components/exhibit/offered-exhibit.ts";
import type { IndicatorSheetProps } from "#components/indicator/indicator-sheet-props.ts";
import { caveatsOf } from "#components/indicator/indicator-value.tsx";
import {
  currencyOf,
  type IndicatorWords,
  wordInputValue,
  wordPoint,
} from "#components/indicator/indicator-words.ts";
import { wordSilences } from "#components/indicator/standing-text.tsx";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { incomparabilities } from "#domain/indicator/benchmarks.ts";
import type { IndicatorSeries } from "#domain/indicator/compute-indicator.ts";
import type { InputStanding } from "#domain/indicator/input-standing.ts";
import { type DescribedMeasure, numberOf } from "#domain/measure/described-measure.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, bookHeadings, type SourceOrder, sourcesIn } from "./fact-table.ts";
import { figureTable } from "./page-tables.ts";

type Page = IndicatorSheetProps["page"];

/** One indicator: every period with its inputs, the inputs as they stand, what others published of it, and elsewhere. */
export function indicatorTables(page: Page, words: BookWords): PageTable[] {
  const order = page.sources.map(({ id }) => id);
  const { requestsPerCamera, yearlyCosts, cameras } = page.published;
  const figures = [
    ...(requestsPerCamera?.attempts ?? []).flatMap((one) => [one.requests, one.cameras]),
    ...yearlyCosts.flatMap((cost) => [...cost.components, cost.cameras]),
    ...cameras,
  ];
  const published = wordsOf(words, "publishedFigures");
  const pageBook = wordsOf(words, "pageWorkbook");
  return [
    historyTable(page, order, words),
    inputTable(page, order, words),
    ...(figures.length > 0
      ? [
          {
            ...figureTable([...new Set(figures)], order, { ...words, t: published, pageBook }),
            title: words.t("indicators.page.published"),
            notes: [words.t("indicators.page.publishedIntro")],
          },
        ]
      : []),
    ...(page.benchmarks.length > 0 ? [benchmarkTable(page, words)] : []),
  ];
}

function historyTable(
  { indicator, series }: Page,
  order: SourceOrder,
  words: BookWords,
): PageTable {
  const { t } = words;
  const own = { locale: words.locale, t: wordsOf(words, "indicators") };
  const item = (part: string) => own.t(`items.${indicator.id}.${part}`);
  const counted = ({ numerator }: IndicatorSeries) =>
    numerator.wording ?? own.t(`inputs.${indicator.numerator}`);
  return {
    title: own.t("page.history"),
    notes: [
      `${own.t("page.definition")}: ${item("definition")}`,
      `${own.t("page.formula")}: ${item("formula")}`,
      `${own.t("page.limits")}: ${item("limits")}`,
      own.t("page.historyIntro"),
    ],
    headings: bookHeadings(t, "history", [
      ...["from", "to", "counted", "scope", "area", "value", "low", "high", "level", "words"],
      ...["numerator", "denominator", "refusals", "sources"],
    ]),
    rows: series.flatMap((one) =>
      one.points.map((point): WorkbookCell[] => {
        const { result, numerator, denominator, period, refusals } = point;
        const interval = result?.kind === "known" ? result.interval : undefined;
        return [
          { day: period.from },
          { day: period.to },
          counted(one),
          one.numerator.scope === null
            ? own.t("page.noScope")
            : knownText(words, "scopes", one.numerator.scope),
          t(`pageWorkbook.areas.${one.area}`),
          amountOf(result),
          boundOf(interval?.low, result),
          boundOf(interval?.high, result),
          interval ? { value: interval.level, as: "share" } : null,
          [wordPoint(own, indicator, point), ...caveatsOf(own, indicator, point)].join(" · "),
          amountOf(numerator) ?? own.t(`silence.${numerator.kind}`),
          amountOf(denominator) ?? own.t(`silence.${denominator.kind}`),
          refusals.map((refusal) => own.t(`refusals.${refusal}`)).join("; ") || null,
          sourcesIn(order, [...numerator.sources, ...denominator.sources]),
        ];
      }),
    ),
  };
}

function inputTable(page: Page, order: SourceOrder, words: BookWords): PageTable {
  const { series, point, standings } = page;
  const own = { locale: words.locale, t: wordsOf(words, "indicators") };
  const shown = series.find(({ points }) => point !== undefined && points.includes(point));
  return {
    title: own.t("page.inputs"),
    notes: [own.t("page.inputsIntro")],
    headings: bookHeadings(words.t, "inputs", [
      ...["input", "side", "value", "words", "from", "to", "counted", "known", "silences"],
      "sources",
    ]),
    rows: (["numerator", "denominator"] as const).flatMap((side, index): WorkbookCell[][] => {
      const standing = standings[index];
      if (!standing) return [];
      const measure = point?.[side];
      const counted = shown?.[side].wording ?? own.t("page.computedInput");
      return [
        [
          own.t(`inputs.${standing.input}`),
          own.t(`page.${side}`),
          ...inputCells(measure, own),
          counted,
          knownYears(standing, own),
          standing.silences.length > 0 ? wordSilences(own, standing) : null,
          sourcesIn(order, measure?.sources ?? standing.sourceIds),
        ],
      ];
    }),
  };
}

/** Number, words and both ends of its period; the word of its absence alone where nobody gives it. */
function inputCells(measure: DescribedMeasure | undefined, own: IndicatorWords): WorkbookCell[] {
  if (!measure) return [null, own.t("value.absent"), null, null];
  return [
    amountOf(measure),
    wordInputValue(own, measure) ?? own.t(`silence.${measure.kind}`),
    { day: measure.period.from },
    { day: measure.period.to },
  ];
}

function knownYears({ known }: InputStanding, { t }: IndicatorWords): string | null {
  if (!known) return null;
  const { from, to } = known;
  return t("standing.known", { from: from === to ? "same" : String(from), to: String(to) });
}

function benchmarkTable({ indicator, benchmarks }: Page, { t }: BookWords): PageTable {
  const own = (key: string) => t(`indicators.${key}`);
  return {
    title: own("page.benchmarks"),
    notes: [own("page.benchmarksIntro")],
    headings: bookHeadings(t, "benchmarks", [
      ...["place", "period", "value", "high", "unit", "counts", "comparable", "source", "url"],
    ]),
    rows: benchmarks.map((benchmark): WorkbookCell[] => [
      benchmark.place,
      benchmark.period,
      cellOf(benchmark.value),
      cellOf(benchmark.high),
      benchmark.unit,
      own(`benchmarks.${benchmark.id}`),
      incomparabilities(indicator, benchmark)
        .map((reason) => own(`incomparable.${reason}`))
        .join("; ") || null,
      benchmark.source.title,
      benchmark.source.url,
    ]),
  };
}

/** Money in whole units, any other number as it is; nothing where there is none. */
function amountOf(measure: Measure | undefined): WorkbookCell {
  return boundOf(measure && numberOf(measure), measure);
}

function boundOf(value: number | undefined, measure: Measure | undefined): WorkbookCell {
  if (value === undefined || measure === undefined) return null;
  return currencyOf(measure.unit)
    ? { value: value / 100, as: "money" }
    : { value, as: measure.unit === "share" ? "share" : "number" };
}
