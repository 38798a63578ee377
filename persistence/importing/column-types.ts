import type { WriteSql } from "../database.ts";

export type TypedColumn = { name: string; type: string };

/** Columns of a table with the types that PostgreSQL calls them by, in the order asked. */
export async function columnTypes(
  sql: WriteSql,
  table: string,
  columns: readonly string[],
): Promise<TypedColumn[]> {
  return sql<TypedColumn[]>`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attname = ANY(${columns as string[]})
    ORDER BY array_position(${columns as string[]}, attname::text)`;
}

/** "reference text, longitude double precision, …" */
export function spellTypes(columns: readonly TypedColumn[]): string {
  return columns.map(({ name, type }) => `"${name}" ${type}`).join(", ");
}
