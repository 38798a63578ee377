import { priceIndexValueSchema } from "#domain/cost/price-index-value.ts";
import type {
  ColumnDescription,
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";

const columns: readonly ColumnDescription[] = [
  {
    name: "name",
    aliases: ["indice", "libellé", "index", "série"],
    required: true,
    type: "string",
    description: {
      fr: "Nom de l’indice, le même à chaque ligne",
      en: "Name of the index, the same on every row",
    },
  },
  {
    name: "base",
    aliases: ["référence", "année de base", "base 100"],
    required: true,
    type: "string",
    description: { fr: "Ce qui vaut 100 : 2015", en: "What is 100: 2015" },
  },
  {
    name: "year",
    aliases: ["année", "an", "période", "time_period"],
    required: true,
    type: "integer",
    description: { fr: "Année", en: "Year" },
  },
  {
    name: "value",
    aliases: ["valeur", "indice moyen", "obs_value"],
    required: true,
    type: "number",
    description: {
      fr: "Valeur moyenne de l’année, au-dessus de zéro",
      en: "Mean of the year, above zero",
    },
  },
];

/**
 * A published index of prices, one row per year: consumer prices, construction costs… An index of two bases would not
 * be one: a second base in a file is refused.
 */
export const priceIndexImporter: Importer<"price-index"> = {
  id: "price-index",
  label: { fr: "Indice des prix", en: "Price index" },
  produces: "price-index",
  accepts: ["table"],
  columns,
  source: {
    title: "Indice des prix",
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

function begin(_context: ImportContext): ImportReading<"price-index"> {
  const bases = new Map<string, string>();
  return { read: (row) => readYear(row, bases) };
}

function readYear(row: RawRow, bases: Map<string, string>): RowReading<"price-index"> {
  const cells = rowCells(row);
  const name = cells.text("name");
  const base = cells.text("base");
  const known = name === undefined ? undefined : bases.get(name);
  if (known !== undefined && base !== undefined && known !== base) {
    cells.refuse("base", "two-bases", known);
  } else if (name !== undefined && base !== undefined) bases.set(name, base);
  const year = cells.integer("year");
  const value = cells.number("value");
  if (value !== undefined && value <= 0) cells.refuse("value", "not-above-zero");
  return concludeRow(row, cells.problems, priceIndexValueSchema, { name, base, year, value });
}
