import { cameraYears } from "#domain/indicator/camera-years.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { type Funnel, outcomeFunnel, scopesOf } from "#domain/indicator/outcome-funnel.ts";
import type { CountOfYear } from "#domain/indicator/outcome-series.ts";
import { type ProtectedAreas, protectedAreas } from "#domain/indicator/protected-areas.ts";
import {
  type CategoryCounts,
  protectedCategories,
} from "#domain/indicator/protected-categories.ts";
import { type MonthlyCounts, protectedMonths } from "#domain/indicator/protected-months.ts";
import { protectedReviews } from "#domain/indicator/protected-reviews.ts";
import { publishedYears } from "#domain/indicator/published-years.ts";
import { type Utilisation, utilisation } from "#domain/indicator/utilisation.ts";
import { type FunnelName, funnelStages } from "#domain/outcome/funnel-stages.ts";
import { countCamerasByDates } from "#persistence/camera-queries.ts";
import { type City, findCity, listDistricts, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { sumOutcomes } from "#persistence/outcome-queries.ts";
import {
  listCountedOutcomes,
  listProtectedOutcomes,
  type ProtectedOutcomeRow,
} from "#persistence/protected-outcome-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type OutcomesPage = {
  city: City;
  /** Years that have any count, the latest first. */
  years: number[];
  year: number | undefined;
  /** Of the year shown: footage review, live monitoring, video fines, rights; only those that were counted. */
  funnels: Funnel[];
  /** Requests for footage and their results, every year. */
  reviews: FootageReview[];
  /** Detections, fines and rights of every year, by definition. */
  series: CountOfYear[];
  utilisation: Utilisation[];
  /** Requests for footage of the year shown, by category and district, after disclosure control. */
  areas: ProtectedAreas | undefined;
  /** The year shown by month and by category. */
  breakdown: {
    requestMonths: MonthlyCounts | undefined;
    alertMonths: MonthlyCounts | undefined;
    categories: CategoryCounts | undefined;
  };
  sources: SourceRow[];
};

/** What the images and the operators brought, year by year, in published counts alone; undefined when there is no such city or release. */
export function getOutcomesPage(
  slug: string,
  askedYear: number | undefined,
  askedRelease?: number,
): Promise<OutcomesPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, askedRelease);
    if (!city) return undefined;
    const cells = await listCountedOutcomes(sql, city.id, releaseOf(city), {
      tables: ["city-year", "city-result", "city-month"],
      area: { kind: "city" },
    });
    const totals = await sumOutcomes(sql, city.id, releaseOf(city), { kind: "city" });
    const counts = publishedYears(cells, totals);
    const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a);
    const year = years.find((known) => known === askedYear) ?? latestFull(counts);
    const sourceIds = [...new Set(totals.flatMap((total) => total.sourceIds))];
    return {
      city,
      years,
      year,
      funnels: year === undefined ? [] : funnelsOf(counts, year),
      reviews: [...protectedReviews(cells).reviews],
      series: counts,
      utilisation: await utilisationOf(sql, city, counts),
      areas: year === undefined ? undefined : await areasOf(sql, city, year),
      breakdown: await breakdownOf(sql, city, cells, year),
      sources: await findSources(sql, sourceIds),
    };
  });
}

function funnelsOf(counts: readonly CountOfYear[], year: number): Funnel[] {
  return (Object.keys(funnelStages) as FunnelName[]).flatMap((name) =>
    scopesOf(name, counts, year).map((scope) => outcomeFunnel(name, counts, year, scope)),
  );
}

/** The latest whole year in which something of the funnels is known, or else the latest of which a part is counted. */
function latestFull(counts: readonly CountOfYear[]): number | undefined {
  const known = counts.filter(({ funnel, value }) => funnel in funnelStages && value !== undefined);
  const whole = known.filter(({ months }) => months === undefined || months === 12);
  const shown = whole.length > 0 ? whole : known;
  return shown.length === 0 ? undefined : Math.max(...shown.map(({ year }) => year));
}

/** Of the definition and scope that break most of their requests down. */
async function areasOf(
  sql: ReadSql,
  city: City,
  year: number,
): Promise<ProtectedAreas | undefined> {
  const release = releaseOf(city);
  const cells = await listProtectedOutcomes(sql, city.id, release, {
    tables: ["district-category"],
    years: { from: year, to: year },
  });
  const asked = cells.filter(
    ({ funnel, stage }) => funnel === "footage-review" && stage === "requested",
  );
  const tables = new Map<string, ProtectedOutcomeRow[]>();
  for (const cell of asked) {
    const key = `${cell.definition} ${cell.scope}`;
    tables.set(key, [...(tables.get(key) ?? []), cell]);
  }
  const [largest] = [...tables.values()].sort((a, b) => b.length - a.length);
  return largest && protectedAreas(largest, await listDistricts(sql, city.id, release));
}

/** Published cells of the city alone: `cells` holds its months, its categories, or those of all its districts, are read for the year. */
async function breakdownOf(
  sql: ReadSql,
  city: City,
  cells: readonly ProtectedOutcomeRow[],
  year: number | undefined,
): Promise<OutcomesPage["breakdown"]> {
  if (year === undefined)
    return { requestMonths: undefined, alertMonths: undefined, categories: undefined };
  const months = (funnel: FunnelName, stages: readonly string[]) =>
    protectedMonths(cells, { funnel, stages, year });
  const byCategory = await listProtectedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["city-category", "city-category-result"],
    years: { from: year, to: year },
  });
  return {
    requestMonths: months("footage-review", ["requested"]),
    alertMonths: months("live-monitoring", funnelStages["live-monitoring"]),
    categories: protectedCategories(byCategory, year),
  };
}

async function utilisationOf(
  sql: ReadSql,
  city: City,
  counts: readonly CountOfYear[],
): Promise<Utilisation[]> {
  if (counts.length === 0) return [];
  const dates = await countCamerasByDates(sql, city.id, releaseOf(city));
  return utilisation(counts, (period) => cameraYears(dates, period).value);
}
