import { createHash } from "node:crypto";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import {
  type EnteredKind,
  enteredByHand,
  type RecordDeed,
} from "#domain/importing/entered-kinds.ts";
import type { RowProblem } from "#domain/importing/importer.ts";
import type { Cells, FieldChange } from "#domain/importing/standing-cells.ts";
import {
  LONGEST_CELL,
  LONGEST_REASON,
  LONGEST_TITLE,
  readTyped,
  readTypedAddress,
  type TypedText,
} from "#domain/importing/typed-text.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql, type WriteSql, writeSql } from "#persistence/database.ts";
import type { AppliedImport, ImportOrder } from "#persistence/importing/import-order.ts";
import { importRecords } from "#persistence/importing/import-records.ts";
import {
  type PreparedRecord,
  prepareRecord,
  type RecordAsked,
  RecordRefused,
} from "#persistence/importing/prepare-record.ts";
import { withdrawStandingRecord } from "#persistence/importing/withdraw-record.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import { DefinitionDiffers } from "#persistence/importing/write-sources.ts";

export type RecordRequest = RecordAsked & {
  city: string;
  /** Why; asked of a correction and of a withdrawal. Public. */
  reason: string | undefined;
  dryRun: boolean;
  actor: AuditActor;
};

export type RecordReport = {
  outcome: "applied" | "nothing-to-do" | "dry-run" | "refused";
  city: string;
  kind: EnteredKind;
  deed: RecordDeed;
  /** What names the record. */
  key: string | null;
  changes: readonly FieldChange[];
  errors: readonly (RowProblem | { reason: string; message: string })[];
  batch: number | null;
  release: number | null;
  waitsInDraft: boolean;
};

/** Rolls a finished trial back. */
class TrialEnds extends Error {}

/**
 * Enters, corrects or withdraws one record: judged like a row of a file, written as a new dated version (into the draft
 * where there is one), with its reason, its document and its entry in the log, in one transaction. It is an import of one
 * record, and is undone as such.
 */
export async function changeRecord(asked: RecordRequest): Promise<RecordReport> {
  const { city: slug, kind, deed } = asked;
  const empty: RecordReport = {
    outcome: "refused",
    city: slug,
    kind,
    deed,
    key: null,
    changes: [],
    errors: [],
    batch: null,
    release: null,
    waitsInDraft: false,
  };
  let trial: RecordReport | undefined;
  try {
    const request = honestRequest(asked);
    refuseUnexplained(request);
    const city = await readSql((sql) => findCity(sql, slug));
    if (!city) throw new RecordRefused("no-such-city", `There is no city "${slug}" here.`);
    return await writeSql(async (sql) => {
      // Alone in the city until the end: what is read as standing is what is replaced.
      await takeNextRevision(sql, city.id);
      const prepared = await prepareRecord(sql, city, request);
      const { batch, release, waitsInDraft } = await write(sql, city, request, prepared);
      const report: RecordReport = {
        ...empty,
        outcome: batch === undefined ? "nothing-to-do" : "applied",
        key: prepared.shownKey,
        changes: prepared.changes,
        batch: batch ?? null,
        release: release ?? null,
        waitsInDraft,
      };
      if (!request.dryRun) return report;
      const outcome = batch === undefined ? report.outcome : "dry-run";
      trial = { ...report, outcome, batch: null, release: null };
      throw new TrialEnds();
    });
  } catch (failure) {
    if (failure instanceof TrialEnds && trial) return trial;
    const errors = errorsOf(failure);
    if (!errors) throw failure;
    return { ...empty, errors };
  }
}

/** As it was typed, without what is not seen; refused where it does not read as it is written, each text by its name. */
function honestRequest(request: RecordRequest): RecordRequest {
  const problems: RowProblem[] = [];
  const read = (column: string, typed: TypedText): string => {
    if (typed.ok) return typed.text;
    problems.push({ line: 0, column, value: null, reason: typed.reason });
    return "";
  };
  const { reason, source } = request;
  const cells: Cells = Object.fromEntries(
    Object.entries(request.cells).map(([name, cell]) => [
      name,
      typeof cell === "string" ? read(name, readTyped(cell, LONGEST_CELL)) : cell,
    ]),
  );
  const honest = {
    ...request,
    cells,
    reason: reason && read("reason", readTyped(reason, LONGEST_REASON)),
    source: source && {
      title: read("source", readTyped(source.title, LONGEST_TITLE)),
      url: source.url === null ? null : read("source-url", readTypedAddress(source.url)),
    },
  };
  if (problems.length > 0)
    throw new RecordRefused("unreadable-text", "A text does not read as it is written.", problems);
  return honest;
}

function refuseUnexplained({ deed, reason, source, kind, cells }: RecordRequest): void {
  if (deed !== "add" && (reason ?? "").trim() === "")
    throw new RecordRefused("reason-missing", "A correction or a withdrawal says its reason.");
  const namesIts = kind === "published-figure" || kind === "institution-fact";
  const hasDocument = namesIts && (cells.source_title ?? "").trim() !== "";
  if (!source?.title && !hasDocument)
    throw new RecordRefused("source-missing", "Every record rests on a document: name the source.");
}

function errorsOf(failure: unknown): RecordReport["errors"] | undefined {
  if (failure instanceof RecordRefused) return failure.problems;
  if (failure instanceof DefinitionDiffers)
    return [{ reason: "definition-differs", message: failure.message }];
  return undefined;
}

const actions = {
  add: "record-entered",
  correct: "record-corrected",
  withdraw: "record-withdrawn",
} as const;

const words = { add: "Entered", correct: "Corrected", withdraw: "Withdrawn" } as const;

function write(
  sql: WriteSql,
  city: City,
  request: RecordRequest,
  prepared: PreparedRecord,
): Promise<AppliedImport> {
  const order = orderOf(city, request, prepared);
  if (prepared.standingId !== undefined && request.deed === "withdraw")
    return withdrawStandingRecord(sql, order, prepared.standingId);
  const { staged, definitions } = prepared;
  return importRecords(sql, {
    ...order,
    batches: (async function* () {
      yield staged ? [staged] : [];
    })(),
    definitions,
    goesOn: () => true,
  });
}

function orderOf(
  city: City,
  request: RecordRequest,
  { shownKey }: PreparedRecord,
): Omit<ImportOrder, "batches" | "definitions" | "goesOn"> {
  const { kind, deed, cells, reason, source } = request;
  const identity = JSON.stringify({ kind, deed, cells, reason, source });
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const title = source?.title ?? cells.source_title ?? "";
  return {
    city,
    kind,
    preset: enteredByHand,
    source: {
      title,
      publisher: null,
      url: source?.url ?? cells.source_url ?? null,
      licence: null,
      licenceUrl: null,
      attribution: null,
      verification: "declared",
      publishedOn: null,
      retrievedOn: request.today,
    },
    file: {
      name: `${deed} ${kind}`,
      sha256: sha256(identity),
      bytes: Buffer.byteLength(identity),
      content: identity,
    },
    reading: () => ({ deed, key: shownKey, reason: reason ?? null }),
    observedOn: null,
    note: `${words[deed]}: ${kind} ${shownKey}${reason ? `. ${reason}` : ""}`,
    actor: request.actor,
    deed: {
      action: actions[deed],
      detail: { kind, ...(reason ? { reasonSha256: sha256(reason) } : {}) },
    },
  };
}
