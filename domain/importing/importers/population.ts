import type {
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowProblem,
  RowReading,
} from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { isSameCode } from "#domain/importing/same-code.ts";
import {
  type PopulationCount,
  populationCountSchema,
} from "#domain/territory/territory-records.ts";

/** A column that holds one year's inhabitants: "PMUN2022", "p21_pop", "Population municipale 2021", "2021". */
type YearColumn = { column: string; year: number; definition: string | undefined };

const municipal = "Population municipale (INSEE)";
/** What a wide column's name says of its population; a bare year says nothing. Names are folded. */
const wideColumns: readonly { shape: RegExp; definition: string | undefined }[] = [
  {
    shape: /^(?:pmun|populationmunicipale|popmunicipale)(?:en)?(\d{4}|\d{2})$/,
    definition: municipal,
  },
  { shape: /^p(\d{2})pop$/, definition: municipal },
  {
    shape: /^(?:ptot|populationtotale|poptotale)(?:en)?(\d{4}|\d{2})$/,
    definition: "Population totale (INSEE)",
  },
  { shape: /^(?:population|pop|annee|y|year)?((?:19|20)\d{2})$/, definition: undefined },
];

/** Inhabitants per year and place, one row per count or one column per year. Unit: inhabitants. */
export const populationImporter: Importer<"population"> = {
  id: "population",
  label: { fr: "Population", en: "Population" },
  produces: "population",
  accepts: ["table"],
  columns: [
    {
      name: "commune_code",
      aliases: ["codgeo", "code_insee", "insee", "code_commune", "com", "depcom", "insee_com"],
      type: "string",
      description: {
        fr: "Code officiel de la commune, quand la table en couvre plusieurs",
        en: "Official code of the municipality, when the table covers several",
      },
    },
    {
      name: "district_code",
      aliases: ["district", "code_quartier", "quartier", "ward", "ward_code", "iris", "area_code"],
      type: "string",
      description: {
        fr: "Code du quartier ; vide pour la ville entière",
        en: "Code of the district; empty for the whole city",
      },
    },
    {
      name: "year",
      aliases: ["année", "an", "millésime"],
      type: "integer",
      description: {
        fr: "Année de référence (absente quand chaque colonne est une année)",
        en: "Reference year (absent when each column is a year)",
      },
    },
    {
      name: "inhabitants",
      aliases: ["population", "habitants", "pop", "population_municipale", "pmun", "residents"],
      type: "integer",
      unit: "inhabitants",
      description: { fr: "Nombre d’habitants", en: "Number of inhabitants" },
    },
    {
      name: "definition",
      aliases: ["définition", "type_population"],
      type: "string",
      description: {
        fr: "De quelle population il s’agit : municipale (INSEE), estimation…",
        en: "Which population it is: municipal (INSEE), estimate…",
      },
    },
  ],
  options: {
    code: "Official code of the municipality to read (by default, the city's own)",
    definition: "Which population it is, when the file does not say",
  },
  source: {
    title: "Population",
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

function begin(context: ImportContext): ImportReading<"population"> {
  const years = context.headers.flatMap(yearColumn);
  const ofTerritory = territoryChooser(context);
  const lines = new Map<string, number>();
  return {
    read: (row) => {
      const elsewhere = ofTerritory.read(row);
      if (elsewhere) return elsewhere;
      const cells = rowCells(row);
      const isLong = cells.text("year") !== undefined || years.length === 0;
      const columns = isLong ? [longColumn(cells)] : years;
      return readCounts(row, cells, columns, context.options.definition, lines);
    },
    finish: ofTerritory.finish,
  };
}

function yearColumn(column: string): YearColumn[] {
  const folded = foldHeader(column);
  for (const { shape, definition } of wideColumns) {
    const digits = shape.exec(folded)?.[1];
    if (digits === undefined) continue;
    const year = digits.length === 4 ? digits : `${Number(digits) >= 70 ? "19" : "20"}${digits}`;
    return [{ column, year: Number(year), definition }];
  }
  return [];
}

function longColumn(cells: RowCells): Partial<YearColumn> & { column: string } {
  return { column: "inhabitants", year: cells.integer("year"), definition: undefined };
}

/** Lets the rows of one municipality through; a table without such a column is the city's own. */
function territoryChooser(context: ImportContext) {
  const wanted = context.options.code ?? context.city.officialCode ?? undefined;
  let first: RawRow | undefined;
  let found = false;
  const read = (row: RawRow): RowReading<never> | undefined => {
    const code = rowCells(row).text("commune_code");
    if (code === undefined) {
      found = true;
      return undefined;
    }
    first ??= row;
    if (wanted !== undefined && isSameCode(code, wanted)) {
      found = true;
      return undefined;
    }
    return { kind: "left-out", reason: "other-territory" };
  };
  const finish = (): RowReading<never>[] => {
    if (found || first === undefined) return [];
    const reason = wanted === undefined ? "territory-not-chosen" : "territory-not-in-file";
    const problem: RowProblem = {
      line: first.line,
      column: "commune_code",
      value: wanted ?? null,
      reason,
    };
    return [{ kind: "rejected", problems: [problem] }];
  };
  return { read, finish };
}

function readCounts(
  row: RawRow,
  cells: RowCells,
  columns: readonly (Partial<YearColumn> & { column: string })[],
  definitionOption: string | undefined,
  lines: Map<string, number>,
): RowReading<"population"> {
  const records: PopulationCount[] = [];
  for (const { column, year, definition: named } of columns) {
    const inhabitants = readInhabitants(row, cells, column);
    // A wide table leaves a cell empty for a year without a count.
    if (inhabitants === undefined && columns.length > 1) continue;
    const definition = cells.text("definition") ?? definitionOption ?? named;
    if (definition === undefined)
      cells.refuse("definition", "definition-missing", "--option definition=…");
    const districtCode = cells.text("district_code");
    const key = JSON.stringify([districtCode, year, definition]);
    const earlier = lines.get(key);
    if (earlier !== undefined) cells.refuse("year", "duplicate-count", String(earlier));
    else lines.set(key, row.line);
    const record = { districtCode, year, inhabitants, definition };
    const reading = concludeRow(row, cells.problems, populationCountSchema, record, {
      districtCode: "district_code",
      inhabitants: column,
    });
    if (reading.kind === "rejected") return reading;
    records.push(...reading.records);
  }
  return records.length > 0
    ? { kind: "records", records }
    : { kind: "left-out", reason: "no-count" };
}

/** Inhabitants are whole: "172,718" can only be thousands. */
function readInhabitants(row: RawRow, cells: RowCells, column: string): number | undefined {
  const text = row.cells[column]?.trim() ?? "";
  return cells.integer(column, /^\d{1,3}(?:,\d{3})+$/.test(text) ? "thousands" : "decimal");
}
