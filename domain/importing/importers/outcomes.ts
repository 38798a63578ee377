import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, ImportReading, RawRow, RowReading } from "#domain/importing/importer.ts";
import { outcomeColumns } from "#domain/importing/outcome-columns.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import {
  type OutcomeDefinition,
  outcomeAreaKinds,
  outcomeDefinitionSchema,
  outcomeFunnels,
  outcomeStates,
  outcomeStatisticSchema,
} from "#domain/outcome/outcome-statistic.ts";
import { earliestDay, latestDay } from "#domain/period/partial-date.ts";

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

/** Ways of writing that a count is kept back, among them "fewer than five": never read as a number. */
const withheld = /^(?:<\s*\d+|moins de \d+|fewer than \d+|secret|s|ndiff|c)$/i;

function begin(): ImportReading<"outcome-statistic"> {
  const definitions = new Map<string, OutcomeDefinition>();
  return {
    read: (row) => {
      const cells = rowCells(row);
      const definition = readDefinition(cells, definitions);
      return readStatistic(row, cells, definition);
    },
  };
}

/** One object per code, shared by all rows that count by it; a code can't mean two things in one file. */
function readDefinition(
  cells: RowCells,
  known: Map<string, OutcomeDefinition>,
): OutcomeDefinition | undefined {
  const code = cells.text("definition_code");
  const wording = cells.text("definition");
  const earlier = code === undefined ? undefined : known.get(code);
  if (earlier) {
    if (earlier.wording !== wording) cells.refuse("definition", "definition-differs");
    return earlier;
  }
  const parsed = outcomeDefinitionSchema.safeParse({
    code,
    funnel: cells.choice("funnel", outcomeFunnels),
    stage: cells.text("stage"),
    unit: cells.text("unit"),
    wording,
  });
  if (!parsed.success) {
    if (cells.problems.length === 0) cells.refuse("definition_code", "definition-incomplete");
    return undefined;
  }
  known.set(parsed.data.code, parsed.data);
  return parsed.data;
}

function readStatistic(
  row: RawRow,
  cells: RowCells,
  definition: OutcomeDefinition | undefined,
): RowReading<"outcome-statistic"> {
  const isWithheld = withheld.test(cells.text("value") ?? "");
  const value = isWithheld ? undefined : cells.integer("value");
  const said = cells.choice("state", outcomeStates);
  const state = said ?? (isWithheld ? "withheld" : value === undefined ? undefined : "known");
  if (state === undefined && cells.problems.length === 0)
    cells.refuse("value", "value-or-state", outcomeStates.join(", "));
  const areaCode = cells.text("area");
  return concludeRow(
    row,
    cells.problems,
    outcomeStatisticSchema,
    {
      definition,
      scope: cells.text("scope"),
      areaKind: cells.choice("area_kind", outcomeAreaKinds) ?? (areaCode ? "district" : "city"),
      areaCode,
      ...readPeriod(cells),
      category: cells.text("category"),
      result: cells.text("result"),
      state,
      value: state === "known" ? value : undefined,
    },
    columnOf,
  );
}

function readPeriod(cells: RowCells) {
  const year = cells.integer("year");
  const from = cells.date("month") ?? cells.date("period_from") ?? (year && String(year));
  const to = cells.date("period_to") ?? from;
  return {
    periodFrom: from ? earliestDay(from) : undefined,
    periodTo: to ? latestDay(to) : undefined,
  };
}
