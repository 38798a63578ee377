import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";

/** The instant up to which acts are shown: that of the release, or now; undefined while nothing was published. */
export async function instantOf(
  sql: ReadSql,
  cityId: number,
  { number, untilNow }: RowsRelease,
): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date }[]>`
    SELECT ${untilNow ? sql`now()` : sql`published_at`} AS at FROM release
    WHERE city_id = ${cityId} AND number = ${number}`;
  return row?.at;
}
