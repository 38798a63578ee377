import type { EnteredKind } from "#domain/importing/entered-kinds.ts";
import { type FieldChange, fieldChanges } from "#domain/importing/standing-cells.ts";
import type { ReadSql } from "../database.ts";
import { bookkeepingColumns } from "../importing/plan-records.ts";
import { recordTables } from "../importing/record-tables.ts";

/** A public line that was public before and says something else now, or nothing any more. */
export type Correction = {
  kind: CorrectedKind;
  key: string;
  changes: readonly FieldChange[];
  isWithdrawn: boolean;
  /** The release since which it is read. */
  release: number;
  publishedAt: Date;
  /** Why, as whoever corrected it says; null where a file said otherwise or an import was undone. */
  reason: string | null;
  source: { title: string; url: string | null } | null;
};

/** Counts of outcomes are not among them: what was counted is public after disclosure control alone. */
export const correctedKinds = [
  "authorisation",
  "published-figure",
  "cost-line",
  "contract",
  "institution-fact",
] as const satisfies readonly EnteredKind[];
export type CorrectedKind = (typeof correctedKinds)[number];

const most = 200;

type Row = Omit<Correction, "kind" | "changes" | "isWithdrawn"> & {
  before: Record<string, unknown>;
  after: Record<string, unknown> | null;
};

/**
 * What was corrected or withdrawn in one register up to a release, or by it alone, the latest first, at most two hundred.
 * Versions that were never public are passed over: the line is compared with what stood at the release that followed.
 */
export async function listCorrections(
  sql: ReadSql,
  cityId: number,
  kind: CorrectedKind,
  releases: { from: number; to: number },
): Promise<Correction[]> {
  const { table, keySql } = recordTables[kind];
  const keyOf = (alias: string) => sql.unsafe(keySql.replaceAll("v.", `${alias}.`));
  const body = (alias: string) =>
    sql`jsonb_strip_nulls(to_jsonb(${sql(alias)}.*)) - ${bookkeepingColumns}::text[]`;
  const rows = await sql<Row[]>`
    SELECT ${keyOf("old")} AS key, ${body("old")} AS before,
      CASE WHEN fresh.id IS NOT NULL THEN ${body("fresh")} END AS after,
      since.number AS release, since.published_at AS "publishedAt", batch.reading->>'reason' AS reason,
      CASE WHEN batch.id IS NOT NULL THEN jsonb_build_object('title', source.title, 'url', source.url) END AS source
    FROM ${sql(table)} old
    CROSS JOIN LATERAL (SELECT number, published_at FROM release
      WHERE city_id = ${cityId} AND number >= old.until_release ORDER BY number LIMIT 1) since
    LEFT JOIN ${sql(table)} fresh ON fresh.city_id = ${cityId} AND ${keyOf("fresh")} = ${keyOf("old")}
      AND fresh.from_release <= since.number AND (fresh.until_release IS NULL OR fresh.until_release > since.number)
    LEFT JOIN import_batch batch ON batch.city_id = ${cityId} AND batch.release_number = old.until_release
    LEFT JOIN source ON source.id = coalesce(fresh.source_id, batch.source_id)
    WHERE old.city_id = ${cityId} AND since.number BETWEEN ${releases.from} AND ${releases.to}
      AND EXISTS (SELECT FROM release WHERE city_id = ${cityId} AND number >= old.from_release
        AND number < old.until_release)
      AND (fresh.id IS NULL OR fresh.content_hash <> old.content_hash)
    ORDER BY since.number DESC, old.id LIMIT ${most}`;
  return rows.map(({ before, after, ...row }) => ({
    ...row,
    kind,
    changes: after ? fieldChanges(before, after) : [],
    isWithdrawn: after === null,
  }));
}
