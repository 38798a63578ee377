import {
  type EnteredKind,
  enteredKinds,
  type RecordDeed,
} from "#domain/importing/entered-kinds.ts";
import type { ImportContext, Importer, RawRow, RowProblem } from "#domain/importing/importer.ts";
import { findImporter } from "#domain/importing/importers/registry.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import {
  applyChanges,
  type Cells,
  correctedCells,
  type FieldChange,
  fieldChanges,
  type StandingRecord,
  standingCells,
} from "#domain/importing/standing-cells.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { City } from "../city-queries.ts";
import type { WriteSql } from "../database.ts";
import type { StagedRecord } from "./import-order.ts";
import { recordTables } from "./record-tables.ts";
import { findDefinition, findStandingRecord } from "./standing-record.ts";

export type RecordAsked = {
  kind: EnteredKind;
  deed: RecordDeed;
  /** Cells by the columns of the preset; an empty one takes back what was said. */
  cells: Cells;
  /** The document that says so. Public. */
  source: { title: string; url: string | null } | undefined;
  today: string;
};

/** Why a record was not taken: named by column and value, or in a sentence. */
export class RecordRefused extends Error {
  readonly problems: readonly (RowProblem | { reason: string; message: string })[];
  constructor(reason: string, message: string, problems: readonly RowProblem[] = []) {
    super(message);
    this.problems = problems.length > 0 ? problems : [{ reason, message }];
  }
}

export type PreparedRecord = {
  /** What names the record, for people. */
  shownKey: string;
  standingId: number | undefined;
  /** Undefined for a withdrawal. */
  staged: StagedRecord | undefined;
  definitions: ReadonlyMap<string, OutcomeDefinition>;
  changes: readonly FieldChange[];
};

type Read = { key: string; staged: StagedRecord; definition: OutcomeDefinition | undefined };
type Standing = StandingRecord & { id: number };

/** Reads what was given through the preset of its kind, over what stands where something is corrected. */
export async function prepareRecord(
  sql: WriteSql,
  city: City,
  asked: RecordAsked,
): Promise<PreparedRecord> {
  const { kind, deed } = asked;
  const importer = findImporter(enteredKinds[kind].preset);
  if (!importer) throw new Error(`The preset of ${kind} is not there.`);
  const reading = { importer, context: contextOf(city, asked.today) };
  const given = namedCells(importer, withSource(asked));
  const { named } = enteredKinds[kind];
  const base =
    named === null
      ? await definitionCells(sql, city.id, given)
      : await standingBy(sql, city.id, asked, given[named]);
  const cells = base.standing
    ? correctedCells(kind, standingCells(importer, base.standing), given)
    : { ...base.cells, ...given };
  if (deed === "withdraw" && base.standing && named !== null)
    return withdrawal(base.standing, given[named] ?? "");
  const read = readRow(reading, cells);
  const standing = base.standing ?? (await findStandingRecord(sql, city.id, kind, read.key));
  refuseWrongDeed(asked, read.key, standing);
  if (deed === "withdraw" && standing) return withdrawal(standing, read.key);
  const staged = base.standing ? corrected(reading, base.standing, read) : read.staged;
  return {
    shownKey: show(read.key),
    standingId: standing?.id,
    staged,
    definitions: new Map(read.definition ? [[read.definition.code, read.definition]] : []),
    changes: fieldChanges(bodyOf(standing?.body ?? {}), bodyOf(staged.body)),
  };
}

const show = (key: string) => key.replaceAll("\u001f", " · ");

/** A count's definition is fixed: it is not among what changes. */
function bodyOf(body: StagedRecord["body"]) {
  const { definition_code: _, definition_id: __, ...rest } = body;
  return rest;
}

function withdrawal(standing: Standing, key: string): PreparedRecord {
  return {
    shownKey: show(key),
    standingId: standing.id,
    staged: undefined,
    definitions: new Map(),
    changes: fieldChanges(bodyOf(standing.body), {}),
  };
}

