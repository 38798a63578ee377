import type { AllocationKey, ServiceTime } from "#domain/cost/allocation-key.ts";
import { bookValue } from "#domain/cost/book-value.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import type { CostView } from "#domain/cost/cost-view.ts";
import { type FullCostYear, fullCosts } from "#domain/cost/full-cost.ts";
import { honourView, inOneCurrency, type SetAside } from "#domain/cost/honour-view.ts";
import type { LedgerEntry } from "#domain/cost/ledger-entry.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { type PlannedAndActual, plannedAndActual } from "#domain/cost/planned-and-actual.ts";
import type { PriceIndex } from "#domain/cost/price-index.ts";
import { type CameraYears, cameraYears } from "#domain/indicator/camera-years.ts";
import { type Inhabitants, nearestPopulation } from "#domain/indicator/cameras-per-inhabitant.ts";
import type { CostByUse } from "#domain/indicator/cost-by-use.ts";
import { type CostUnderLife, costSensitivity } from "#domain/indicator/cost-sensitivity.ts";
import {
  fullCostByUnitOfKey,
  fullCostFigure,
  fullCostPerCameraYear,
  fullCostPerInhabitant,
} from "#domain/indicator/full-cost-figures.ts";
import type { HoursWatched } from "#domain/indicator/hours-watched.ts";
import { serviceTimeOf } from "#domain/indicator/latest-full-cost.ts";
import { lackingForFullCost, type MissingNature } from "#domain/indicator/ledger-standing.ts";
import { type MarginalCost, marginalCost } from "#domain/indicator/marginal-cost.ts";
import {
  type PublishedYearlyCost,
  publishedYearlyCosts,
} from "#domain/indicator/published-yearly-cost.ts";
import { spendPerCameraYear } from "#domain/indicator/spend-per-camera-year.ts";
import { type YearlySpend, yearlySpend } from "#domain/indicator/yearly-spend.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { type CameraDates, countCamerasByDates } from "#persistence/camera-queries.ts";
import { type City, findCity, listPopulation, releaseOf } from "#persistence/city-queries.ts";
import { loadCostByUse } from "#persistence/cost-by-use.ts";
import { sumCosts } from "#persistence/cost-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { findHoursWatched } from "#persistence/hours-watched-queries.ts";
import { type LedgerDetails, loadLedgerDetails } from "#persistence/ledger-details.ts";
import {
  type ContractOfLedger,
  listContracts,
  listLedger,
  listPriceIndices,
  sumLedger,
} from "#persistence/ledger-queries.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type YearOfSpend = { spend: YearlySpend; cameraYears: CameraYears; perCameraYear: Measure };

/** One year of accounts with what divides it. */
export type YearOfCost = {
  cost: FullCostYear;
  /** What it lacks to be a full cost. */
  lacking: MissingNature[];
  cameraYears: CameraYears;
  total: Measure;
  perCameraYear: Measure;
  /** What divides a joint cost under each key; hours only in a year in which they were asked for. */
  service: ServiceTime;
  /** The cost by the unit of the key chosen. */
  perUnit: Measure;
  perInhabitant: Measure;
  population: Inhabitants | undefined;
};

/** What the ledger says of the year shown, under the choices of the reader. */
export type ShownCost = {
  year: YearOfCost;
  sensitivity: CostUnderLife[];
  marginal: MarginalCost;
  /** Of the year shown, as recorded. */
  budget: PlannedAndActual[];
  /** By what the cameras are declared to be for. */
  byUse: CostByUse | undefined;
  service: ServiceTime;
  /** Hours for which operators watched, where somebody counts them. */
  watched: HoursWatched | undefined;
};

export type CostsPage = LedgerDetails & {
  city: City;
  /** What the reader chose, with the year shown. */
  view: CostView;
  /** Choices that this ledger cannot honour. */
  setAside: SetAside[];
  /** Ledger lines in another currency, which are in no figure of the page. */
  otherCurrencyLines: number;
  /** The index by which prices are made constant, and all that could be. */
  index: PriceIndex | undefined;
  indices: string[];
  /** Every year of accounts under these choices, the earliest first. */
  years: YearOfCost[];
  shown: ShownCost | undefined;
  contracts: ContractOfLedger[];
  /** What was paid, one entry per accounting year, the latest last; empty without a ledger. */
  spending: YearOfSpend[];
  /** Yearly costs that can be put together from what has been published. */
  published: PublishedYearlyCost<PublishedFigureRow>[];
  /** Published amounts of money, when there is no ledger. */
  figures: PublishedFigureRow[];
  sources: SourceRow[];
};

/** What the cameras of a city cost, as of a release; undefined when there is no such city or release. */
export function getCostsPage(
  slug: string,
  view: CostView,
  askedRelease?: number,
): Promise<CostsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, askedRelease);
    return city && costsPageOf(sql, city, view);
  });
}

export type CostsWorkbook = { page: CostsPage; ledger: LedgerEntry[]; isCut: boolean };

/** More lines than a spreadsheet is read with: what is beyond is said to be missing. */
const MOST_LINES = 50_000;

/** The page on costs with the lines it leans on: what a spreadsheet of it holds. */
export function getCostsWorkbook(
  slug: string,
  view: CostView,
  askedRelease?: number,
): Promise<CostsWorkbook | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, askedRelease);
    if (!city) return undefined;
    const page = await costsPageOf(sql, city, view);
    const lines = await listLedger(sql, city.id, releaseOf(city), MOST_LINES + 1);
    return { page, ledger: lines.slice(0, MOST_LINES), isCut: lines.length > MOST_LINES };
  });
}

