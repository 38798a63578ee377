import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { contentForm } from "#domain/dataset/release-content.ts";
import type { RecordKind } from "#domain/importing/importer.ts";
import { type ContentAsked, hashContent } from "../content/content-hash.ts";
import type { ReadSql, WriteSql } from "../database.ts";

export type ReleaseDraft = {
  openedBy: string;
  openedAt: Date;
  /** Number of the release that the public reads; 0 before the first. */
  base: number;
  /** Number of the newest writing: what would be published. Equal to `base` while nothing was written. */
  newest: number;
  /** Imports that wait in the draft, oldest first. */
  imports: readonly { batch: number; preset: string; file: string; revision: number }[];
};

/** What a city is preparing; undefined when it prepares nothing. */
export async function findDraft(sql: ReadSql, cityId: number): Promise<ReleaseDraft | undefined> {
  const [draft] = await sql<Omit<ReleaseDraft, "imports">[]>`
    SELECT opened_by AS "openedBy", opened_at AS "openedAt",
      (SELECT coalesce(max(number), 0)::int FROM release WHERE city_id = ${cityId}) AS base,
      (SELECT coalesce(max(number), 0)::int FROM revision WHERE city_id = ${cityId}) AS newest
    FROM release_draft WHERE city_id = ${cityId}`;
  if (!draft) return undefined;
  const imports = await sql<ReleaseDraft["imports"][number][]>`
    SELECT id AS batch, preset, file_name AS file, release_number AS revision FROM import_batch
    WHERE city_id = ${cityId} AND release_number > ${draft.base} AND undone_at IS NULL ORDER BY id`;
  return { ...draft, imports };
}

/** Opens a draft; false when there is one already. */
export async function openDraft(
  sql: WriteSql,
  cityId: number,
  actor: AuditActor,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO release_draft (city_id, opened_by) VALUES (${cityId}, ${actor})
    ON CONFLICT (city_id) DO NOTHING`;
  return rows.count === 1;
}

/**
 * Makes the newest writing the release that the public reads, in one row; what listens is told at commit. Its counts have
 * been judged before, in the same transaction.
 */
export async function publishDraft(
  sql: WriteSql,
  cityId: number,
  release: { number: number; note: string; changes: Readonly<Record<string, unknown>> },
): Promise<string> {
  const { number, note } = release;
  const content = await hashContent(sql, {
    cityId,
    release: number,
    ...(await writtenIn(sql, cityId, number)),
  });
  const changes = { ...release.changes, content: content.digests };
  await sql`
    INSERT INTO release (city_id, number, kind, note, changes, content_hash, content_form)
    VALUES (${cityId}, ${number}, 'prepared', ${note}, ${sql.json(changes as never)}, ${content.hash}, ${contentForm})`;
  await sql`DELETE FROM release_draft WHERE city_id = ${cityId}`;
  return content.hash;
}

/** Which kinds of records the revisions since the last release changed: unknown of one that an earlier version wrote. */
async function writtenIn(
  sql: WriteSql,
  cityId: number,
  number: number,
): Promise<Pick<ContentAsked, "changed" | "camerasSha256">> {
  const revisions = await sql<{ changed: RecordKind[] | null; cameras: string | null }[]>`
    SELECT changes->'changed' AS changed, changes->'hashes'->>'camera' AS cameras FROM revision
    WHERE city_id = ${cityId} AND number <= ${number}
      AND number > (SELECT coalesce(max(number), 0) FROM release WHERE city_id = ${cityId})
    ORDER BY number`;
  const isTold = revisions.every(({ changed }) => changed !== null);
  return {
    changed: isTold ? revisions.flatMap(({ changed }) => changed ?? []) : undefined,
    camerasSha256: revisions.at(-1)?.cameras ?? "",
  };
}

/**
 * Forgets what was written and never published: rows that the draft brought in go, rows that it ended stand again.
 * Nothing public is touched. Returns how many imports were dropped.
 */
export async function discardDraft(
  sql: WriteSql,
  cityId: number,
  draft: ReleaseDraft,
): Promise<number> {
  for (const table of await versionedTables(sql)) {
    await sql`DELETE FROM ${sql(table)} WHERE city_id = ${cityId} AND from_release > ${draft.base}`;
    await sql`UPDATE ${sql(table)} SET until_release = NULL
      WHERE city_id = ${cityId} AND until_release > ${draft.base}`;
  }
  await sql`DELETE FROM camera WHERE city_id = ${cityId} AND first_release > ${draft.base}`;
  await sql`UPDATE import_batch SET undone_by_release = NULL, undone_at = NULL
    WHERE city_id = ${cityId} AND undone_by_release > ${draft.base}`;
  const dropped = await sql`
    DELETE FROM import_batch WHERE city_id = ${cityId} AND release_number > ${draft.base}`;
  await sql`DELETE FROM revision WHERE city_id = ${cityId} AND number > ${draft.base}`;
  await sql`DELETE FROM release_draft WHERE city_id = ${cityId}`;
  return dropped.count;
}

/** Every table whose rows stand from one release until another: the list is PostgreSQL's own, so that none is forgotten. */
async function versionedTables(sql: WriteSql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
      AND a.attname IN ('city_id', 'from_release', 'until_release')
    GROUP BY c.relname HAVING count(*) = 3 ORDER BY c.relname`;
  return rows.map(({ name }) => name);
}
