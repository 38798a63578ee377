import type { ReadSql } from "../database.ts";

/** A document's key never changes: what was asked once is known for the life of the process. */
const known = new Map<number, string>();

/** Public keys of documents by their private numbers. */
export async function sourceKeysOf(
  sql: ReadSql,
  ids: Iterable<number>,
): Promise<ReadonlyMap<number, string>> {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length > 0) {
    const rows = await sql<{ id: number; key: string }[]>`
      SELECT id, key FROM source WHERE id = ANY(${missing}::int[])`;
    for (const { id, key } of rows) known.set(id, key);
  }
  return known;
}

/** All of a city's, for a stream that cannot ask again. */
export async function sourceKeysOfCity(
  sql: ReadSql,
  cityId: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ id: number; key: string }[]>`
    SELECT id, key FROM source WHERE city_id = ${cityId}`;
  return new Map(rows.map(({ id, key }) => [id, key]));
}