async function costsPageOf(sql: ReadSql, city: City, asked: CostView): Promise<CostsPage> {
  const release = releaseOf(city);
  const startMonth = fiscalYearStartMonth(city.country);
  const { lines, leftOut } = inOneCurrency(await sumLedger(sql, city.id, release), city.currency);
  const dates = await countCamerasByDates(sql, city.id, release);
  const indices = await listPriceIndices(sql, city.id, release);
  const index =
    asked.index === undefined ? indices[0] : indices.find(({ name }) => name === asked.index);
  const { view, choices, setAside } = honourView(lines, asked, index, startMonth);
  const inhabitants = (await listPopulation(sql, city.id, release)).filter(
    ({ districtCode }) => districtCode === null,
  );
  const watching = new Map<number, HoursWatched | undefined>();
  const costs = fullCosts(lines, choices, startMonth);
  for (const { year, period } of costs) {
    if (year !== view.year && view.key !== "hours") continue;
    const served = serviceTimeOf(cameraYears(dates, period)).cameras;
    watching.set(year, await findHoursWatched(sql, city, period, served));
  }
  const years = costs.map((cost) =>
    yearOf(cost, { choices, key: view.key, dates, inhabitants, watched: watching.get(cost.year) }),
  );
  const shown = years.find(({ cost }) => cost.year === view.year);
  const watched = shown && watching.get(shown.cost.year);
  const figures = await listPublishedFigures(sql, city.id, release);
  const totals = inOneCurrency(await sumCosts(sql, city.id, release), city.currency).lines;
  const page = {
    city,
    view,
    setAside,
    otherCurrencyLines: leftOut,
    index,
    indices: indices.map(({ name }) => name),
    years,
    shown: shown && {
      ...shownCost(shown, lines, choices, view, startMonth),
      byUse: await loadCostByUse(sql, city, shown.cost, choices, view.key),
      service: shown.service,
      watched,
    },
    contracts: await listContracts(sql, city.id, release),
    ...(await loadLedgerDetails(sql, city, {
      currency: lines[0]?.currency ?? city.currency,
      period: shown?.cost.period,
    })),
    spending: spendingOf(totals, dates, startMonth),
    published: publishedYearlyCosts(figures),
    figures: figures.filter(({ unit }) => /^[A-Z]{3}\b/.test(unit)),
  };
  return { ...page, sources: await findSources(sql, sourcesIn(page, index?.sourceIds ?? [])) };
}

type Reading = {
  choices: CostChoices;
  key: AllocationKey;
  dates: readonly CameraDates[];
  inhabitants: readonly Inhabitants[];
  watched: HoursWatched | undefined;
};

function yearOf(
  cost: FullCostYear,
  { choices: { grants }, key, dates, inhabitants, watched }: Reading,
): YearOfCost {
  const years = cameraYears(dates, cost.period);
  const service = serviceTimeOf(years, watched?.hours);
  const population = nearestPopulation(inhabitants, cost.year);
  return {
    cost,
    lacking: lackingForFullCost(cost),
    cameraYears: years,
    total: fullCostFigure(cost, grants),
    perCameraYear: fullCostPerCameraYear(cost, grants, years),
    service,
    perUnit: fullCostByUnitOfKey(cost, grants, key, service),
    perInhabitant: fullCostPerInhabitant(cost, grants, population),
    population,
  };
}

function shownCost(
  year: YearOfCost,
  ledger: readonly LedgerLine[],
  choices: CostChoices,
  view: CostView,
  startMonth: number,
): Omit<ShownCost, "service" | "watched" | "byUse"> {
  const { cost } = year;
  const asked = { year: cost.year, rate: view.rate / 100, startMonth };
  return {
    year,
    sensitivity: costSensitivity(ledger, choices, asked),
    marginal: marginalCost(cost, bookValue(ledger, choices, startMonth, cost.year)),
    budget: plannedAndActual(ledger, cost.year, startMonth),
  };
}

function spendingOf(
  totals: Awaited<ReturnType<typeof sumCosts>>,
  dates: readonly CameraDates[],
  startMonth: number,
): YearOfSpend[] {
  return yearlySpend(totals, startMonth).map((spend) => {
    const years = cameraYears(dates, spend.period);
    return { spend, cameraYears: years, perCameraYear: spendPerCameraYear(spend, years) };
  });
}

function sourcesIn(page: Omit<CostsPage, "sources">, ofIndex: readonly number[]): number[] {
  return [
    ...new Set([
      ...page.years.flatMap(({ cost }) => cost.sourceIds),
      ...(page.shown?.year.population ? [page.shown.year.population.sourceId] : []),
      ...(page.shown?.watched?.sourceIds ?? []),
      ...(page.view.prices === "constant" ? ofIndex : []),
      ...page.contracts.map(({ sourceId }) => sourceId),
      ...page.grantDecisions.flatMap(({ sourceIds }) => sourceIds),
      ...page.payments.flatMap(({ sourceIds }) => sourceIds),
      ...page.spending.flatMap(({ spend }) => spend.sourceIds),
      ...page.published.flatMap(({ components, cameras }) =>
        [...components, cameras].map(({ sourceId }) => sourceId),
      ),
      ...(page.years.length === 0 ? page.figures.map(({ sourceId }) => sourceId) : []),
    ]),
  ];
}
