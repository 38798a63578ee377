import { wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { caveatsOf } from "#components/indicator/indicator-value.tsx";
import { currencyOf, wordPoint } from "#components/indicator/indicator-words.ts";
import { ledgerYears } from "#components/vote-card/ledger-years.ts";
import type { VoteCardProps } from "#components/vote-card/vote-card-props.ts";
import type { PageTable } from "#components/workbook/page-workbook.ts";
import { remainder } from "#domain/disclosure/outcome-family.ts";
import type { SuggestedArea } from "#domain/indicator/comparison-area.ts";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import type { CostRange } from "#domain/indicator/expected-cost.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { shortPeriod, wordDate } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import {
  type BookWords,
  bookHeadings,
  type Fact,
  factTable,
  moneyCell,
  type SourceOrder,
  sourcesIn,
} from "./fact-table.ts";
import { neighbourTable } from "./neighbour-table.ts";

type Page = VoteCardProps["page"];

/** The card of a proposed camera: what was entered, what is recorded of the place, its neighbours, cost and comparison. */
export function voteCardTables(page: Page, words: BookWords): PageTable[] {
  const { t } = words;
  const order = page.sources.map(({ id }) => id);
  return [
    factTable(proposalFacts(page, words), { title: t("voteCard.fixedTitle"), order }, words),
    placeTable(page, order, words),
    ...(page.place?.position ? [neighbourTable(page, words)] : []),
    costTable(page, order, words),
    ...(page.comparison ? [comparisonTable(page.comparison, page.place, words)] : []),
  ];
}

function proposalFacts({ proposal, place, baseline }: Page, { locale, t }: BookWords): Fact[] {
  const open = t("voteCard.toFix");
  const field = (name: string, said: string | undefined): Fact => ({
    name: t(`voteCard.form.${name}.label`),
    words: said ?? open,
  });
  return [
    field("district", place?.district?.name ?? t("voteCard.form.noDistrict")),
    ...(place?.camera ? [field("camera", place.camera.reference)] : []),
    {
      name: t("voteCard.form.cameras.label"),
      value: proposal.cameras,
      words: wordNumber(locale, proposal.cameras),
    },
    field("objective", proposal.objective),
    field("indicator", baseline && t(`indicators.items.${baseline.indicator.id}.name`)),
    field("target", proposal.target),
    field("evaluateOn", proposal.evaluateOn && wordDate(locale, proposal.evaluateOn)),
  ];
}

/** Facts recorded in the district, whole and by category, then the indicators of use in the district and in the city. */
function placeTable(page: Page, order: SourceOrder, words: BookWords): PageTable {
  const { t } = words;
  const { recorded, place } = page;
  const district = place?.district?.name;
  const facts = district
    ? recordedFacts(page, district, words)
    : [{ name: t("voteCard.place.nothingRecorded"), words: t("voteCard.place.noPlace") }];
  return factTable(
    [...facts, ...liveFacts(page, words), ...indicatorFacts(page, words)],
    {
      title: t("voteCard.place.title", { place: district ?? page.city.name }),
      notes: [...new Set(recorded.total.map(({ wording }) => wording))],
      order,
    },
    words,
  );
}

function recordedFacts({ recorded }: Page, place: string, { t, locale }: BookWords): Fact[] {
  const said = (value: number | undefined, kind: string) =>
    value === undefined ? t(`measure.short.${kind}`) : wordNumber(locale, value);
  return [
    ...recorded.total.map(
      (count): Fact => ({
        name: t("pageWorkbook.voteCard.recorded", { place }),
        value: count.value,
        words: said(count.value, count.kind),
        period: String(count.year),
        sourceIds: count.sourceIds,
      }),
    ),
    ...recorded.categories
      .filter(({ category }) => category !== remainder)
      .map(({ category, state, value }): Fact => {
        const count = state === "zero" ? 0 : (value ?? undefined);
        return {
          name: t("pageWorkbook.voteCard.recordedCategory", { category, place }),
          value: count,
          words: said(count, state === "withheld" ? "withheld" : "not-collected"),
          period: recorded.year === undefined ? undefined : String(recorded.year),
        };
      }),
  ];
}

function liveFacts({ seenLive, place }: Page, { t, locale }: BookWords): Fact[] {
  if (seenLive?.value === undefined) return [];
  const key = `outcomes.stages.${seenLive.stage}`;
  return [
    {
      name: `${t.has(key) ? t(key) : seenLive.stage} (${place?.district?.name ?? ""})`,
      value: seenLive.value,
      words: wordNumber(locale, seenLive.value),
      period: String(seenLive.year),
      sourceIds: seenLive.sourceIds,
    },
  ];
}

