import { createHash } from "node:crypto";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import type { ImportedRecords, RecordKind, SourceDescription } from "#domain/importing/importer.ts";
import type { WriteSql } from "../database.ts";
import type { AppliedImport } from "./import-order.ts";
import { importRecords } from "./import-records.ts";
import { stagedRecords } from "./staged-records.ts";

export type KnownRecords<Kind extends RecordKind> = {
  city: { id: number; slug: string };
  kind: Kind;
  preset: string;
  source: SourceDescription;
  /** What the records are, to the byte: the text of their file, or the recipe that generates them. */
  identity: { name: string; text: string };
  records: Iterable<ImportedRecords[Kind]>;
  observedOn: string | null;
  note: string;
  actor: AuditActor;
};

const batchSize = 2_000;

/** Brings in records that are already read and judged, by the same way as those of a file. */
export function importKnownRecords<Kind extends RecordKind>(
  sql: WriteSql,
  known: KnownRecords<Kind>,
): Promise<AppliedImport> {
  const { batches, definitions } = stagedRecords(known.kind, inBatches(known.records));
  const { name, text } = known.identity;
  return importRecords(sql, {
    city: known.city,
    kind: known.kind,
    preset: known.preset,
    source: { ...known.source, publishedOn: known.observedOn, retrievedOn: null },
    file: {
      name,
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
    },
    reading: () => ({}),
    observedOn: known.observedOn,
    batches,
    definitions,
    goesOn: (duplicates) => {
      const [first] = duplicates;
      if (first) throw new Error(`${name}: "${first.key}" stands twice.`);
      return true;
    },
    note: known.note,
    actor: known.actor,
  });
}

async function* inBatches<Kind extends RecordKind>(records: Iterable<ImportedRecords[Kind]>) {
  let batch: { line: number; record: ImportedRecords[Kind] }[] = [];
  let line = 0;
  for (const record of records) {
    line += 1;
    batch.push({ line, record });
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
