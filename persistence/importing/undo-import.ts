import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import type { RecordKind } from "#domain/importing/importer.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { WriteSql } from "../database.ts";
import { recordKinds, recordTables } from "./record-tables.ts";
import { rollUpOutcomes } from "./roll-up-outcomes.ts";
import { takeNextRevision, writeRevision } from "./write-release.ts";

/** Why an import can't be undone now. `later` are the imports to undo first, newest first. */
export type UndoReading =
  | {
      kind: "undone";
      batch: number;
      release: number;
      waitsInDraft: boolean;
      ended: number;
      restored: number;
    }
  | { kind: "already-undone"; batch: number; release: number }
  | { kind: "no-such-import" }
  | { kind: "changed-since"; batch: number; later: readonly number[] };

type Batch = { id: number; release: number; undoneBy: number | null };

/**
 * Restores what stood before an import, as a new release: what it brought in ends, what it ended stands again with
 * the source that it had. Refused when later imports changed the same things.
 */
export async function undoImport(
  sql: WriteSql,
  cityId: number,
  asked: number | "last",
  actor: AuditActor,
): Promise<UndoReading> {
  const release = await takeNextRevision(sql, cityId);
  const [batch] = await sql<Batch[]>`
    SELECT id, release_number AS release, undone_by_release AS "undoneBy" FROM import_batch
    WHERE city_id = ${cityId} AND ${asked === "last" ? sql`undone_at IS NULL` : sql`id = ${asked}`}
    ORDER BY id DESC LIMIT 1`;
  if (!batch) return { kind: "no-such-import" };
  if (batch.undoneBy !== null)
    return { kind: "already-undone", batch: batch.id, release: batch.undoneBy };
  const later = await laterImports(sql, cityId, batch);
  if (later.length > 0) return { kind: "changed-since", batch: batch.id, later };
  let ended = 0;
  let restored = 0;
  const changed: RecordKind[] = [];
  for (const kind of recordKinds) {
    const reach = await restoreKind(sql, cityId, kind, batch, release);
    if (reach.ended + reach.restored > 0) changed.push(kind);
    ended += reach.ended;
    restored += reach.restored;
  }
  if (changed.includes("outcome-statistic")) await rollUpOutcomes(sql, cityId, release);
  for (const table of ["camera_assertion", "camera_event"]) {
    await sql`UPDATE ${sql(table)} SET until_release = ${release}
      WHERE import_batch_id = ${batch.id} AND until_release IS NULL`;
  }
  const isPublic = await writeUndo(sql, {
    cityId,
    batch,
    release,
    ended,
    restored,
    changed,
    actor,
  });
  return {
    kind: "undone",
    batch: batch.id,
    release,
    waitsInDraft: !isPublic,
    ended,
    restored,
  };
}

/** Imports that ended something which this one brought in: newest first. */
async function laterImports(sql: WriteSql, cityId: number, batch: Batch): Promise<number[]> {
  const found = new Set<number>();
  for (const kind of recordKinds) {
    const rows = await sql<{ id: number }[]>`
      SELECT DISTINCT b.id FROM ${sql(recordTables[kind].table)} v
      JOIN import_batch b ON b.city_id = ${cityId} AND b.release_number = v.until_release
      WHERE v.city_id = ${cityId} AND v.import_batch_id = ${batch.id} AND b.undone_at IS NULL AND b.id <> ${batch.id}`;
    for (const { id } of rows) found.add(id);
  }
  return [...found].sort((a, b) => b - a);
}

async function restoreKind(
  sql: WriteSql,
  cityId: number,
  kind: RecordKind,
  batch: Batch,
  release: number,
): Promise<{ ended: number; restored: number }> {
  const { table, columns } = recordTables[kind];
  const ended = await sql`
    UPDATE ${sql(table)} SET until_release = ${release}
    WHERE city_id = ${cityId} AND import_batch_id = ${batch.id} AND until_release IS NULL`;
  const kept = [
    ...columns,
    ...(kind === "camera" ? ["camera_id"] : []),
    ...["city_id", "source_id", "import_batch_id", "content_hash"],
  ];
  const restored = await sql`
    INSERT INTO ${sql(table)} (${sql(kept)}, from_release)
    SELECT ${sql(kept)}, ${release}::int FROM ${sql(table)}
    WHERE city_id = ${cityId} AND until_release = ${batch.release}`;
  return { ended: ended.count, restored: restored.count };
}

async function writeUndo(
  sql: WriteSql,
  undo: {
    cityId: number;
    batch: Batch;
    release: number;
    ended: number;
    restored: number;
    changed: readonly RecordKind[];
    actor: AuditActor;
  },
): Promise<boolean> {
  const { cityId, batch, release, ended, restored } = undo;
  const { contentHash, isPublic } = await writeRevision(sql, {
    cityId,
    number: release,
    kind: "undo",
    note: `Import ${batch.id} (release ${batch.release}) is undone`,
    changes: { batch: batch.id, ended, restored },
    changed: undo.changed,
  });
  await sql`UPDATE import_batch SET undone_by_release = ${release}, undone_at = now() WHERE id = ${batch.id}`;
  await appendAuditEntry(sql, {
    cityId,
    actor: undo.actor,
    action: "import-undone",
    subject: `import ${batch.id}`,
    detail: { release, ...(contentHash === null ? {} : { contentHash }), ended, restored },
  });
  return isPublic;
}
