import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  cameraAuthorisationState,
  type ExpiryReading,
  needsPrefectsOrder,
  readExpiry,
} from "#domain/compliance/authorisation-state.ts";
import { type CameraYears, cameraYears } from "#domain/indicator/camera-years.ts";
import {
  camerasPerThousandInhabitants,
  type Inhabitants,
  nearestPopulation,
} from "#domain/indicator/cameras-per-inhabitant.ts";
import { type CityBlank, cityBlanks } from "#domain/indicator/city-blanks.ts";
import { type CityHeadline, cityHeadline } from "#domain/indicator/city-headline.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { LatestFullCost } from "#domain/indicator/latest-full-cost.ts";
import { protectedReviews } from "#domain/indicator/protected-reviews.ts";
import {
  type AttemptedSeries,
  requestsPerPublishedCamera,
} from "#domain/indicator/requests-per-published-camera.ts";
import { spendPerCameraYear } from "#domain/indicator/spend-per-camera-year.ts";
import { type YearlySpend, yearlySpend } from "#domain/indicator/yearly-spend.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { byDistrict } from "#domain/territory/by-district.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { listReports } from "#persistence/annual-report/report-queries.ts";
import {
  type AuthorisationRow,
  type CamerasByOrders,
  countCamerasByOrders,
  listAuthorisations,
} from "#persistence/authorisation-queries.ts";
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
import { sumCosts } from "#persistence/cost-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { type LatestOpinion, listLatestOpinions } from "#persistence/evaluation/latest-opinions.ts";
import { type InstitutionFactRow, listInstitutionFacts } from "#persistence/institution-queries.ts";
import { loadLatestFullCost } from "#persistence/latest-full-cost.ts";
import { listCountedOutcomes } from "#persistence/protected-outcome-queries.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { listReleases, type ReleaseRow } from "#persistence/release-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type ReadAuthorisation = AuthorisationRow & { reading: ExpiryReading };
export type CityDistrict = Pick<DistrictRow, "code" | "name" | "geometry"> & {
  cameras: number;
  inService: number;
};
export type YearOfSpend = { spend: YearlySpend; cameraYears: CameraYears; perCameraYear: Measure };

export type CityCameras = {
  registered: number;
  /** Devices of road-traffic enforcement among those registered. */
  enforcement: number;
  inService: number;
  expired: number;
  withoutKnownOrder: number;
};

export type CityHome = {
  city: City;
  today: string;
  headline: CityHeadline<PublishedFigureRow>;
  blanks: CityBlank[];
  cameras: CityCameras;
  /** Cameras without a published position, and those without a known installation year, among those registered. */
  unlocated: number;
  undated: number;
  announced: PublishedFigureRow | undefined;
  population: Inhabitants | undefined;
  perThousandInhabitants: Measure;
  /** One entry per accounting year, the latest last. */
  years: YearOfSpend[];
  /** That of the page on costs, for its latest year. */
  fullCost: LatestFullCost | undefined;
  /** One entry per year and scope, the latest first. */
  reviews: FootageReview[];
  figures: PublishedFigureRow[];
  requestsPerCamera: AttemptedSeries<PublishedFigureRow>;
  authorisations: ReadAuthorisation[];
  institutions: InstitutionFactRow[];
  districts: CityDistrict[];
  boundary: unknown;
  releases: ReleaseRow[];
  /** What the committee thinks, as it stands today: none on the page of an earlier release. */
  opinions: LatestOpinion[];
  /** Year of the committee's latest public report. */
  latestReport: number | undefined;
  sources: SourceRow[];
};

/** Everything that a city's first page says, as of a release; undefined when there is no such city or release. */
export function getCityHome(
  slug: string,
  now: Date,
  asked?: number,
): Promise<CityHome | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const release = releaseOf(city);
    const authorisations = (await listAuthorisations(sql, city.id, release)).map((order) => ({
      ...order,
      reading: readExpiry(order, today),
    }));
    const counts = await countCameras(sql, city.id, release);
    const countsOf = byDistrict(counts);
    const cameras = {
      ...tally(counts),
      ...underOrders(await countCamerasByOrders(sql, city.id, release), authorisations, today),
    };
    const figures = await listPublishedFigures(sql, city.id, release);
    const announced = latestAnnounced(figures);
    const population = await populationOf(sql, city, today);
    const page = {
      city,
      today,
      headline: cityHeadline({ ...cameras, announced, orders: authorisations.length }),
      cameras,
      unlocated: add(counts.filter((count) => !count.located)),
      undated: add(counts.filter((count) => count.year === null)),
      announced,
      population,
      perThousandInhabitants: camerasPerThousandInhabitants(cameras.inService, population, []),
      years: await yearsOf(sql, city),
      fullCost: await loadLatestFullCost(sql, city),
      reviews: [
        ...protectedReviews(
          await listCountedOutcomes(sql, city.id, release, {
            tables: ["city-year", "city-result", "city-month"],
            area: { kind: "city" },
          }),
        ).reviews,
      ],
      figures,
      requestsPerCamera: requestsPerPublishedCamera(figures),
      authorisations,
      institutions: await listInstitutionFacts(sql, city.id, release),
      districts: (await listDistricts(sql, city.id, release)).map((row) =>
        districtOf(row, countsOf(row.code)),
      ),
      boundary: (await findBoundary(sql, city.id, release))?.geometry,
      releases: await listReleases(sql, city.id, 5, city.release),
      opinions: asked === undefined ? await listLatestOpinions(sql, city, today, dayIn) : [],
      latestReport: (await listReports(sql, city.id)).find(({ version }) => version !== null)?.year,
    };
    const sources = await findSources(sql, sourcesIn(page));
    return { ...page, blanks: blanksOf(page), sources };
  });
}

