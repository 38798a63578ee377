import type { WriteSql } from "../database.ts";
import { fileDigest } from "./file-digest.ts";
import type { AppliedImport, ImportOrder } from "./import-order.ts";
import { concludeImport, writeBatch } from "./import-records.ts";
import { recordTables } from "./record-tables.ts";
import { takeNextRevision } from "./write-release.ts";
import { writeFileSource } from "./write-sources.ts";

const counts = { created: 0, updated: 0, unchanged: 0, renumbered: 0, notInFile: 0 };

/** Ends a standing version without another in its place, as an import of nothing: undone like any other. */
export async function withdrawStandingRecord(
  sql: WriteSql,
  order: Omit<ImportOrder, "batches" | "definitions" | "goesOn">,
  versionId: number,
): Promise<AppliedImport> {
  const release = await takeNextRevision(sql, order.city.id);
  const whole: ImportOrder = {
    ...order,
    batches: (async function* () {})(),
    definitions: new Map(),
    goesOn: () => true,
  };
  const digest = await fileDigest(sql, whole);
  const sourceId = await writeFileSource(sql, whole, digest);
  const batchId = await writeBatch(sql, whole, { counts, sourceId, digest, release });
  const { table } = recordTables[order.kind];
  await sql`UPDATE ${sql(table)} SET until_release = ${release} WHERE id = ${versionId}`;
  const isPublic = await concludeImport(sql, whole, { counts, digest, release, batchId });
  return { ...counts, renumberings: [], batch: batchId, release, waitsInDraft: !isPublic };
}
