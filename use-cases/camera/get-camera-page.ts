import { type FieldProvenance, resolveEvidence } from "#domain/camera/resolve-evidence.ts";
import {
  type AuthorisationState,
  cameraAuthorisationState,
  isInServiceWithoutValidAuthorisation,
} from "#domain/compliance/authorisation-state.ts";
import { excessiveRetention } from "#domain/compliance/authorisation-summary.ts";
import { type AllocationKey, plainestKey } from "#domain/cost/allocation-key.ts";
import { outcomeBandOf } from "#domain/dataset/map-vocabulary.ts";
import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import type { RunningCosts } from "#domain/indicator/camera-running-cost.ts";
import { cameraYears } from "#domain/indicator/camera-years.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { HoursWatched } from "#domain/indicator/hours-watched.ts";
import { serviceTimeOf } from "#domain/indicator/latest-full-cost.ts";
import { headlineReview, protectedReviews } from "#domain/indicator/protected-reviews.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { type AuthorisationRow, listAuthorisations } from "#persistence/authorisation-queries.ts";
import { type CameraChange, listCameraChanges } from "#persistence/camera-changes.ts";
import {
  type CameraEvent,
  countCamerasByDates,
  findCameraByReference,
  findCameraEvents,
  findCameraEvidence,
  findCurrentReference,
} from "#persistence/camera-queries.ts";
import {
  type City,
  type DistrictRow,
  findCity,
  listDistricts,
  releaseOf,
} from "#persistence/city-queries.ts";
import { type CameraCostLine, findCostLinesOfCamera } from "#persistence/cost-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  findHoursWatched,
  type HoursOfCamera,
  listHoursOfCamera,
} from "#persistence/hours-watched-queries.ts";
import { loadCameraFullCost, type PlaceFullCost } from "#persistence/latest-full-cost.ts";
import { loadMapContext } from "#persistence/map-context.ts";
import {
  listCountedOutcomes,
  listProtectedOutcomes,
} from "#persistence/protected-outcome-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type CameraPage = {
  city: City;
  camera: PublicCamera;
  district: { code: string; name: string } | undefined;
  outlines: DistrictRow[];
  today: string;
  /** Who says each field. Keys are field names of the camera record. */
  provenance: ReadonlyMap<string, FieldProvenance>;
  authorisations: AuthorisationRow[];
  authorisationState: AuthorisationState;
  isWithoutValidAuthorisation: boolean;
  /** The retention that its record or an order states, in days, where it is longer than the law allows. */
  excessiveRetention: number | null;
  costs: {
    own: CameraCostLine[];
    common: RunningCosts | undefined;
    yearlyCents: number | undefined;
    full: PlaceFullCost | undefined;
  };
  outcomes: {
    /** Band of yearly requests for this camera's footage; never the count itself. */
    band: string | undefined;
    bandYear: number | undefined;
    /** The latest year, where its band is withheld. */
    withheldYear: number | undefined;
    ofDistrict: FootageReview | undefined;
    ofCity: FootageReview | undefined;
  };
  watching: {
    /** Of the latest year in which anything is said of this camera. */
    own: HoursOfCamera | undefined;
    ofCity: HoursWatched | undefined;
    /** Cameras in service in that year. */
    served: number;
  };
  events: CameraEvent[];
  changes: CameraChange[];
  sources: ReadonlyMap<number, SourceRow>;
};

/**
 * Everything that the sheet of a camera says, as of a release.
 * `movedTo` is given when the camera was renumbered since; undefined when it never existed.
 */
export function getCameraPage(
  citySlug: string,
  reference: string,
  now: Date,
  asked?: number,
  key: AllocationKey = plainestKey,
): Promise<CameraPage | { movedTo: string } | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const release = releaseOf(city);
    const registered = await findCameraByReference(sql, city.id, release, reference);
    if (!registered) {
      const movedTo = await findCurrentReference(sql, city.id, release, reference);
      return movedTo === undefined ? undefined : { movedTo };
    }
    const camera = toPublicCamera(registered);
    const authorisations = await listAuthorisations(
      sql,
      city.id,
      release,
      camera.authorisationReferences,
    );
    const orders = new Map(authorisations.map((order) => [order.orderNumber, order]));
    const authorisationState = cameraAuthorisationState(camera, orders, today);
    const districts = await listDistricts(sql, city.id, release);
    const evidence = await findCameraEvidence(sql, camera.id, release);
    const page = {
      city,
      camera,
      district: districts.find((district) => district.code === camera.districtCode),
      outlines: districts,
      today,
      provenance: resolveEvidence(evidence),
      authorisations,
      authorisationState,
      isWithoutValidAuthorisation: isInServiceWithoutValidAuthorisation(camera, authorisationState),
      excessiveRetention: excessiveRetention(camera, orders),
      costs: await costsOf(sql, city, camera, today, key),
      outcomes: await outcomesOf(sql, city, camera),
      watching: await watchingOf(sql, city, camera),
      events: await findCameraEvents(sql, city.id, camera.id, release),
      changes: await listCameraChanges(sql, camera.id, release),
    };
    return { ...page, sources: await sourcesOf(sql, page, evidence) };
  });
}