/** The document of a correction is the one that its record names from now on. */
function withSource({ kind, cells, source }: RecordAsked): Cells {
  const namesIts = kind === "published-figure" || kind === "institution-fact";
  if (!source || !namesIts || cells.source_title) return cells;
  return { ...cells, source_title: source.title, source_url: source.url };
}

function namedCells(importer: Importer, cells: Cells): Cells {
  const match = matchColumns(Object.keys(cells), importer.columns);
  const [unknown] = match.unknown;
  if (unknown !== undefined)
    throw new RecordRefused(
      "no-such-field",
      `There is no field "${unknown}". Fields: ${importer.columns.map(({ name }) => name).join(", ")}.`,
    );
  return renameCells(match)(cells);
}

type Base = { standing?: Standing | undefined; cells: Cells };

async function standingBy(
  sql: WriteSql,
  cityId: number,
  { kind, deed }: RecordAsked,
  key: string | null | undefined,
): Promise<Base> {
  if (deed === "add") return { cells: {} };
  const name = key?.trim() ?? "";
  if (name === "")
    throw new RecordRefused("not-named", `Which ${kind}? Name it by ${enteredKinds[kind].named}.`);
  const standing = await findStandingRecord(sql, cityId, kind, name);
  if (!standing) throw new RecordRefused("not-there", `There is no ${kind} "${name}" to ${deed}.`);
  return { standing, cells: {} };
}

/** A code that is known brings its definition along: it could not be another. */
async function definitionCells(sql: WriteSql, cityId: number, given: Cells): Promise<Base> {
  const definition = await findDefinition(sql, cityId, given.definition_code ?? "");
  if (!definition) return { cells: {} };
  const { funnel, stage, unit, wording } = definition;
  return { cells: { funnel, stage, unit, definition: wording } };
}

type Reading = { importer: Importer; context: ImportContext };

function readRow({ importer, context }: Reading, cells: Cells): Read {
  const row: RawRow = { line: 0, cells };
  const [reading] = [importer.begin(context).read(row)];
  if (reading.kind === "left-out")
    throw new RecordRefused(reading.reason, `The record is left out: ${reading.reason}.`);
  if (reading.kind === "rejected") throw new RecordRefused("rejected", "", reading.problems);
  const [record] = reading.records;
  if (!record) throw new RecordRefused("nothing-said", "Nothing is said.");
  const { store } = recordTables[importer.produces];
  const stored = (store as (one: typeof record) => ReturnType<typeof store>)(record);
  const definition =
    "definition" in record && typeof record.definition === "object"
      ? (record.definition as OutcomeDefinition)
      : undefined;
  return { key: stored.key, staged: { line: 0, ...stored }, definition };
}

/** What the cells of a standing record cannot say stays as it stands: only what reads otherwise now is changed. */
function corrected(reading: Reading, standing: Standing, read: Read): StagedRecord {
  try {
    const before = readRow(reading, standingCells(reading.importer, standing));
    const changes = fieldChanges(before.staged.body, read.staged.body);
    return { ...read.staged, body: applyChanges(standing.body, changes) };
  } catch (failure) {
    if (failure instanceof RecordRefused) return read.staged;
    throw failure;
  }
}

function refuseWrongDeed(
  { deed, kind }: RecordAsked,
  key: string,
  standing: Standing | undefined,
): void {
  const name = show(key);
  if (deed === "add" && standing)
    throw new RecordRefused("already-there", `The ${kind} "${name}" is there already: correct it.`);
  if (deed !== "add" && !standing)
    throw new RecordRefused("not-there", `There is no ${kind} "${name}" to ${deed}.`);
}

/** One record needs no map: none of these kinds is placed. */
function contextOf(city: City, today: string): ImportContext {
  return {
    city,
    place: () => {
      throw new Error("A record entered by hand has no position.");
    },
    districtAt: () => undefined,
    knownDistricts: [],
    tables: {},
    options: {},
    headers: [],
    today,
  };
}