function indicatorFacts({ use, place, city }: Page, words: BookWords): Fact[] {
  const own = { locale: words.locale, t: wordsOf(words, "indicators") };
  const district = place?.district?.name;
  return use.flatMap(({ indicator, ...points }) => {
    const fact = (area: string, point: IndicatorPoint | undefined): Fact => ({
      name: `${own.t(`items.${indicator.id}.name`)} (${area})`,
      value: amountOf(point),
      words: [wordPoint(own, indicator, point), ...caveatsOf(own, indicator, point)].join(" · "),
      period: point && shortPeriod(point.period),
      sourceIds: point ? [...point.numerator.sources, ...point.denominator.sources] : [],
    });
    return [...(district ? [fact(district, points.district)] : []), fact(city.name, points.city)];
  });
}

function amountOf(point: IndicatorPoint | undefined): WorkbookCell | undefined {
  const value = point?.result && numberOf(point.result);
  if (value === undefined || !point?.result) return undefined;
  if (currencyOf(point.result.unit)) return moneyCell(value);
  return { value, as: point.result.unit === "share" ? "share" : "number" };
}

function costTable({ cost }: Page, order: SourceOrder, words: BookWords): PageTable {
  const { t, locale } = words;
  const title = t("voteCard.cost.title", { years: cost?.years ?? 5 });
  if (!cost)
    return factTable([{ name: title, words: t("voteCard.cost.silent") }], { title, order }, words);
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const row = (name: string, range: Omit<CostRange, "from" | "to">, years: string) => [
    name,
    moneyCell(range.low),
    moneyCell(range.high),
    moneyCell(range.pooled),
    cost.currency,
    years,
    sourcesIn(order, cost.sourceIds),
  ];
  const ofYears = ({ from, to }: CostRange) => `${from}–${to}`;
  const names = (families: readonly string[]) =>
    families
      .map((family) => {
        const key = `home.spend.family.${family}`;
        return t.has(key) ? t(key) : family;
      })
      .join(", ");
  const { marginal, full } = cost;
  return {
    title,
    notes: [
      t("voteCard.cost.caveat", {
        count: cost.cameras,
        cameras: wordNumber(locale, cost.cameras),
        pooled: money(marginal.total.pooled),
        vat: cost.vatIncluded ? "incl" : "excl",
        ...ledgerYears([marginal.equipment, marginal.running]),
      }),
      t("voteCard.cost.method"),
      t("voteCard.cost.marginalText"),
      t("voteCard.cost.fullText"),
      ...(["missing", "assumedLives"] as const).flatMap((key) =>
        cost[key].length > 0 ? [t(`voteCard.cost.${key}`, { families: names(cost[key]) })] : [],
      ),
    ],
    headings: bookHeadings(t, "costRanges", [
      ...["part", "low", "high", "pooled", "currency", "years", "sources"],
    ]),
    rows: [
      row(t("voteCard.cost.marginalTitle"), marginal.total, `${cost.years}`),
      row(t("voteCard.cost.equipment"), marginal.equipment, ofYears(marginal.equipment)),
      row(t("voteCard.cost.marginal"), marginal.running, ofYears(marginal.running)),
      row(t("voteCard.cost.fullTitle"), full.total, `${cost.years}`),
      row(
        t("voteCard.cost.writtenOff", { years: cost.years }),
        full.equipment,
        ofYears(full.equipment),
      ),
      ...(full.jointCapital
        ? [row(t("voteCard.cost.jointCapital"), full.jointCapital, ofYears(full.jointCapital))]
        : []),
      row(t("voteCard.cost.whole"), full.running, ofYears(full.running)),
    ],
  };
}

function comparisonTable(
  comparison: SuggestedArea,
  place: Page["place"],
  { t }: BookWords,
): PageTable {
  const unknown = t("voteCard.comparison.unknown");
  const { rates, trends, camerasPerThousand, years } = comparison;
  const row = (
    name: string,
    here: number | undefined,
    there: number | undefined,
    isShare = false,
  ) => [
    t(`voteCard.comparison.${name}`),
    cell(here, isShare) ?? unknown,
    cell(there, isShare) ?? unknown,
  ];
  return {
    title: t("voteCard.comparison.title", { name: comparison.name }),
    notes: [t("voteCard.comparison.method", { from: String(years.from), to: String(years.to) })],
    headings: [
      t("pageWorkbook.facts.name"),
      place?.district?.name ?? t("voteCard.place.here"),
      comparison.name,
    ],
    rows: [
      row("rates", rates.place, rates.area),
      row("trends", trends.place, trends.area, true),
      row("cameras", camerasPerThousand.place, camerasPerThousand.area),
    ],
  };
}

function cell(value: number | undefined, isShare: boolean): WorkbookCell | undefined {
  if (value === undefined) return undefined;
  return { value, as: isShare ? "share" : "number" };
}
