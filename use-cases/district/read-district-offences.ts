import { type OffenceSeries, offenceSeries } from "#domain/indicator/offence-series.ts";
import { type City, releaseOf } from "#persistence/city-queries.ts";
import type { ReadSql } from "#persistence/database.ts";
import { listProtectedOutcomes } from "#persistence/protected-outcome-queries.ts";

/** Recorded offences of a district by category, after disclosure control. */
export async function readDistrictOffences(
  sql: ReadSql,
  city: City,
  code: string,
): Promise<OffenceSeries | undefined> {
  const rows = await listProtectedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["district-category"],
    area: { kind: "district", code },
  });
  return offenceSeries(rows.filter(({ funnel }) => funnel === "recorded-offences"));
}
