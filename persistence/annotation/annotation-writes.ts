import type { AnnotationKind, JudgedFacts } from "#domain/annotation/annotation-content.ts";
import type { AnnotationAct } from "#domain/annotation/annotation-life.ts";
import type { Passage } from "#domain/annotation/text-anchor.ts";
import type { WriteSql } from "../database.ts";
import type { Act } from "../evaluation/evaluation-writes.ts";

const author = (sql: WriteSql, { accountId }: Act) =>
  sql`(SELECT id FROM account WHERE public_id = ${accountId})`;
const asJson = (sql: WriteSql, content: unknown) => sql.json(content as never);

export type AnnotationToWrite = {
  cityId: number;
  kind: AnnotationKind;
  target: { kind: string; reference: string };
  passage: Passage | null;
  /** Identity of the annotation that it answers. */
  answers: number | null;
  release: number;
  versionNumber: number | null;
  judged: JudgedFacts;
  judgedHash: string;
  body: string;
};

/** The number that a request was given, when it had been written already. */
export async function findWritten(
  sql: WriteSql,
  cityId: number,
  requestKey: string,
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    SELECT number FROM annotation WHERE city_id = ${cityId} AND request_key = ${requestKey}`;
  return row?.number;
}

/** Writers of one city take turns, so that numbers have no gap: call it before `findWritten`. */
export async function takeTurn(sql: WriteSql, cityId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp annotation'), ${cityId})`;
}

/** Writes an annotation with its first words; returns its number, the next of its city. */
export async function writeAnnotation(
  sql: WriteSql,
  annotation: AnnotationToWrite,
  act: Act,
  now: Date,
): Promise<number> {
  const { cityId, kind, target, passage, answers, body } = annotation;
  const [row] = await sql<{ id: number; number: number }[]>`
    INSERT INTO annotation (city_id, number, kind, target_kind, target_reference, passage, answers, release,
      version_number, judged, judged_hash, written_by, written_at, request_key)
    SELECT ${cityId}, coalesce(max(number), 0) + 1, ${kind}, ${target.kind}, ${target.reference},
      ${passage && asJson(sql, passage)}, ${answers}::int, ${annotation.release}, ${annotation.versionNumber}::int,
      ${asJson(sql, annotation.judged)}, ${annotation.judgedHash}, ${author(sql, act)}, ${now}, ${act.requestKey}
    FROM annotation WHERE city_id = ${cityId} RETURNING id, number`;
  if (!row) throw new Error("The annotation was not written.");
  await writeWords(sql, { annotationId: row.id, number: 1, body, reason: null }, act, now);
  return row.number;
}

type NewWords = { annotationId: number; number: number; body: string; reason: string | null };

/** True when they were written now; false when the same request had written them already. */
export async function writeWords(
  sql: WriteSql,
  { annotationId, number, body, reason }: NewWords,
  act: Act,
  now: Date,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO annotation_text (annotation_id, number, body, reason, written_at, request_key)
    VALUES (${annotationId}, ${number}, ${body}, ${reason}, ${now}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING number`;
  return rows.length > 0;
}

/** True when it was done now; false when the same request had done it already. */
export async function writeDeed(
  sql: WriteSql,
  { annotationId, kind, reason }: { annotationId: number; kind: AnnotationAct; reason: string },
  act: Act,
  now: Date,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO annotation_act (annotation_id, kind, reason, done_by, done_at, request_key)
    VALUES (${annotationId}, ${kind}, ${reason}, ${author(sql, act)}, ${now}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  return rows.length > 0;
}

/** Whether a request was already carried out on an annotation. */
export async function wasDone(sql: WriteSql, requestKey: string): Promise<boolean> {
  const rows = await sql`
    SELECT FROM annotation_text WHERE request_key = ${requestKey}
    UNION ALL SELECT FROM annotation_act WHERE request_key = ${requestKey}`;
  return rows.length > 0;
}
