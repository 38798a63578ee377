import type { FileDigest } from "#domain/importing/file-digest.ts";
import type { ReadSql } from "../database.ts";

export type ReleaseImport = FileDigest & {
  batch: number;
  preset: string;
  fileName: string;
  created: number;
  updated: number;
  /** A record entered by hand: what was done, to what, and why. */
  reading: { deed?: string; key?: string; reason?: string | null };
  isUndone: boolean;
};

/** Imports that became public with a release: those written after the release before it. */
export function listReleaseImports(
  sql: ReadSql,
  cityId: number,
  after: number,
  upTo: number,
): Promise<ReleaseImport[]> {
  return sql<ReleaseImport[]>`
    SELECT id AS batch, preset, file_name AS "fileName", file_sha256 AS sha256, file_commitment AS commitment,
      coalesce((counts->>'created')::int, 0) AS created,
      coalesce((counts->>'updated')::int, 0) + coalesce((counts->>'renumbered')::int, 0) AS updated,
      jsonb_build_object('deed', reading->'deed', 'key', reading->'key', 'reason', reading->'reason') AS reading,
      undone_at IS NOT NULL AS "isUndone"
    FROM import_batch WHERE city_id = ${cityId} AND release_number > ${after} AND release_number <= ${upTo}
    ORDER BY id`;
}

/** Years of counts that a release judged under disclosure control, each against every earlier release. */
export async function countJudgedYears(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM disclosure_audit
    WHERE city_id = ${cityId} AND release_number = ${release}`;
  return row?.count ?? 0;
}
