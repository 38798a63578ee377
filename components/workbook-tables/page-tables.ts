import type { ShownOrder } from "#components/authorisation/order-columns.tsx";
import type { Words } from "#components/chart/offered-chart.ts";
import type { ShownDistrict } from "#components/district/districts-props.ts";
import { keyOfKnownText } from "#components/figure/known-words.ts";
import { currencyOf, wordPoint } from "#components/indicator/indicator-words.ts";
import type { IndicatorsSheetProps } from "#components/indicator/indicators-sheet.tsx";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { orderFaults } from "#domain/compliance/order-faults.ts";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorUnit } from "#domain/indicator/indicator-definition.ts";
import type { Utilisation } from "#domain/indicator/utilisation.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { shortPeriod, wordPeriod } from "#formats/wording/word-date.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { sourcesIn } from "./fact-table.ts";

/** Words of the page that shows the table, and of "pageWorkbook". */
type TableWords = { locale: string; t: Words; pageBook: Words };
type Order = readonly number[];

const headingsOf = (pageBook: Words, table: string, names: readonly string[]) =>
  names.map((name) => pageBook(`${table}.${name}`));

/** How much the cameras are used, year by year; nothing where nothing of it is known. */
export function utilisationTables(
  rows: readonly Utilisation[],
  order: Order,
  { locale, t, pageBook }: TableWords,
): PageTable[] {
  if (rows.length === 0) return [];
  return [
    {
      title: t("utilisation.title"),
      notes: [t("utilisation.intro")],
      headings: [
        ...["use", "year", "scope", "cameraYears", "value", "low", "high"].map((name) =>
          t(`utilisation.${name}`),
        ),
        pageBook("sources"),
      ],
      rows: rows.map((row): WorkbookCell[] => [
        t(`utilisation.${row.use}`),
        wordPeriod(locale, row.period),
        row.scope,
        cellOf(row.cameraYears),
        row.use === "availability" ? { value: row.value, as: "share" } : cellOf(row.value),
        row.interval ? cellOf(row.interval.low) : null,
        row.interval ? cellOf(row.interval.high) : null,
        sourcesIn(order, row.sourceIds),
      ]),
    },
  ];
}

/** Every indicator with its latest value as a number and in words, its interval, or the silence in its place. */
export function indicatorTable(
  rows: IndicatorsSheetProps["page"]["rows"],
  order: Order,
  words: TableWords,
): PageTable {
  const { t, pageBook } = words;
  return {
    title: t("index.caption"),
    notes: [t("index.standfirst")],
    headings: headingsOf(pageBook, "indicators", [
      ...["name", "formula", "value", "unit", "low", "high", "level", "words", "period"],
      "sources",
    ]),
    rows: rows.map(({ indicator, point }): WorkbookCell[] => {
      const result = point?.result;
      const interval = result?.kind === "known" ? result.interval : undefined;
      const used = point ? [...point.numerator.sources, ...point.denominator.sources] : [];
      return [
        t(`items.${indicator.id}.name`),
        t(`items.${indicator.id}.formula`),
        amountOf(result && numberOf(result), result?.unit),
        result ? unitOf(indicator, result.unit, pageBook) : null,
        amountOf(interval?.low, result?.unit),
        amountOf(interval?.high, result?.unit),
        interval ? { value: interval.level, as: "share" } : null,
        wordPoint(words, indicator, point),
        point ? periodOf(point, words.locale) : null,
        sourcesIn(order, used),
      ];
    }),
  };
}

/** The year, or the months of it that were counted where they are not all of them. */
function periodOf({ period, months }: IndicatorPoint, locale: string): string {
  return months === undefined ? shortPeriod(period) : wordPeriod(locale, period);
}

/** Money is kept in cents and told in whole units. */
function amountOf(value: number | undefined, unit = ""): WorkbookCell {
  if (value === undefined) return null;
  return currencyOf(unit) ? { value: value / 100, as: "money" } : { value, as: "number" };
}

