import { createHash } from "node:crypto";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { honestDescription } from "#domain/importing/honest-description.ts";
import {
  dateInName,
  ImportRefusal,
  refuseForeignFormat,
  refuseMissingColumns,
} from "#domain/importing/import-refusal.ts";
import { emptyReport, type ImportReport } from "#domain/importing/import-report.ts";
import type { ImportContext, RawRow, RowProblem } from "#domain/importing/importer.ts";
import { findImporter } from "#domain/importing/importers/registry.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import { placePoints } from "#domain/importing/place-points.ts";
import { type RejectedRow, readRecords } from "#domain/importing/read-records.ts";
import { degreesFrom } from "#formats/coordinates/degrees-from.ts";
import { FormatProblem } from "#formats/format-problem.ts";
import { openTable } from "#formats/table/open-table.ts";
import type { OpenedTable, TableOptions, TableSource } from "#formats/table/opened-table.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql, writeSql } from "#persistence/database.ts";
import type { DuplicateRow, ImportOrder } from "#persistence/importing/import-order.ts";
import { ImportStopped, importRecords } from "#persistence/importing/import-records.ts";
import { loadPlaces } from "#persistence/importing/load-places.ts";
import { UnstorableText } from "#persistence/importing/stage-records.ts";
import { stagedRecords } from "#persistence/importing/staged-records.ts";
import { DefinitionDiffers } from "#persistence/importing/write-sources.ts";

/** Where refused rows go: kept beside the batch when they are skipped, forgotten otherwise. */
export type RejectedRows = {
  add: (row: RejectedRow) => void;
  /** Returns the name of the file that holds them, or null when there are none. */
  keep: (batchId: number) => Promise<string | null>;
  discard: () => Promise<void>;
};

export type ImportRequest = {
  city: string;
  preset: string;
  file: TableSource;
  table: TableOptions;
  /** Header of the file → column of the preset. */
  mapping: Readonly<Record<string, string>>;
  auxiliary: Readonly<Record<string, TableSource>>;
  options: Readonly<Record<string, string>>;
  source: Partial<ImportOrder["source"]>;
  /** Day on which the file states what it states; otherwise a date in its name. */
  observedOn: string | undefined;
  dryRun: boolean;
  skipRejected: boolean;
  rejectedRows: RejectedRows;
  actor: AuditActor;
  today: string;
  onProgress: (rows: number) => void;
};

const shownErrors = 100;

/** Rolls a finished trial back. */
class TrialEnds extends Error {}

