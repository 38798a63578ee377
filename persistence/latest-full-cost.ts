import type { AllocationKey, ServiceTime } from "#domain/cost/allocation-key.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { inOneCurrency } from "#domain/cost/honour-view.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
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
import {
  findHoursWatched,
  listHoursOfCamera,
  sumHoursOfDistrict,
} from "./hours-watched-queries.ts";
import { findLedgerOfCamera, findLedgerOfDistrict, sumLedger } from "./ledger-queries.ts";

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

export type PlaceFullCost = CameraFullCost & { lacking: MissingNature[] };

/** What one camera costs in that year; undefined without a ledger, or where the camera did not serve that year. */
export async function loadCameraFullCost(
  sql: ReadSql,
  city: City,
  camera: Pick<
    PublicCamera,
    | "reference"
    | "status"
    | "commissionedOn"
    | "installedOn"
    | "removedOn"
    | "cameraCount"
    | "districtCode"
  >,
  key: AllocationKey,
): Promise<PlaceFullCost | undefined> {
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
  const all = serviceTimeOf(latest.cameraYears);
  const watched = await findHoursWatched(sql, city, latest.cost.period, all.cameras);
  const hours = watched && (await hoursUnder(sql, city, reference, watched));
  const district =
    camera.districtCode === null
      ? undefined
      : await districtOf(sql, city, camera.districtCode, latest, watched);
  return costOf(lines, city, latest, {
    key,
    time: serviceTimeOf(served, hours),
    all: { ...all, hours: watched?.hours ?? null },
    ...(district && {
      district: {
        ...district,
        lines: district.lines.filter(({ targetKind }) => targetKind === "district"),
      },
    }),
  });
}

/** What the cameras of a district cost in that year; undefined without a ledger, or where none served that year. */
export async function loadDistrictFullCost(
  sql: ReadSql,
  city: City,
  code: string,
  key: AllocationKey,
): Promise<PlaceFullCost | undefined> {
  const latest = await loadLatestFullCost(sql, city);
  if (!latest) return undefined;
  const all = serviceTimeOf(latest.cameraYears);
  const watched = await findHoursWatched(sql, city, latest.cost.period, all.cameras);
  const { lines, time } = await districtOf(sql, city, code, latest, watched);
  if (time.cameraYears <= 0) return undefined;
  return costOf(lines, city, latest, { key, time, all: { ...all, hours: watched?.hours ?? null } });
}

function costOf(
  lines: readonly LedgerLine[],
  city: City,
  { cost, lacking }: LatestFullCost,
  asked: Omit<Parameters<typeof cameraFullCost>[3], "startMonth">,
): PlaceFullCost {
  const own = inOneCurrency(lines, cost.currency).lines;
  const startMonth = fiscalYearStartMonth(city.country);
  return { ...cameraFullCost(own, cost, plainestChoices, { ...asked, startMonth }), lacking };
}

/** The lines of a district and the time that its cameras were in service. */
async function districtOf(
  sql: ReadSql,
  city: City,
  code: string,
  { cost }: LatestFullCost,
  watched: HoursWatched | undefined,
): Promise<{ lines: LedgerLine[]; time: ServiceTime }> {
  const release = releaseOf(city);
  const lines = await findLedgerOfDistrict(sql, city.id, release, code);
  const groups = await countCamerasByDates(sql, city.id, release, code);
  const time = serviceTimeOf(cameraYears(groups, cost.period));
  const hours = watched && (await sumHoursOfDistrict(sql, city, code, watched, time.cameras));
  return {
    lines: inOneCurrency(lines, cost.currency).lines,
    time: { ...time, hours: hours ?? null },
  };
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
