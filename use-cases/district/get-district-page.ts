import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { type AllocationKey, plainestKey } from "#domain/cost/allocation-key.ts";
import type { RunningCosts } from "#domain/indicator/camera-running-cost.ts";
import { type CameraYears, cameraYears } from "#domain/indicator/camera-years.ts";
import {
  camerasPerThousandInhabitants,
  nearestPopulation,
} from "#domain/indicator/cameras-per-inhabitant.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { type OffenceSeries, offenceSeries } from "#domain/indicator/offence-series.ts";
import {
  type CategoryCounts,
  protectedCategories,
} from "#domain/indicator/protected-categories.ts";
import { protectedQuarters, type QuarterlyCounts } from "#domain/indicator/protected-quarters.ts";
import { headlineReview, protectedReviews } from "#domain/indicator/protected-reviews.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import {
  type CameraCounts,
  countCameras,
  countCamerasByDates,
} from "#persistence/camera-queries.ts";
import {
  type City,
  type DistrictRow,
  findBoundary,
  findCity,
  listDistricts,
  listPopulation,
  releaseOf,
} from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { loadDistrictFullCost, type PlaceFullCost } from "#persistence/latest-full-cost.ts";
import { loadMapContext } from "#persistence/map-context.ts";
import {
  listCountedOutcomes,
  listProtectedOutcomes,
} from "#persistence/protected-outcome-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type DistrictPage = {
  city: City;
  district: DistrictRow;
  /** Shapes of all districts and of the city, to place this one. */
  districts: DistrictRow[];
  boundary: unknown;
  population:
    | { year: number; inhabitants: number; definition: string; sourceId: number }
    | undefined;
  /** False when the city's cameras are not known by district: no count, and no zero either. */
  camerasPlaced: boolean;
  camerasByStatus: { status: string; cameras: number }[];
  camerasByYear: { year: number; cameras: number }[];
  withoutYear: number;
  inService: number;
  perThousandInhabitants: Measure;
  /** Cameras in service per km², undefined when the district's area is not known. */
  perKm2: number | undefined;
  running: { costs: RunningCosts; cameraYears: CameraYears; cents: number } | undefined;
  full: PlaceFullCost | undefined;
  reviews: FootageReview[];
  /** True when some year is withheld, to protect small counts. */
  reviewsProtected: boolean;
  cityReview: FootageReview | undefined;
  /** Requests for footage by quarter, and by category in the latest year that is broken down. */
  quarters: QuarterlyCounts | undefined;
  categories: CategoryCounts | undefined;
  offences: OffenceSeries | undefined;
  sources: ReadonlyMap<number, SourceRow>;
};

/** What is known of one district, as of a release; undefined when there is no such district. */
export function getDistrictPage(
  citySlug: string,
  code: string,
  now: Date,
  asked?: number,
  key: AllocationKey = plainestKey,
): Promise<DistrictPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const release = releaseOf(city);
    const districts = await listDistricts(sql, city.id, release);
    const district = districts.find((candidate) => candidate.code === code);
    if (!district) return undefined;
    const all = await countCameras(sql, city.id, release);
    const counts = all.filter((count) => count.districtCode === code);
    const camerasPlaced = all.length === 0 || all.some((count) => count.districtCode !== null);
    const inService = add(counts.filter((count) => isInService(count.status)));
    const population = await populationOf(sql, city, code, today);
    const page = {
      city,
      district,
      districts,
      boundary: (await findBoundary(sql, city.id, release))?.geometry,
      population,
      camerasPlaced,
      ...tallies(counts),
      inService,
      perThousandInhabitants: perInhabitants(inService, camerasPlaced, population),
      perKm2:
        district.areaM2 === null || !camerasPlaced
          ? undefined
          : (inService * 1e6) / district.areaM2,
      running: await runningCostOf(sql, city, code, today),
      full: camerasPlaced ? await loadDistrictFullCost(sql, city, code, key) : undefined,
      ...(await reviewsOf(sql, city, code)),
      ...(await breakdownOf(sql, city, code)),
    };
    const sources = await findSources(sql, sourceIdsOf(page));
    return { ...page, sources: new Map(sources.map((source) => [source.id, source])) };
  });
}