async function costsOf(
  sql: ReadSql,
  city: City,
  camera: PublicCamera,
  today: string,
  key: AllocationKey,
): Promise<CameraPage["costs"]> {
  const context = await loadMapContext(sql, city, today);
  return {
    own: await findCostLinesOfCamera(sql, city.id, releaseOf(city), camera.reference),
    common: context.costs,
    yearlyCents: context.yearlyCostCents(camera) ?? undefined,
    full: await loadCameraFullCost(sql, city, camera, key),
  };
}

/** After disclosure control: a band for the camera, whole years for its district and its city. */
async function outcomesOf(
  sql: ReadSql,
  city: City,
  camera: PublicCamera,
): Promise<CameraPage["outcomes"]> {
  const release = releaseOf(city);
  const years = await listProtectedOutcomes(sql, city.id, release, {
    tables: ["camera-year"],
    area: { kind: "camera", code: camera.reference },
  });
  const [latest] = years.filter(
    ({ funnel, stage, state }) =>
      funnel === "footage-review" && stage === "requested" && state !== "not-available",
  );
  const isWithheld = latest?.state === "withheld";
  const own = isWithheld ? undefined : latest;
  const { reviews } = protectedReviews(
    await listCountedOutcomes(sql, city.id, release, {
      tables: ["city-year", "city-result", "city-month"],
      area: { kind: "city" },
    }),
  );
  const ofCity = headlineReview(reviews);
  const ofDistrict =
    camera.districtCode === null
      ? []
      : protectedReviews(
          await listCountedOutcomes(sql, city.id, release, {
            tables: ["district-year", "district-result"],
            area: { kind: "district", code: camera.districtCode },
          }),
        ).reviews;
  return {
    // The least of a band lies in the band.
    band: own && outcomeBandOf(own.bandFrom ?? 0),
    bandYear: own?.year,
    withheldYear: isWithheld ? latest.year : undefined,
    ofDistrict: ofDistrict.find(({ year }) => year === ofCity?.year),
    ofCity,
  };
}

/** The camera's hours, and of how many cameras they are known in the same year. */
async function watchingOf(
  sql: ReadSql,
  city: City,
  { reference }: PublicCamera,
): Promise<CameraPage["watching"]> {
  const [own] = await listHoursOfCamera(sql, city, reference);
  if (own === undefined) return { own, ofCity: undefined, served: 0 };
  const period = { from: `${own.year}-01-01`, to: `${own.year}-12-31` };
  const dates = await countCamerasByDates(sql, city.id, releaseOf(city));
  const served = serviceTimeOf(cameraYears(dates, period)).cameras;
  return { own, ofCity: await findHoursWatched(sql, city, period, served), served };
}

async function sourcesOf(
  sql: ReadSql,
  page: Omit<CameraPage, "sources">,
  evidence: readonly { sourceId: number }[],
): Promise<Map<number, SourceRow>> {
  const ids = new Set([
    page.camera.sourceId,
    ...evidence.map((statement) => statement.sourceId),
    ...page.events.map((event) => event.sourceId),
    ...page.authorisations.map((order) => order.sourceId),
    ...page.costs.own.map((line) => line.sourceId),
    ...(page.costs.common?.spend.sourceIds ?? []),
    ...(page.costs.full?.year.sourceIds ?? []),
    ...(page.watching.own?.sourceIds ?? []),
    ...(page.outcomes.ofDistrict?.sourceIds ?? []),
    ...(page.outcomes.ofCity?.sourceIds ?? []),
  ]);
  return new Map((await findSources(sql, [...ids])).map((source) => [source.id, source]));
}
