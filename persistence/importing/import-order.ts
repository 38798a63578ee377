import type { AuditDetail } from "#domain/audit/audit-entry.ts";
import type { AuditAction, AuditActor } from "#domain/audit/audit-vocabulary.ts";
import type { RecordKind, SourceDescription } from "#domain/importing/importer.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { StoredRecord } from "./stored-record.ts";

/** A record on its way in, already in the columns of its table. */
export type StagedRecord = StoredRecord & { line: number };

/** What is to be imported, from which document, for which city. */
export type ImportOrder = {
  city: { id: number; slug: string };
  kind: RecordKind;
  preset: string;
  source: SourceDescription & { publishedOn: string | null; retrievedOn: string | null };
  /** `sha256` is private: everybody knows the file by what `fileDigest` makes of it. `content`: what it is over, when that is no file. */
  file: { name: string; sha256: string; bytes: number; content?: string };
  /** How the file was read: encoding, delimiter, mapping, options, tallies. Kept with the batch. */
  reading: () => Readonly<Record<string, unknown>>;
  /** Day on which the file states what it states; a record may say another. */
  observedOn: string | null;
  batches: AsyncIterable<readonly StagedRecord[]>;
  /** Definitions met while the records were read; complete once `batches` has ended. */
  definitions: ReadonlyMap<string, OutcomeDefinition>;
  /** Asked once everything is staged: false rolls everything back. `duplicates` are rows whose key came before. */
  goesOn: (duplicates: readonly DuplicateRow[]) => boolean;
  /** Called inside the transaction, before it is committed. */
  beforeCommit?: (batchId: number) => Promise<string | null>;
  note: string;
  actor: AuditActor;
  /** A record entered or corrected by hand instead of a file: it speaks for nothing that it does not name. */
  deed?: { action: AuditAction; detail: AuditDetail };
};

export type DuplicateRow = {
  line: number;
  key: string;
  firstLine: number;
  body: Readonly<Record<string, unknown>>;
};

/** The plan in numbers. `notInFile` are things this preset brought in earlier and this file does not name. */
export type ImportCounts = {
  created: number;
  updated: number;
  unchanged: number;
  renumbered: number;
  notInFile: number;
};

export type AppliedImport = ImportCounts & {
  /** Pairs "old number → new number", at most the first hundred. */
  renumberings: readonly { from: string; to: string }[];
  /** undefined when nothing changed. */
  batch: number | undefined;
  /** The release that publishes it, or the revision that waits in the city's draft. */
  release: number | undefined;
  waitsInDraft: boolean;
};