function sourceIdsOf(page: Omit<DistrictPage, "sources">): number[] {
  const parts = [page.full?.year, page.quarters, page.categories, page.offences, ...page.reviews];
  return [
    page.district.sourceId,
    ...(page.population ? [page.population.sourceId] : []),
    ...(page.running?.costs.spend.sourceIds ?? []),
    ...parts.flatMap((part) => part?.sourceIds ?? []),
  ];
}

/** After disclosure control: whole years of the district, and the city beside them. */
async function reviewsOf(sql: ReadSql, city: City, code: string) {
  const release = releaseOf(city);
  const own = protectedReviews(
    await listCountedOutcomes(sql, city.id, release, {
      tables: ["district-year", "district-result"],
      area: { kind: "district", code },
    }),
  );
  const ofCity = protectedReviews(
    await listCountedOutcomes(sql, city.id, release, {
      tables: ["city-year", "city-result", "city-month"],
      area: { kind: "city" },
    }),
  );
  return {
    reviews: [...own.reviews],
    reviewsProtected: own.withheldYears.length > 0,
    cityReview: headlineReview(ofCity.reviews),
  };
}

/** Requests by quarter and by category, recorded offences by category: after disclosure control. */
async function breakdownOf(sql: ReadSql, city: City, code: string) {
  const rows = await listProtectedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["district-category", "district-quarter"],
    area: { kind: "district", code },
  });
  return {
    quarters: protectedQuarters(rows),
    categories: protectedCategories(rows),
    offences: offenceSeries(
      rows.filter(
        ({ funnel, table }) => funnel === "recorded-offences" && table === "district-category",
      ),
    ),
  };
}

function perInhabitants(
  inService: number,
  camerasPlaced: boolean,
  population: DistrictPage["population"],
): Measure {
  const measure = camerasPerThousandInhabitants(inService, population, []);
  if (camerasPlaced) return measure;
  const { unit, period, sources } = measure;
  return { kind: "not-broken-down", unit, period, sources };
}

async function populationOf(sql: ReadSql, city: City, code: string, today: string) {
  const rows = await listPopulation(sql, city.id, releaseOf(city));
  const own = rows.filter((row) => row.districtCode === code);
  const nearest = nearestPopulation(own, yearOf(today));
  return nearest && own.find((row) => row.year === nearest.year);
}

/** The district's part of the common running cost, by the camera-years served there. */
async function runningCostOf(sql: ReadSql, city: City, code: string, today: string) {
  const { costs } = await loadMapContext(sql, city, today);
  if (!costs) return undefined;
  const groups = await countCamerasByDates(sql, city.id, releaseOf(city), code);
  const served = cameraYears(groups, costs.period);
  return { costs, cameraYears: served, cents: costs.shareCents * served.value };
}

function tallies(counts: readonly CameraCounts[]) {
  const byStatus = new Map<string, number>();
  const byYear = new Map<number, number>();
  for (const { status, year, cameras } of counts) {
    byStatus.set(status, (byStatus.get(status) ?? 0) + cameras);
    if (year !== null) byYear.set(year, (byYear.get(year) ?? 0) + cameras);
  }
  return {
    camerasByStatus: [...byStatus]
      .map(([status, cameras]) => ({ status, cameras }))
      .sort((a, b) => b.cameras - a.cameras),
    camerasByYear: [...byYear]
      .map(([year, cameras]) => ({ year, cameras }))
      .sort((a, b) => a.year - b.year),
    withoutYear: add(counts.filter((count) => count.year === null)),
  };
}

function isInService(status: string): boolean {
  return (inServiceStatuses as readonly string[]).includes(status);
}

function add(counts: readonly { cameras: number }[]): number {
  return counts.reduce((sum, count) => sum + count.cameras, 0);
}
