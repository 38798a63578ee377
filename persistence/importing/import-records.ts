import type { FileDigest } from "#domain/importing/file-digest.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { WriteSql } from "../database.ts";
import { applyPlan, countNewlyMissing, noteMissingCameras, type PlanTarget } from "./apply-plan.ts";
import { fileDigest } from "./file-digest.ts";
import type { AppliedImport, ImportCounts, ImportOrder } from "./import-order.ts";
import {
  hasCameras,
  planCameras,
  planFirstCameras,
  planRenumberings,
  spellFirstCameras,
} from "./plan-cameras.ts";
import { countPlan, planRecords } from "./plan-records.ts";
import { rollUpOutcomes } from "./roll-up-outcomes.ts";
import { setDuplicatesAside, stageRecords } from "./stage-records.ts";
import type { NamedDocument } from "./stored-record.ts";
import { takeNextRevision, writeRevision } from "./write-release.ts";
import { writeDefinitions, writeFileSource, writeNamedDocuments } from "./write-sources.ts";

/** Thrown to roll everything back when the order says not to go on. */
export class ImportStopped extends Error {}

/**
 * Brings records in, in the caller's transaction: stage, plan, apply, write as the next revision, which is public at once unless the city has a draft. Nothing is
 * written when nothing changes, so that a second run leaves no trace.
 */
export async function importRecords(sql: WriteSql, order: ImportOrder): Promise<AppliedImport> {
  const release = await takeNextRevision(sql, order.city.id);
  // A million rows are grouped, joined and hashed in memory rather than on disk.
  await sql`SET LOCAL work_mem = '64MB'`;
  const documents = new Map<string, NamedDocument>();
  const areFirst = order.kind === "camera" && !(await hasCameras(sql, order.city.id));
  const spelled = areFirst ? await spellFirstCameras(sql) : undefined;
  await stageRecords(sql, order.batches, documents, spelled);
  if (!order.goesOn(await setDuplicatesAside(sql))) throw new ImportStopped();
  await sql`SAVEPOINT before_documents`;
  const digest = await fileDigest(sql, order);
  const sourceId = await writeFileSource(sql, order, digest);
  await writeNamedDocuments(sql, order.city.id, documents.values());
  await writeDefinitions(sql, order.city.id, sourceId, order.definitions.values());
  const renumberings = await plan(sql, order, areFirst);
  const planned = await countPlan(sql, order.city.id, order.kind, order.preset);
  const counts = order.deed ? { ...planned, notInFile: 0 } : planned;
  const newlyMissing =
    order.kind === "camera" && counts.notInFile > 0
      ? await countNewlyMissing(sql, order.city.id, order.preset)
      : 0;
  const changes = counts.created + counts.updated + counts.renumbered + newlyMissing;
  const shown = renumberings.slice(0, 100);
  if (changes === 0) {
    await sql`ROLLBACK TO SAVEPOINT before_documents`;
    return {
      ...counts,
      renumberings: shown,
      batch: undefined,
      release: undefined,
      waitsInDraft: false,
    };
  }
  const done = { counts, sourceId, digest, release, newlyMissing, areFirst };
  const written = await publish(sql, order, done);
  return { ...counts, renumberings: shown, ...written, release };
}

async function plan(
  sql: WriteSql,
  order: ImportOrder,
  areFirst: boolean,
): Promise<{ from: string; to: string }[]> {
  if (order.kind !== "camera") {
    await planRecords(sql, order.city.id, order.kind);
    return [];
  }
  if (areFirst) {
    await planFirstCameras(sql);
    return [];
  }
  await planCameras(sql, order.city.id);
  return planRenumberings(sql, order.city.id);
}

async function publish(
  sql: WriteSql,
  order: ImportOrder,
  planned: {
    counts: ImportCounts;
    sourceId: number;
    digest: FileDigest;
    release: number;
    newlyMissing: number;
    areFirst: boolean;
  },
): Promise<{ batch: number; waitsInDraft: boolean }> {
  const { sourceId, release } = planned;
  const batchId = await writeBatch(sql, order, planned);
  const target: PlanTarget = {
    cityId: order.city.id,
    kind: order.kind,
    sourceId,
    batchId,
    release,
    preset: order.preset,
    observedOn: order.observedOn,
    isSpelled: planned.areFirst,
  };
  await applyPlan(sql, target);
  if (planned.newlyMissing > 0) await noteMissingCameras(sql, target);
  const isPublic = await concludeImport(sql, order, { ...planned, batchId });
  return { batch: batchId, waitsInDraft: !isPublic };
}

/** Sums, hash, release and entry in the log for what an import has changed; true when it is public at once. */
export async function concludeImport(
  sql: WriteSql,
  order: ImportOrder,
  done: { counts: ImportCounts; digest: FileDigest; release: number; batchId: number },
): Promise<boolean> {
  const { counts, digest, release, batchId } = done;
  if (order.kind === "outcome-statistic") await rollUpOutcomes(sql, order.city.id, release);
  const { contentHash, isPublic } = await writeRevision(sql, {
    cityId: order.city.id,
    number: release,
    kind: "import",
    note: order.note,
    changes: { kind: order.kind, preset: order.preset, batch: batchId, ...counts },
    changed: [order.kind],
  });
  // The name of a file may be a person's: the log knows it by its bytes, or by a commitment to them, without their number,
  // which says how many digits a count has.
  const { commitment, sha256 } = digest;
  const file: Record<string, string | number> =
    commitment === null ? { sha256, bytes: order.file.bytes } : { commitment };
  await appendAuditEntry(sql, {
    cityId: order.city.id,
    actor: order.actor,
    action: order.deed?.action ?? "import-applied",
    subject: `import ${batchId}`,
    detail: {
      preset: order.preset,
      file,
      ...order.deed?.detail,
      release,
      ...(contentHash === null ? {} : { contentHash }),
      counts,
    },
  });
  const rejectedFile = (await order.beforeCommit?.(batchId)) ?? null;
  if (rejectedFile !== null)
    await sql`UPDATE import_batch SET rejected_file = ${rejectedFile} WHERE id = ${batchId}`;
  return isPublic;
}

export async function writeBatch(
  sql: WriteSql,
  order: ImportOrder,
  planned: { counts: ImportCounts; sourceId: number; digest: FileDigest; release: number },
): Promise<number> {
  const { sha256, commitment } = planned.digest;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO import_batch (city_id, source_id, preset, file_name, file_sha256, file_commitment, file_bytes, reading, counts, release_number)
    VALUES (${order.city.id}, ${planned.sourceId}, ${order.preset}, ${order.file.name}, ${sha256}, ${commitment},
      ${order.file.bytes}, ${sql.json(order.reading() as never)}, ${sql.json(planned.counts)}, ${planned.release})
    RETURNING id`;
  return row?.id ?? 0;
}
