import type { ReadSql, WriteSql } from "../database.ts";

export type LogRow = { index: number; body: string; leafHash: Buffer };
export type RecordedCheckpoint = { size: number; root: Buffer; note: string; signedAt: Date };

/** How many entries the log has. */
export async function readLogSize(sql: ReadSql): Promise<number> {
  const [row] = await sql<{ size: number }[]>`
    SELECT coalesce(max(log_index) + 1, 0)::float8 AS size FROM audit_entry`;
  return row?.size ?? 0;
}

/** Entries from `start` up to, not including, `end`, in the order of the log. */
export function readLogRows(sql: ReadSql, start: number, end: number): Promise<LogRow[]> {
  return sql<LogRow[]>`
    SELECT log_index::float8 AS index, body, leaf_hash AS "leafHash" FROM audit_entry
    WHERE log_index >= ${start} AND log_index < ${end} ORDER BY log_index`;
}

export async function latestCheckpoint(sql: ReadSql): Promise<RecordedCheckpoint | undefined> {
  const [row] = await sql<RecordedCheckpoint[]>`
    SELECT size::float8 AS size, root, note, signed_at AS "signedAt" FROM log_checkpoint
    ORDER BY size DESC LIMIT 1`;
  return row;
}

/** Keeps other processes from signing until the transaction ends. */
export async function takeCheckpoints(sql: WriteSql): Promise<RecordedCheckpoint | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp log checkpoint'))`;
  return latestCheckpoint(sql);
}

export async function writeCheckpoint(
  sql: WriteSql,
  checkpoint: { size: number; root: Uint8Array; note: string },
): Promise<void> {
  const { size, root, note } = checkpoint;
  await sql`INSERT INTO log_checkpoint (size, root, note) VALUES (${size}, ${Buffer.from(root)}, ${note})`;
}
