import { getTranslations } from "next-intl/server";
import { chartWords, figureChartWords } from "#app/_charts/outcome-chart-words.ts";
import { expiryChart } from "#components/authorisation/expiry-chart.ts";
import type { Words } from "#components/chart/offered-chart.ts";
import { districtsCharts } from "#components/district/districts-charts.ts";
import { effectCharts } from "#components/effect/effect-charts.ts";
import { listOutcomeCharts, outcomeCharts } from "#components/outcome/outcome-charts.ts";
import { figureCharts } from "#components/published-figure/figure-charts.ts";
import { chartTables, type PageWorkbook } from "#components/workbook/page-workbook.ts";
import { authorisationTables } from "#components/workbook-tables/authorisation-tables.ts";
import type { BookWords } from "#components/workbook-tables/fact-table.ts";
import {
  districtTable,
  figureTable,
  indicatorTable,
  orderTable,
  utilisationTables,
} from "#components/workbook-tables/page-tables.ts";
import { publishedTables } from "#components/workbook-tables/published-tables.ts";
import { studyTables } from "#components/workbook-tables/study-tables.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";
import { getDistrictsPage } from "#use-cases/district/get-districts-page.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { getIndicatorsPage } from "#use-cases/indicator/get-indicators-page.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";

export type AskedWorkbook = {
  locale: string;
  city: string;
  year: number | undefined;
  release: number | undefined;
};

type City = {
  slug: string;
  name: string;
  timezone: string;
  release: number;
  isNamed: boolean;
  publishedAt: Date | null;
};
export type Made = Pick<PageWorkbook, "tables" | "sources"> & {
  city: City;
  title: string;
  standfirst: string;
};
type Maker = (asked: AskedWorkbook) => Promise<Made | undefined>;

const wordsOf = async (locale: string, namespace: string): Promise<Words> =>
  getTranslations({ locale, namespace });

/** Every sentence, under its whole name. */
export async function bookWords(locale: string): Promise<BookWords> {
  return { locale, t: (await getTranslations({ locale })) as unknown as Words };
}
const idsOf = (sources: readonly { id: number }[]) => sources.map(({ id }) => id);

/** Pages that are taken away as a workbook: each holds what its page shows, and reads what the page reads. */
export const pageWorkbooks: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ["outcomes", outcomes],
  ["indicators", indicators],
  ["effects", effects],
  ["published-figures", publishedFigures],
  ["authorisations", authorisations],
  ["districts", districts],
]);

async function outcomes({ locale, city, year, release }: AskedWorkbook): Promise<Made | undefined> {
  const page = await getOutcomesPage(city, year, release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "outcomes");
  const pageBook = await wordsOf(locale, "pageWorkbook");
  const charts = listOutcomeCharts(outcomeCharts(page, await chartWords(locale)));
  const used = utilisationTables(page.utilisation, idsOf(page.sources), { locale, t, pageBook });
  return {
    city: page.city,
    title: t("metaTitle", { city: page.city.name }),
    standfirst: t("standfirst"),
    tables: [...chartTables(charts), ...used],
    sources: page.sources,
  };
}

async function indicators({ locale, city, release }: AskedWorkbook): Promise<Made | undefined> {
  const page = await getIndicatorsPage(city, new Date(), release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "indicators");
  const pageBook = await wordsOf(locale, "pageWorkbook");
  return {
    city: page.city,
    title: t("metaTitle", { city: page.city.name }),
    standfirst: t("index.standfirst"),
    tables: [indicatorTable(page.rows, idsOf(page.sources), { locale, t, pageBook })],
    sources: page.sources,
  };
}

async function effects({ locale, city, release }: AskedWorkbook): Promise<Made | undefined> {
  const page = await getEffectsPage(city, release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "effects");
  const charts = await wordsOf(locale, "charts");
  return {
    city: page.city,
    title: t("metaTitle", { city: page.city.name }),
    standfirst: t("standfirst"),
    tables: [
      ...chartTables(effectCharts(page, { locale, effects: t, charts })),
      ...studyTables(page.studies, page, await bookWords(locale)),
    ],
    sources: page.sources,
  };
}

async function publishedFigures({
  locale,
  city,
  release,
}: AskedWorkbook): Promise<Made | undefined> {
  const page = await getPublishedFiguresPage(city, release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "publishedFigures");
  const pageBook = await wordsOf(locale, "pageWorkbook");
  return {
    city: page.city,
    title: t("page.metaTitle", { city: page.city.name }),
    standfirst: t("page.standfirst"),
    tables: [
      ...publishedTables(page, await bookWords(locale)),
      ...chartTables(figureCharts(page, await figureChartWords(locale))),
      figureTable(page.figures, idsOf(page.sources), { locale, t, pageBook }),
    ],
    sources: page.sources,
  };
}

async function authorisations({ locale, city, release }: AskedWorkbook): Promise<Made | undefined> {
  const page = await getAuthorisationsPage(city, new Date(), release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "authorisations");
  const pageBook = await wordsOf(locale, "pageWorkbook");
  const expiries = expiryChart(page, { locale, t, charts: await wordsOf(locale, "charts") });
  return {
    city: page.city,
    title: t("metaTitle", { city: page.city.name }),
    standfirst: page.needsOrders
      ? t("standfirst", { day: wordDate(locale, page.today) })
      : t("otherLaw"),
    tables: [
      ...authorisationTables(page, await bookWords(locale)),
      ...chartTables(expiries ? [expiries] : []),
      orderTable(page.orders, idsOf(page.sources), { locale, t, pageBook }),
    ],
    sources: page.sources,
  };
}

async function districts({ locale, city, release }: AskedWorkbook): Promise<Made | undefined> {
  const page = await getDistrictsPage(city, new Date(), release);
  if (!page) return undefined;
  const t = await wordsOf(locale, "districtsPage");
  const pageBook = await wordsOf(locale, "pageWorkbook");
  const measure = await wordsOf(locale, "measure");
  const charts = await wordsOf(locale, "charts");
  return {
    city: page.city,
    title: t("metaTitle", { city: page.city.name }),
    standfirst: t(page.districts.length === 0 ? "nothing" : "standfirst"),
    tables: [
      districtTable(page.districts, { locale, t, pageBook }),
      ...chartTables(districtsCharts(page, { locale, t, measure, charts })),
    ],
    sources: page.sources,
  };
}
