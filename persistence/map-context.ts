import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import type { MapContext } from "#domain/dataset/map-camera.ts";
import { latestRunningCosts, type RunningCosts } from "#domain/indicator/camera-running-cost.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { listAuthorisations } from "./authorisation-queries.ts";
import {
  countCamerasByDates,
  sumRequestsByCamera,
  sumRunningCostsByCamera,
} from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import { sumCosts } from "./cost-queries.ts";
import type { ReadSql } from "./database.ts";

/** Loads what the map says of each camera besides its own record: orders, running cost, requests. */
export async function loadMapContext(
  sql: ReadSql,
  city: City,
  today: string,
): Promise<MapContext & { costs: RunningCosts | undefined; requestsYear: number | undefined }> {
  const release = releaseOf(city);
  const orders = await listAuthorisations(sql, city.id, release);
  const costs = latestRunningCosts(
    await sumCosts(sql, city.id, release),
    await countCamerasByDates(sql, city.id, release),
    fiscalYearStartMonth(city.country),
  );
  const own = new Map(
    costs
      ? (await sumRunningCostsByCamera(sql, city.id, release, costs.period)).map((row) => [
          row.reference,
          row.cents,
        ])
      : [],
  );
  const requests = await sumRequestsByCamera(sql, city.id, release);
  const requestsByCamera = new Map(
    requests.map((row) => [row.reference, row.requests ?? ("withheld" as const)]),
  );
  return {
    costs,
    requestsYear: requests[0]?.year,
    authorisations: new Map(orders.map((order) => [order.orderNumber, order])),
    today,
    yearlyCostCents: (camera) =>
      costs && inServiceStatuses.includes(camera.status)
        ? costs.shareCents + (own.get(camera.reference) ?? 0)
        : null,
    yearlyRequests: (camera) => requestsByCamera.get(camera.reference) ?? null,
  };
}