function unitOf({ unit }: { unit: IndicatorUnit }, said: string, pageBook: Words): string {
  return currencyOf(said) ?? pageBook(`units.${unit}`);
}

/** What has been published of the cameras, as it was said: a number, and what its source says that it counts. */
export function figureTable(
  figures: readonly ShownFigure[],
  order: Order,
  { t, pageBook }: TableWords,
): PageTable {
  return {
    title: t("page.all"),
    notes: [t("intro")],
    headings: headingsOf(pageBook, "figures", [
      ...["reference", "measure", "value", "unit", "qualifier", "from", "to", "periodText"],
      ...["scope", "definition", "place", "source"],
    ]),
    rows: figures.map((figure): WorkbookCell[] => [
      figure.reference,
      known(t, "measures", figure.measure),
      cellOf(figure.value),
      figure.unit,
      known(t, "qualifiers", figure.qualifier),
      figure.period && { day: figure.period.from },
      figure.period && { day: figure.period.to },
      figure.periodText,
      known(t, "scopes", figure.scope),
      figure.definition === null ? t("noDefinition") : known(t, "definitions", figure.definition),
      figure.place,
      sourcesIn(order, [figure.sourceId]),
    ]),
  };
}

/** The prefect's orders, with their legal state on the day of the page. */
export function orderTable(
  orders: readonly ShownOrder[],
  order: Order,
  { t, pageBook }: TableWords,
): PageTable {
  const silence = t("orders.notRead");
  return {
    title: t("orders.title"),
    notes: [t("orders.intro"), t("orders.rule")],
    headings: headingsOf(pageBook, "orders", [
      ...["number", "gazetteAct", "gazette", "gazetteOn", "perimeter", "kind", "authority"],
      ...["holder", "granted", "expires", "authorised", "cameras", "retention", "state"],
      ...["daysLeft", "faults", "note", "source"],
    ]),
    rows: orders.map((row): WorkbookCell[] => [
      row.orderNumber,
      row.gazetteAct,
      row.gazette,
      row.gazetteOn === null ? null : { day: row.gazetteOn },
      row.perimeterName ?? silence,
      t(`orders.kinds.${row.kind}`),
      row.authority,
      row.holder,
      { day: row.grantedOn },
      row.expiresOn === null ? silence : { day: row.expiresOn },
      cellOf(row.camerasAuthorised ?? silence),
      cellOf(row.cameras),
      cellOf(row.retentionDays ?? silence),
      pageBook(`states.${row.reading.state}`),
      cellOf(row.reading.daysLeft),
      row.faults
        .map((fault) => `${t(`faults.items.${fault}`)} (${orderFaults[fault]})`)
        .join("; ") || null,
      row.note,
      sourcesIn(order, [row.sourceId]),
    ]),
  };
}

/** Cameras, inhabitants and ground of each district. */
export function districtTable(
  districts: readonly ShownDistrict[],
  { t, pageBook }: TableWords,
): PageTable {
  return {
    title: t("table.caption"),
    notes: [t("table.intro")],
    headings: headingsOf(pageBook, "districts", [
      ...["code", "name", "inService", "inhabitants", "census", "perThousand", "area", "perArea"],
    ]),
    rows: districts.map((district): WorkbookCell[] => [
      district.code,
      district.name,
      cellOf(district.inService ?? pageBook("unknown")),
      cellOf(district.population?.inhabitants ?? pageBook("unknown")),
      district.population ? { value: district.population.year, as: "year" } : null,
      cellOf(numberOf(district.perThousandInhabitants) ?? pageBook("unknown")),
      district.areaM2 === null
        ? pageBook("unknown")
        : { value: district.areaM2 / 1_000_000, as: "number" },
      cellOf(district.perKm2 ?? pageBook("unknown")),
    ]),
  };
}

/** The wording of the documented vocabulary, or the text as its source wrote it. */
function known(words: Words, group: string, text: string | null): string | null {
  if (text === null) return null;
  const key = `${group}.${keyOfKnownText(text)}`;
  return words.has(key) ? words(key) : text;
}
