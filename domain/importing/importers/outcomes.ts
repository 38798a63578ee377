import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, ImportReading, RawRow, RowReading } from "#domain/importing/importer.ts";
import { outcomeColumns } from "#domain/importing/outcome-columns.ts";
import { readAreaKind, readFunnel, readOutcomeState } from "#domain/importing/outcome-words.ts";
import { readWord } from "#domain/importing/read-word.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import {
  type OutcomeDefinition,
  type OutcomeStatistic,
  outcomeAreaKinds,
  outcomeDefinitionSchema,
  outcomeFunnels,
  outcomeStates,
  outcomeStatisticSchema,
} from "#domain/outcome/outcome-statistic.ts";
import { earliestDay, isPartialDate, latestDay } from "#domain/period/partial-date.ts";

/** Counts of what footage was used for, in the registry's published schema. Aggregates only, by construction. */
export const outcomesImporter: Importer<"outcome-statistic"> = {
  id: "outcomes",
  label: { fr: "Usage des images : statistiques", en: "Use of footage: statistics" },
  produces: "outcome-statistic",
  accepts: ["table"],
  columns: outcomeColumns,
  source: {
    title: "Statistiques d’usage des images",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "partial",
  begin,
};

const columnOf = { ...fieldColumns(outcomeColumns), areaCode: "area" };

const definitionColumns = {
  code: "definition_code",
  funnel: "funnel",
  stage: "stage",
  unit: "unit",
  wording: "definition",
} as const satisfies Record<keyof OutcomeDefinition, string>;
const definitionFields = ["funnel", "stage", "unit", "wording"] as const;

/** Ways of writing that a count is kept back, among them "fewer than five": never read as a number. */
const keptBack =
  /^(?:[<≤]\s*\d+|moins de \d+|fewer than \d+|less than \d+|secret(?: statistique)?|s|n\.?\s?d\.?|ndiff|c)$/iu;

function begin(): ImportReading<"outcome-statistic"> {
  const definitions = new Map<string, OutcomeDefinition>();
  return {
    read: (row) => {
      const cells = rowCells(row);
      const said = sayDefinition(row, cells);
      const definition = said && settleDefinition(cells, said, definitions);
      return readStatistic(row, cells, definition);
    },
  };
}

type SaidDefinition = { [Field in keyof OutcomeDefinition]: string | undefined };

function sayDefinition(row: RawRow, cells: RowCells): SaidDefinition | undefined {
  const said: SaidDefinition = {
    code: cells.text("definition_code"),
    funnel: readWord(row, cells, "funnel", outcomeFunnels, readFunnel),
    stage: cells.text("stage"),
    unit: cells.text("unit"),
    wording: cells.text("definition"),
  };
  return cells.problems.length === 0 ? said : undefined;
}

/** One object per code, shared by all rows that count by it; a code can't mean two things in one file. */
function settleDefinition(
  cells: RowCells,
  said: SaidDefinition,
  known: Map<string, OutcomeDefinition>,
): OutcomeDefinition | undefined {
  const earlier = known.get(said.code ?? "");
  if (earlier) {
    for (const field of definitionFields)
      if (earlier[field] !== said[field])
        cells.refuse(definitionColumns[field], "definition-differs", earlier[field]);
    return earlier;
  }
  const parsed = outcomeDefinitionSchema.safeParse(said);
  if (parsed.success) {
    known.set(parsed.data.code, parsed.data);
    return parsed.data;
  }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof OutcomeDefinition));
  for (const field of wrong) cells.refuse(definitionColumns[field], reasonOf(field, said[field]));
  return undefined;
}

function reasonOf(field: keyof OutcomeDefinition, said: string | undefined): string {
  if (said === undefined) return "missing";
  return field === "code" ? "not-a-code" : "too-long";
}

function readStatistic(
  row: RawRow,
  cells: RowCells,
  definition: OutcomeDefinition | undefined,
): RowReading<"outcome-statistic"> {
  const record = {
    definition,
    scope: cells.text("scope"),
    ...readArea(row, cells),
    ...readPeriod(cells),
    category: cells.text("category"),
    result: readResult(row, cells),
    ...readCount(row, cells),
  };
  return concludeRow(row, cells.problems, outcomeStatisticSchema, record, columnOf);
}

const unknownResults =
  /^(unknown|inconnue?|non renseignée?|non renseigne|non communiqué|non communique)$/i;

/**
 * A result that is said not to be known is a result: read as a blank, its events would pass for the total of all results. An
 * empty cell is such a total.
 */
function readResult(row: RawRow, cells: RowCells): string | undefined {
  const isUnknown = unknownResults.test(row.cells.result?.trim() ?? "");
  return isUnknown ? "unknown" : cells.text("result");
}

/** A code alone is a district's. */
function readArea(row: RawRow, cells: RowCells) {
  const areaCode = cells.text("area");
  const areaKind =
    readWord(row, cells, "area_kind", outcomeAreaKinds, readAreaKind) ??
    (areaCode === undefined ? "city" : "district");
  if ((areaKind === "city") !== (areaCode === undefined))
    cells.refuse("area", "area-and-kind-disagree");
  return { areaKind, areaCode };
}

/** A count, or why there is none. A count of 0 is the state "zero"; a state that its value contradicts is refused. */
function readCount(row: RawRow, cells: RowCells) {
  const before = cells.problems.length;
  const written = readValue(row, cells);
  const said = readWord(row, cells, "state", outcomeStates, readOutcomeState);
  if (cells.problems.length > before) return {};
  const state = said ?? impliedState(written);
  if (state === undefined || !isAgreed(state, written))
    cells.refuse("value", "value-or-state", outcomeStates.join(", "));
  if (state !== "known") return { state };
  return written === 0 ? { state: "zero" } : { state, value: written };
}

type WrittenCount = number | "withheld" | undefined;

function readValue(row: RawRow, cells: RowCells): WrittenCount {
  if (keptBack.test((row.cells.value ?? "").trim())) return "withheld";
  const value = cells.integer("value", "thousands");
  if (value !== undefined && value < 0) cells.refuse("value", "negative-count");
  return value;
}

function impliedState(written: WrittenCount) {
  return typeof written === "number" ? "known" : written;
}

function isAgreed(state: OutcomeStatistic["state"], written: WrittenCount): boolean {
  if (state === "known") return typeof written === "number";
  if (state === "zero" || state === "declared-zero") return written === undefined || written === 0;
  return typeof written !== "number";
}

/** A month comes first ("2024-05", or "5" beside a year), then dates, then the calendar year. */
function readPeriod(cells: RowCells) {
  const from = readMonth(cells) ?? cells.date("period_from") ?? readYear(cells);
  const to = cells.date("period_to") ?? from;
  const period = { periodFrom: from && earliestDay(from), periodTo: to && latestDay(to) };
  if (period.periodFrom && period.periodTo && period.periodFrom > period.periodTo)
    cells.refuse("period_to", "period-reversed");
  return period;
}

function readMonth(cells: RowCells): string | undefined {
  const month = cells.text("month");
  if (month === undefined || !/^\d{1,2}$/.test(month)) return cells.date("month");
  const date = `${readYear(cells) ?? ""}-${month.padStart(2, "0")}`;
  if (isPartialDate(date)) return date;
  cells.refuse("month", "not-a-date");
  return undefined;
}

function readYear(cells: RowCells): string | undefined {
  const year = cells.integer("year");
  if (year === undefined || isPartialDate(String(year))) return year?.toString();
  cells.refuse("year", "not-a-date");
  return undefined;
}
