import type { ReadSql } from "../database.ts";

/** Public keys of a city's documents by their private numbers. */
export async function sourceKeysOf(sql: ReadSql, cityId: number): Promise<Map<number, string>> {
  const rows = await sql<{ id: number; key: string }[]>`
    SELECT id, key FROM source WHERE city_id = ${cityId}`;
  return new Map(rows.map(({ id, key }) => [id, key]));
}
