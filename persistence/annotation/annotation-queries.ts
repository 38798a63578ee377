import type {
  AnnotatedKind,
  AnnotationKind,
  JudgedFacts,
} from "#domain/annotation/annotation-content.ts";
import {
  type AnnotationAct,
  type AnnotationStanding,
  standingOfAnnotation,
} from "#domain/annotation/annotation-life.ts";
import { type ModerationStanding, moderationStanding } from "#domain/annotation/moderation.ts";
import type { Passage } from "#domain/annotation/text-anchor.ts";
import type { ReadSql } from "../database.ts";
import type { Signatory } from "../evaluation/evaluation-queries.ts";
import { listModerations, type ModerationRow } from "./moderation-queries.ts";

export type AnnotationWords = { number: number; body: string; reason: string | null; at: Date };
export type AnnotationDeed = Omit<Signatory, "accountId"> & {
  kind: AnnotationAct;
  reason: string;
  at: Date;
};

export type AnnotationRow = {
  id: number;
  number: number;
  kind: AnnotationKind;
  target: { kind: AnnotatedKind; reference: string };
  passage: Passage | null;
  /** Number of the annotation that it answers. */
  answers: number | null;
  release: number;
  versionNumber: number | null;
  judged: JudgedFacts;
  judgedHash: string;
  author: Signatory;
  at: Date;
  /** In their order; the last is what it says. */
  words: AnnotationWords[];
  deeds: AnnotationDeed[];
  moderations: ModerationRow[];
};

export type AnnotationFilter = {
  kind?: AnnotationKind | undefined;
  on?: AnnotatedKind | undefined;
  reference?: string | undefined;
  /** Leave out what was withdrawn or hidden. */
  standing?: boolean | undefined;
};

type Read = Omit<AnnotationRow, "target" | "author" | "words" | "deeds" | "moderations"> &
  Signatory & { targetKind: AnnotatedKind; targetReference: string };

/** Annotations of a city, the latest first. */
export async function listAnnotations(
  sql: ReadSql,
  cityId: number,
  filter: AnnotationFilter,
  page?: { limit: number; offset: number },
): Promise<AnnotationRow[]> {
  const paged = page ? sql`LIMIT ${page.limit} OFFSET ${page.offset}` : sql``;
  return gather(
    sql,
    await sql<Read[]>`SELECT ${columns(sql)} WHERE ${kept(sql, cityId, filter)}
      ORDER BY n.number DESC ${paged}`,
  );
}

export async function countAnnotations(
  sql: ReadSql,
  cityId: number,
  filter: AnnotationFilter,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM annotation n WHERE ${kept(sql, cityId, filter)}`;
  return row?.count ?? 0;
}

/** One annotation; held until the transaction ends when something is going to be done to it. */
export async function findAnnotation(
  sql: ReadSql,
  cityId: number,
  number: number,
  { hold = false }: { hold?: boolean } = {},
): Promise<AnnotationRow | undefined> {
  // Rows are never updated: who acts takes turns by a lock on the number.
  if (hold) await sql`SELECT pg_advisory_xact_lock(${ANNOTATION_LOCK + cityId}, ${number})`;
  const rows = await sql<Read[]>`
    SELECT ${columns(sql)} WHERE n.city_id = ${cityId} AND n.number = ${number}`;
  return (await gather(sql, rows))[0];
}

const ANNOTATION_LOCK = 412_000_000;

/** A thread: the annotation that began it and every answer to it, in the order in which they were written. */
export async function findThread(
  sql: ReadSql,
  cityId: number,
  number: number,
): Promise<AnnotationRow[]> {
  const rows = await sql<Read[]>`
    WITH RECURSIVE above AS (
      SELECT id, answers FROM annotation WHERE city_id = ${cityId} AND number = ${number}
      UNION SELECT p.id, p.answers FROM annotation p JOIN above ON p.id = above.answers
    ), thread AS (
      SELECT id FROM above WHERE answers IS NULL
      UNION SELECT c.id FROM annotation c JOIN thread ON c.answers = thread.id
    )
    SELECT ${columns(sql)} WHERE n.id IN (SELECT id FROM thread) ORDER BY n.number`;
  return gather(sql, rows);
}

function columns(sql: ReadSql) {
  return sql`n.id, n.number, n.kind, n.target_kind AS "targetKind", n.target_reference AS "targetReference",
    n.passage, p.number AS answers, n.release, n.version_number AS "versionNumber", n.judged,
    n.judged_hash AS "judgedHash", n.written_at AS at, a.public_id AS "accountId", a.name, a.quality
    FROM annotation n JOIN account a ON a.id = n.written_by LEFT JOIN annotation p ON p.id = n.answers`;
}

function kept(sql: ReadSql, cityId: number, { kind, on, reference, standing }: AnnotationFilter) {
  return sql`n.city_id = ${cityId}
    ${kind === undefined ? sql`` : sql`AND n.kind = ${kind}`}
    ${on === undefined ? sql`` : sql`AND n.target_kind = ${on}`}
    ${reference === undefined ? sql`` : sql`AND n.target_reference = ${reference}`}
    ${standing ? sql`AND NOT EXISTS (SELECT FROM annotation_act w WHERE w.annotation_id = n.id AND w.kind = 'withdrawn') AND NOT is_hidden(n.id)` : sql``}`;
}

async function gather(sql: ReadSql, rows: readonly Read[]): Promise<AnnotationRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const words = await sql<(AnnotationWords & { of: number })[]>`
    SELECT annotation_id AS of, number, body, reason, written_at AS at FROM annotation_text
    WHERE annotation_id = ANY(${ids}) ORDER BY number`;
  const deeds = await sql<(AnnotationDeed & { of: number })[]>`
    SELECT d.annotation_id AS of, d.kind, d.reason, d.done_at AS at, a.name, a.quality
    FROM annotation_act d JOIN account a ON a.id = d.done_by
    WHERE d.annotation_id = ANY(${ids}) ORDER BY d.id`;
  const moderations = await listModerations(sql, ids);
  return rows.map(({ targetKind, targetReference, accountId, name, quality, ...row }) => ({
    ...row,
    target: { kind: targetKind, reference: targetReference },
    author: { accountId, name, quality },
    words: words.filter(({ of }) => of === row.id).map(({ of: _, ...one }) => one),
    deeds: deeds.filter(({ of }) => of === row.id).map(({ of: _, ...one }) => one),
    moderations: moderations.filter(({ annotationId }) => annotationId === row.id),
  }));
}

export function standingOf(row: AnnotationRow): AnnotationStanding {
  return standingOfAnnotation(
    row.answers !== null,
    row.deeds.map(({ kind }) => kind),
    moderationOf(row).isHidden,
  );
}

/** Where it stands with moderation, as its words are now. */
export function moderationOf(row: AnnotationRow): ModerationStanding {
  const deeds = row.moderations.map(({ kind, words, answers }) => ({
    kind,
    words,
    onAppeal: answers !== null,
  }));
  return moderationStanding(deeds, currentWords(row).number);
}

/** What it says now. */
export function currentWords({ words, at }: AnnotationRow): AnnotationWords {
  return words.at(-1) ?? { number: 1, body: "", reason: null, at };
}

/** When something of it last changed. */
export function lastChange({ words, deeds, moderations, at }: AnnotationRow): Date {
  const changes = [...words, ...deeds, ...moderations];
  return new Date(Math.max(at.getTime(), ...changes.map((one) => one.at.getTime())));
}
