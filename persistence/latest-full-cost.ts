import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { plainestView } from "#domain/cost/cost-view.ts";
import { inOneCurrency } from "#domain/cost/honour-view.ts";
import type { PublicCamera } from "#domain/dataset/public-camera.ts";
import { type CameraFullCost, cameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import { cameraYears } from "#domain/indicator/camera-years.ts";
import type { HoursWatched } from "#domain/indicator/hours-watched.ts";
import {
  type LatestFullCost,
  latestFullCost,
  serviceTimeOf,
} from "#domain/indicator/latest-full-cost.ts";
import type { MissingNature } from "#domain/indicator/ledger-standing.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { countCamerasByDates } from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import { findHoursWatched, listHoursOfCamera } from "./hours-watched-queries.ts";
import { findLedgerOfCamera, sumLedger } from "./ledger-queries.ts";

/** The full cost that a city's first page and each camera's sheet speak of: that of the page on costs, unchanged. */
export async function loadLatestFullCost(
  sql: ReadSql,
  city: City,
): Promise<LatestFullCost | undefined> {
  const release = releaseOf(city);
  const ledger = await sumLedger(sql, city.id, release);
  if (ledger.length === 0) return undefined;
  const dates = await countCamerasByDates(sql, city.id, release);
  return latestFullCost(ledger, dates, city.currency, fiscalYearStartMonth(city.country));
}

/** What one camera costs in that year; undefined without a ledger, or where the camera did not serve that year. */
export async function loadCameraFullCost(
  sql: ReadSql,
  city: City,
  camera: Pick<
    PublicCamera,
    "reference" | "status" | "commissionedOn" | "installedOn" | "removedOn" | "cameraCount"
  >,
): Promise<(CameraFullCost & { lacking: MissingNature[] }) | undefined> {
  const latest = await loadLatestFullCost(sql, city);
  if (!latest) return undefined;
  const { reference, status, commissionedOn, installedOn, removedOn, cameraCount } = camera;
  const since = commissionedOn ?? installedOn;
  const served = cameraYears(
    [{ status, since, removedOn, cameras: cameraCount }],
    latest.cost.period,
  );
  if (served.value <= 0) return undefined;
  const lines = await findLedgerOfCamera(sql, city.id, releaseOf(city), reference);
  const own = inOneCurrency(lines, latest.cost.currency).lines;
  const all = serviceTimeOf(latest.cameraYears);
  const watched = await findHoursWatched(sql, city, latest.cost.period, all.cameras);
  const hours = watched && (await hoursUnder(sql, city, reference, watched));
  const cost = cameraFullCost(own, latest.cost, plainestChoices, {
    key: plainestView.key,
    time: serviceTimeOf(served, hours),
    all: { ...all, hours: watched?.hours ?? null },
    startMonth: fiscalYearStartMonth(city.country),
  });
  return { ...cost, lacking: latest.lacking };
}

/** The camera's own hours, of the definition and scope by which all are shared. */
async function hoursUnder(
  sql: ReadSql,
  city: City,
  reference: string,
  { year, definition, scope }: HoursWatched,
): Promise<number | undefined> {
  const own = await listHoursOfCamera(sql, city, reference);
  return own.find(
    (one) => one.year === year && one.definition === definition && one.scope === scope,
  )?.hours;
}
