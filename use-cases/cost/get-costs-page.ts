import { type CameraYears, cameraYears } from "#domain/indicator/camera-years.ts";
import {
  type PublishedYearlyCost,
  publishedYearlyCosts,
} from "#domain/indicator/published-yearly-cost.ts";
import { spendPerCameraYear } from "#domain/indicator/spend-per-camera-year.ts";
import { type YearlySpend, yearlySpend } from "#domain/indicator/yearly-spend.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { countCamerasByDates } from "#persistence/camera-queries.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { sumCosts } from "#persistence/cost-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type YearOfSpend = { spend: YearlySpend; cameraYears: CameraYears; perCameraYear: Measure };

export type CostsPage = {
  city: City;
  /** What was paid, one entry per accounting year, the latest last; empty without a ledger. */
  spending: YearOfSpend[];
  /** Yearly costs that can be put together from what has been published. */
  published: PublishedYearlyCost<PublishedFigureRow>[];
  sources: SourceRow[];
};

/** What the cameras of a city cost, as of a release; undefined when there is no such city or release. */
export function getCostsPage(slug: string, askedRelease?: number): Promise<CostsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, askedRelease);
    if (!city) return undefined;
    const spending = await spendingOf(sql, city);
    const figures = await listPublishedFigures(sql, city.id, releaseOf(city));
    const published = publishedYearlyCosts(figures);
    const sourceIds = new Set([
      ...spending.flatMap(({ spend }) => spend.sourceIds),
      ...published.flatMap(({ components, cameras }) =>
        [...components, cameras].map(({ sourceId }) => sourceId),
      ),
    ]);
    return { city, spending, published, sources: await findSources(sql, [...sourceIds]) };
  });
}

async function spendingOf(sql: ReadSql, city: City): Promise<YearOfSpend[]> {
  const release = releaseOf(city);
  const totals = await sumCosts(sql, city.id, release);
  if (totals.length === 0) return [];
  const dates = await countCamerasByDates(sql, city.id, release);
  return yearlySpend(totals, fiscalYearStartMonth(city.country)).map((spend) => {
    const years = cameraYears(dates, spend.period);
    return { spend, cameraYears: years, perCameraYear: spendPerCameraYear(spend, years) };
  });
}
