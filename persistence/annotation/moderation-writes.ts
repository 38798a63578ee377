import type { WriteSql } from "../database.ts";
import type { Act } from "../evaluation/evaluation-writes.ts";
import type { ModerationRow } from "./moderation-queries.ts";

export type ModerationToWrite = { cityId: number } & Pick<
  ModerationRow,
  "annotationId" | "kind" | "rule" | "words" | "answers" | "reason" | "by"
>;

/** Whether a request was already carried out; the caller holds the annotation. */
export async function wasModerated(sql: WriteSql, requestKey: string): Promise<boolean> {
  const rows = await sql`SELECT FROM annotation_moderation WHERE request_key = ${requestKey}`;
  return rows.length > 0;
}

/** Writes an act and returns its number, the next of its city: writers of one city take turns. */
export async function writeModeration(
  sql: WriteSql,
  { cityId, annotationId, kind, rule, words, answers, reason, by }: ModerationToWrite,
  { accountId, requestKey }: Act,
  now: Date,
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp moderation'), ${cityId})`;
  const [row] = await sql<{ number: number }[]>`
    INSERT INTO annotation_moderation (city_id, number, annotation_id, kind, rule, words, answers, reason, done_by,
      done_as, done_at, request_key)
    SELECT ${cityId}, coalesce(max(number), 0) + 1, ${annotationId}, ${kind}, ${rule}, ${words}, ${answers}::int,
      ${reason}, (SELECT id FROM account WHERE public_id = ${accountId}), ${by}, ${now}, ${requestKey}
    FROM annotation_moderation WHERE city_id = ${cityId} RETURNING number`;
  if (!row) throw new Error("The act of moderation was not written.");
  return row.number;
}
