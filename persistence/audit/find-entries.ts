import type { AuditAction } from "#domain/audit/audit-vocabulary.ts";
import type { ReadSql } from "../database.ts";

/** Which entries a reader asks for; days are UTC, as the log's times are. */
export type EntryFilter = {
  city?: string | undefined;
  actions?: readonly AuditAction[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

export type FoundEntry = { index: number; body: string; leafHash: Buffer };

function conditions(sql: ReadSql, { city, actions, from, to }: EntryFilter) {
  return sql`
    ${city === undefined ? sql`TRUE` : sql`city = ${city}`}
    AND ${actions === undefined ? sql`TRUE` : sql`action = ANY(${[...actions]})`}
    AND ${from === undefined ? sql`TRUE` : sql`happened_at >= ${from}::date`}
    AND ${to === undefined ? sql`TRUE` : sql`happened_at < ${to}::date + 1`}`;
}

/** Newest first, a page at a time. */
export async function findEntries(
  sql: ReadSql,
  filter: EntryFilter,
  page: { offset: number; limit: number },
): Promise<{ matching: number; entries: FoundEntry[] }> {
  const where = conditions(sql, filter);
  const [count] = await sql<{ n: number }[]>`
    SELECT count(*)::float8 AS n FROM audit_entry WHERE ${where}`;
  const entries = await sql<FoundEntry[]>`
    SELECT log_index::float8 AS index, body, leaf_hash AS "leafHash" FROM audit_entry
    WHERE ${where} ORDER BY log_index DESC LIMIT ${page.limit} OFFSET ${page.offset}`;
  return { matching: count?.n ?? 0, entries };
}

/** In the order of the log, from a place on: what a monitor reads. */
export function followEntries(
  sql: ReadSql,
  filter: EntryFilter,
  page: { start: number; limit: number },
): Promise<FoundEntry[]> {
  return sql<FoundEntry[]>`
    SELECT log_index::float8 AS index, body, leaf_hash AS "leafHash" FROM audit_entry
    WHERE log_index >= ${page.start} AND ${conditions(sql, filter)}
    ORDER BY log_index LIMIT ${page.limit}`;
}