/**
 * Reads a file through a preset into a city's registry and publishes the result as a release, in one transaction.
 * Refused as a whole when a row is refused, unless rows are skipped; a trial does all of it and then rolls back.
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const report = emptyReport(request.city, request.preset, request.file.name);
  try {
    const { file, source: said, options: chosen } = request;
    const honest = honestDescription({ name: file.name, source: said, options: chosen });
    const { name, source, options } = honest;
    return await importOrRefuse({ ...request, file: { ...file, name }, source, options }, report);
  } catch (failure) {
    await request.rejectedRows.discard();
    const refusal = toRefusal(failure);
    if (!refusal) throw failure;
    const { reason, message, line } = refusal;
    const error = { line, column: null, value: null, reason, message };
    return { ...report, outcome: "refused", errors: [error] };
  }
}

async function importOrRefuse(request: ImportRequest, empty: ImportReport): Promise<ImportReport> {
  const importer = findImporter(request.preset);
  if (!importer)
    throw new ImportRefusal("no-such-preset", `There is no preset "${request.preset}".`);
  const city = await readSql((sql) => findCity(sql, request.city));
  if (!city) throw new ImportRefusal("no-such-city", `There is no city "${request.city}" here.`);
  const sha256 = await hashOf(request.file);
  const table = await openTable(request.file, request.table);
  refuseForeignFormat(importer, table.format);
  const match = matchColumns(table.headers, importer.columns, request.mapping);
  refuseMissingColumns(match.missing, table.headers);
  const context = await prepareContext(request, city, table);
  const errors: RowProblem[] = [];
  let duplicates: readonly DuplicateRow[] = [];
  const reject = (row: RejectedRow) => {
    request.rejectedRows.add(row);
    if (errors.length < shownErrors) errors.push(...row.problems);
  };
  const rename = renameCells(match);
  const reader = readRecords(importer, context, named(table, rename, request.onProgress), reject);
  const { batches, definitions } = stagedRecords(importer.produces, reader.batches);
  const reading = () => ({
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    columns: Object.fromEntries(match.columnOf),
    unknownColumns: match.unknown,
    options: request.options,
    rows: reader.tally.rows,
    leftOut: reader.tally.leftOut,
    tallies: reader.tally.tallies,
    rejected: reader.tally.rejected + duplicates.length,
  });
  const soFar = () => ({
    ...empty,
    rejected: reader.tally.rejected + duplicates.length,
    leftOut: reader.tally.leftOut,
    tallies: reader.tally.tallies,
    errors: errors.slice(0, shownErrors),
    reading: reading(),
  });
  const order: ImportOrder = {
    city,
    kind: importer.produces,
    preset: importer.id,
    source: {
      ...importer.source,
      publishedOn: null,
      retrievedOn: request.today,
      ...request.source,
    },
    file: { name: request.file.name, sha256, bytes: request.file.bytes },
    reading,
    observedOn: context.options["observed-on"] ?? null,
    batches,
    definitions,
    goesOn: (found) => {
      duplicates = found;
      for (const row of found) reject(duplicateRow(row));
      if (reader.tally.rows === 0) throw new FormatProblem("no-rows");
      return request.skipRejected || reader.tally.rejected + found.length === 0;
    },
    note: `${importer.label.en}: ${request.file.name}`,
    actor: request.actor,
  };
  return applyOrder(request, order, soFar);
}

async function applyOrder(
  request: ImportRequest,
  order: ImportOrder,
  soFar: () => ImportReport,
): Promise<ImportReport> {
  let trial: ImportReport | undefined;
  let rejectedFile: string | null = null;
  const beforeCommit = async (batchId: number) => {
    if (!request.dryRun) rejectedFile = await request.rejectedRows.keep(batchId);
    return rejectedFile;
  };
  try {
    return await writeSql(async (sql) => {
      const { batch, release, ...applied } = await importRecords(sql, { ...order, beforeCommit });
      const report = { ...soFar(), ...applied };
      if (request.dryRun) {
        trial = { ...report, outcome: batch === undefined ? "nothing-to-do" : "dry-run" };
        throw new TrialEnds();
      }
      if (batch === undefined) {
        await request.rejectedRows.discard();
        return { ...report, outcome: "nothing-to-do" as const };
      }
      return {
        ...report,
        outcome: "applied" as const,
        batch,
        release: release ?? null,
        rejectedFile,
      };
    });
  } catch (failure) {
    await request.rejectedRows.discard();
    if (failure instanceof TrialEnds && trial) return trial;
    if (failure instanceof ImportStopped) return soFar();
    throw failure;
  }
}

async function prepareContext(
  request: ImportRequest,
  city: City,
  table: OpenedTable,
): Promise<ImportContext> {
  const places = await readSql((sql) => loadPlaces(sql, city));
  const tables: Record<string, readonly RawRow[]> = {};
  for (const [name, source] of Object.entries(request.auxiliary)) {
    const rows: RawRow[] = [];
    for await (const batch of (await openTable(source)).rows) rows.push(...batch);
    tables[name] = rows;
  }
  const observedOn = request.observedOn ?? dateInName(request.file.name);
  return {
    city,
    place: placePoints(degreesFrom(request.options.crs, city.country), places.isInside),
    districtAt: places.districtAt,
    knownDistricts: places.knownDistricts,
    tables,
    options: observedOn ? { ...request.options, "observed-on": observedOn } : request.options,
    headers: table.headers,
    today: request.today,
  };
}

async function* named(
  table: OpenedTable,
  rename: (cells: RawRow["cells"]) => Record<string, string | null>,
  onProgress: (rows: number) => void,
): AsyncGenerator<RawRow[]> {
  let rows = 0;
  for await (const batch of table.rows) {
    rows += batch.length;
    yield batch.map((row) => ({ ...row, cells: rename(row.cells) }));
    onProgress(rows);
  }
}

async function hashOf(source: TableSource): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source.open()) hash.update(chunk);
  return hash.digest("hex");
}

function duplicateRow(row: DuplicateRow): RejectedRow {
  const { line, key, firstLine } = row;
  const hint = `first on line ${firstLine}`;
  const value = key.replaceAll("\u001f", " · ");
  return {
    problems: [{ line, column: null, value, reason: "duplicate", hint }],
    cells: { record: JSON.stringify(row.body) },
  };
}

function toRefusal(failure: unknown): ImportRefusal | undefined {
  if (failure instanceof ImportRefusal) return failure;
  if (failure instanceof FormatProblem)
    return new ImportRefusal(failure.code, failure.message, failure.line);
  if (failure instanceof UnstorableText)
    return new ImportRefusal("unstorable-character", failure.message, failure.line);
  if (failure instanceof DefinitionDiffers)
    return new ImportRefusal("definition-differs", failure.message);
  return undefined;
}