function latestAnnounced(figures: readonly PublishedFigureRow[]): PublishedFigureRow | undefined {
  return figures
    .filter((figure) => figure.unit === "camera" && figure.period !== null)
    .sort((a, b) => (a.period?.from ?? "").localeCompare(b.period?.from ?? ""))
    .at(-1);
}

function tally(counts: readonly CameraCounts[]) {
  return {
    registered: add(counts),
    inService: add(counts.filter((count) => isInService(count.status))),
  };
}

/** Enforcement devices; cameras in service whose known orders have all expired, and those that no known order covers. */
function underOrders(
  groups: readonly CamerasByOrders[],
  authorisations: readonly AuthorisationRow[],
  today: string,
) {
  const orders = new Map(authorisations.map((order) => [order.orderNumber, order]));
  const inState = (state: string) =>
    add(
      groups.filter(
        (group) =>
          isInService(group.status) && cameraAuthorisationState(group, orders, today) === state,
      ),
    );
  return {
    enforcement: add(groups.filter(({ type }) => type === "enforcement")),
    expired: inState("expired"),
    withoutKnownOrder: inState("none-known"),
  };
}

async function populationOf(sql: ReadSql, city: City, today: string) {
  const rows = await listPopulation(sql, city.id, releaseOf(city));
  return nearestPopulation(
    rows.filter((row) => row.districtCode === null),
    yearOf(today),
  );
}

async function yearsOf(sql: ReadSql, city: City): Promise<YearOfSpend[]> {
  const release = releaseOf(city);
  const totals = await sumCosts(sql, city.id, release);
  if (totals.length === 0) return [];
  const dates = await countCamerasByDates(sql, city.id, release);
  return yearlySpend(totals, fiscalYearStartMonth(city.country)).map((spend) => {
    const years = cameraYears(dates, spend.period);
    return { spend, cameraYears: years, perCameraYear: spendPerCameraYear(spend, years) };
  });
}

function districtOf(row: DistrictRow, counts: readonly CameraCounts[]): CityDistrict {
  const { code, name, geometry } = row;
  const { registered, inService } = tally(counts);
  return { code, name, geometry, cameras: registered, inService };
}

function blanksOf(page: Omit<CityHome, "sources" | "blanks">): CityBlank[] {
  return cityBlanks({
    ...page.cameras,
    needsOrders: needsPrefectsOrder(page.city.country),
    unlocated: page.unlocated,
    undated: page.undated,
    orders: page.authorisations,
    latestSpend: page.years.at(-1)?.spend,
    publishedYearlyCosts: page.figures.flatMap(({ unit, period }) =>
      unit.endsWith("/year") && period ? [period] : [],
    ),
    reviews: page.reviews,
  });
}

function sourcesIn(page: Omit<CityHome, "sources" | "blanks">): number[] {
  const latest = page.years.at(-1);
  return [
    ...new Set([
      ...(page.announced ? [page.announced.sourceId] : []),
      ...(page.population ? [page.population.sourceId] : []),
      ...(latest?.spend.sourceIds ?? []),
      ...(page.fullCost?.cost.sourceIds ?? []),
      ...page.reviews.flatMap((review) => review.sourceIds),
      ...page.figures.map((figure) => figure.sourceId),
      ...page.authorisations.map((order) => order.sourceId),
      ...page.institutions.map((fact) => fact.sourceId),
    ]),
  ];
}

function isInService(status: string): boolean {
  return (inServiceStatuses as readonly string[]).includes(status);
}

function add(counts: readonly { cameras: number }[]): number {
  return counts.reduce((sum, count) => sum + count.cameras, 0);
}
