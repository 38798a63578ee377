import type { DistrictSheetProps } from "#components/district/district-sheet-props.ts";
import { knownText } from "#components/exhibit/exhibit-words.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { shortPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordRatio } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import {
  type BookWords,
  bookHeadings,
  type Fact,
  factTable,
  moneyCell,
  shareCell,
  sourcesIn,
} from "./fact-table.ts";

type Page = Omit<DistrictSheetProps["page"], "sources"> & { order: readonly number[] };

/** One district beside its charts: its figures and the requests of every year. */
export function districtTables(page: Page, words: BookWords): PageTable[] {
  const { t } = words;
  const { order } = page;
  return [
    factTable(factsOf(page, words), { title: t("pageWorkbook.titles.figures"), order }, words),
    ...(page.reviews.length > 0 ? [reviewTable(page, words)] : []),
  ];
}

function factsOf(page: Page, words: BookWords): Fact[] {
  const { t, locale } = words;
  const { population, running, district } = page;
  const counted = (name: string, value: number | undefined, silence: string): Fact => {
    const said = value === undefined ? t(silence) : wordRatio(locale, value);
    return page.camerasPlaced
      ? { name: t(name), value, words: said }
      : { name: t(name), words: t("district.notByDistrict") };
  };
  const rate = numberOf(page.perThousandInhabitants);
  return [
    counted("pageWorkbook.districts.inService", page.inService, "district.none"),
    {
      ...counted("district.perThousand", rate, "district.populationUnknown"),
      period: population && String(population.year),
      sourceIds: population ? [population.sourceId] : [],
    },
    {
      ...counted("district.perKm2", page.perKm2, "district.areaUnknown"),
      sourceIds: [district.sourceId],
    },
    {
      name: t("district.running"),
      value: running && moneyCell(running.cents),
      words: running
        ? wordMoney(locale, running.cents, running.costs.currency)
        : t("district.runningUnknown"),
      period: running && shortPeriod(running.costs.period),
      sourceIds: running?.costs.spend.sourceIds,
    },
  ];
}

function reviewTable({ reviews, reviewsProtected, order }: Page, words: BookWords): PageTable {
  const { t } = words;
  return {
    title: t("district.requestsCaption"),
    notes: [
      ...new Set(reviews.map(({ wording }) => wording)),
      ...(reviewsProtected ? [t("district.someProtected")] : []),
    ],
    headings: bookHeadings(t, "reviews", [
      ...["year", "scope", "requested", "relevant", "share", "low", "high", "months", "sources"],
    ]),
    rows: reviews.map((review): WorkbookCell[] => [
      { value: review.year, as: "year" },
      knownText(words, "scopes", review.scope),
      cellOf(review.requested),
      review.relevant === undefined
        ? t(`measure.short.${review.relevantIsWithheld ? "withheld" : "not-communicated"}`)
        : cellOf(review.relevant),
      review.rate ? shareCell(review.rate.value) : null,
      review.rate ? shareCell(review.rate.low) : null,
      review.rate ? shareCell(review.rate.high) : null,
      cellOf(review.months),
      sourcesIn(order, review.sourceIds),
    ]),
  };
}
