import type { ReadSql } from "../database.ts";

/** The calendar days that instants fall on in a time zone, in their order. */
export async function daysIn(
  sql: ReadSql,
  timezone: string,
  instants: readonly Date[],
): Promise<string[]> {
  const texts = instants.map((instant) => instant.toISOString());
  const rows = await sql<{ day: string }[]>`
    SELECT to_char(t.at AT TIME ZONE ${timezone}, 'YYYY-MM-DD') AS day
    FROM unnest(${texts}::timestamptz[]) WITH ORDINALITY AS t(at, place) ORDER BY t.place`;
  return rows.map(({ day }) => day);
}
