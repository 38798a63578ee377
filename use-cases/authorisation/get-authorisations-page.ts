import { needsPrefectsOrder, readExpiry } from "#domain/compliance/authorisation-state.ts";
import {
  type AuthorisationSummary,
  summariseAuthorisations,
} from "#domain/compliance/authorisation-summary.ts";
import { faultsOfOrder, type OrderFault } from "#domain/compliance/order-faults.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import {
  type AuthorisationRow,
  countCamerasByOrders,
  listAuthorisations,
} from "#persistence/authorisation-queries.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { type Correction, listCorrections } from "#persistence/release/list-corrections.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type AuthorisationsPage = {
  city: City;
  today: string;
  /** Only French cameras need a prefect's order: elsewhere the page says which law it knows nothing of. */
  needsOrders: boolean;
  orders: (AuthorisationRow & {
    reading: ReturnType<typeof readExpiry>;
    /** Cameras in service that name the order. */
    cameras: number;
    /** What of it departs from the law; nothing where no prefect's order is needed. */
    faults: OrderFault[];
  })[];
  summary: AuthorisationSummary;
  /** Orders that said something else before, or are withdrawn. */
  corrections: Correction[];
  sources: SourceRow[];
};

/** Every order of a city read against today, and the cameras in service without a valid one. */
export function getAuthorisationsPage(
  slug: string,
  now: Date,
  asked?: number,
): Promise<AuthorisationsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const rows = await listAuthorisations(sql, city.id, releaseOf(city));
    const summary = summariseAuthorisations(
      await countCamerasByOrders(sql, city.id, releaseOf(city)),
      new Map(rows.map((row) => [row.orderNumber, row])),
      today,
    );
    const needsOrders = needsPrefectsOrder(city.country);
    return {
      city,
      today,
      needsOrders,
      orders: rows.map((row) => {
        const cameras = summary.byOrder.get(row.orderNumber) ?? 0;
        const faults = needsOrders ? faultsOfOrder(row, cameras) : [];
        return { ...row, reading: readExpiry(row, today), cameras, faults };
      }),
      summary,
      corrections: await listCorrections(sql, city.id, "authorisation", {
        from: 1,
        to: city.release,
      }),
      sources: await findSources(sql, [...new Set(rows.map(({ sourceId }) => sourceId))]),
    };
  });
}
