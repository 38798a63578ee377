import type { Role } from "#domain/actor/role.ts";
import type { AnnotationKind } from "#domain/annotation/annotation-content.ts";
import type {
  ModerationAct,
  ModerationRule,
  ModerationState,
} from "#domain/annotation/moderation.ts";
import type { AuditAction } from "#domain/audit/audit-vocabulary.ts";
import type { ReadSql } from "../database.ts";

/** In what quality somebody moderates, or contests. */
export type ModerationQuality = Extract<
  Role,
  "moderator" | "committee-chair" | "committee-member" | "city-respondent"
>;

export type ModerationRow = {
  id: number;
  annotationId: number;
  kind: ModerationAct;
  rule: ModerationRule | null;
  /** Version of the words that were read. */
  words: number;
  answers: number | null;
  reason: string;
  accountId: string;
  by: ModerationQuality;
  at: Date;
  /** Number of its entry in the log. */
  entry: number | null;
};

/** Each act, as the log calls it. */
export const actionOf: Readonly<Record<ModerationAct, AuditAction>> = {
  hidden: "annotation-hidden",
  kept: "annotation-kept",
  restored: "annotation-restored",
  contested: "appeal-received",
  upheld: "appeal-decided",
};

function columns(sql: ReadSql) {
  return sql`m.id, m.annotation_id AS "annotationId", m.kind, m.rule, m.words, m.answers, m.reason,
    a.public_id AS "accountId", m.done_as AS by, m.done_at AS at, e.log_index::int AS entry
    FROM annotation_moderation m JOIN account a ON a.id = m.done_by JOIN city c ON c.id = m.city_id
    LEFT JOIN audit_entry e ON e.city = c.slug AND e.action = ANY(${Object.values(actionOf)})
      AND e.detail -> 'act' = to_jsonb(m.number)`;
}

/** What was done with these annotations, in its order. */
export function listModerations(
  sql: ReadSql,
  annotationIds: readonly number[],
): Promise<ModerationRow[]> {
  return sql<ModerationRow[]>`
    SELECT ${columns(sql)} WHERE m.annotation_id = ANY(${[...annotationIds]}) ORDER BY m.id`;
}

export type ModerationOfAnnotation = ModerationRow & { annotation: number };

/** Every act of a city, the latest first. */
export function listModerationActs(
  sql: ReadSql,
  cityId: number,
  page: { limit: number; offset: number },
): Promise<ModerationOfAnnotation[]> {
  return sql<ModerationOfAnnotation[]>`
    SELECT n.number AS annotation, ${columns(sql)} JOIN annotation n ON n.id = m.annotation_id
    WHERE m.city_id = ${cityId} ORDER BY m.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`;
}

/** As `moderationStanding` says it, for each annotation. */
function states(sql: ReadSql, cityId: number) {
  return sql`SELECT n.id, n.number, n.kind, n.written_by,
      CASE WHEN m.kind IS NULL THEN 'unread'
        WHEN m.kind IN ('kept', 'restored') AND m.words < t.latest THEN 'unread' ELSE m.kind END AS state,
      EXISTS (SELECT FROM annotation_act w WHERE w.annotation_id = n.id AND w.kind = 'withdrawn') AS withdrawn
    FROM annotation n
    CROSS JOIN LATERAL (SELECT max(number) AS latest FROM annotation_text WHERE annotation_id = n.id) t
    LEFT JOIN LATERAL (SELECT kind, words FROM annotation_moderation
      WHERE annotation_id = n.id ORDER BY id DESC LIMIT 1) m ON true
    WHERE n.city_id = ${cityId}`;
}

/** How many annotations of a city stand in each state; what was withdrawn needs no reading. */
export async function countModerationStates(
  sql: ReadSql,
  cityId: number,
): Promise<Partial<Record<ModerationState, number>>> {
  const rows = await sql<{ state: ModerationState; count: number }[]>`
    SELECT state, count(*)::int AS count FROM (${states(sql, cityId)}) s
    WHERE NOT (withdrawn AND state = 'unread') GROUP BY state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How often each rule was applied, whatever came of it. */
export async function countModerationRules(
  sql: ReadSql,
  cityId: number,
): Promise<Partial<Record<ModerationRule, { applied: number; standing: number }>>> {
  const rows = await sql<{ rule: ModerationRule; applied: number; standing: number }[]>`
    SELECT m.rule, count(*)::int AS applied, count(*) FILTER (WHERE is_hidden(m.annotation_id) AND NOT EXISTS (
        SELECT FROM annotation_moderation l WHERE l.annotation_id = m.annotation_id AND l.id > m.id
          AND l.kind = 'hidden'))::int AS standing
    FROM annotation_moderation m WHERE m.city_id = ${cityId} AND m.kind = 'hidden' GROUP BY m.rule`;
  return Object.fromEntries(rows.map(({ rule, ...counts }) => [rule, counts]));
}

export type QueueFilter = {
  state?: ModerationState | undefined;
  kind?: AnnotationKind | undefined;
};

function asked(sql: ReadSql, { state, kind }: QueueFilter) {
  return sql`NOT (withdrawn AND state = 'unread')
    ${state === undefined ? sql`` : sql`AND state = ${state}`}
    ${kind === undefined ? sql`` : sql`AND kind = ${kind}`}`;
}

/** Numbers of the annotations that stand in a state, the latest first. */
export async function findInState(
  sql: ReadSql,
  cityId: number,
  filter: QueueFilter,
  page: { limit: number; offset: number },
): Promise<{ total: number; numbers: number[] }> {
  const [count] = await sql<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (${states(sql, cityId)}) s WHERE ${asked(sql, filter)}`;
  const rows = await sql<{ number: number }[]>`
    SELECT number FROM (${states(sql, cityId)}) s WHERE ${asked(sql, filter)}
    ORDER BY number DESC LIMIT ${page.limit} OFFSET ${page.offset}`;
  return { total: count?.total ?? 0, numbers: rows.map(({ number }) => number) };
}

export type HiddenOfAuthor = {
  citySlug: string;
  cityName: string;
  number: number;
  state: ModerationState;
};

/** What an account wrote and moderation hides, in every city, the latest first. */
export function listHiddenOf(sql: ReadSql, accountId: number): Promise<HiddenOfAuthor[]> {
  return sql<HiddenOfAuthor[]>`
    SELECT c.slug AS "citySlug", c.name AS "cityName", n.number, m.kind AS state
    FROM annotation n JOIN city c ON c.id = n.city_id
    JOIN LATERAL (SELECT kind FROM annotation_moderation
      WHERE annotation_id = n.id ORDER BY id DESC LIMIT 1) m ON true
    WHERE n.written_by = ${accountId} AND m.kind IN ('hidden', 'contested', 'upheld') ORDER BY n.id DESC`;
}
