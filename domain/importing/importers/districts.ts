import { readText } from "#domain/importing/cell-values.ts";
import type {
  ColumnDescription,
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { aliasesOf, foldHeader } from "#domain/importing/match-columns.ts";
import { readArea } from "#domain/importing/read-area.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { districtKinds, districtRecordSchema } from "#domain/territory/territory-records.ts";

type DistrictKind = (typeof districtKinds)[number];

/** British vintages of ward codes and names: wd16cd … wd26cd. */
const vintages = Array.from({ length: 11 }, (_, index) => String(16 + index));

const columns: readonly ColumnDescription[] = [
  {
    name: "code",
    aliases: [
      "code_2018",
      "code_quartier",
      "code_district",
      "district_code",
      "area_code",
      "ward_code",
      "wd_cd",
      ...vintages.map((year) => `wd${year}cd`),
      "c_qu",
      "c_ar",
    ],
    type: "string",
    description: {
      fr: "Code du quartier, unique dans le fichier ; à défaut, tiré du nom",
      en: "Code of the district, unique in the file; failing that, made from its name",
    },
  },
  {
    name: "id",
    aliases: ["@id", "identifiant", "identifier"],
    type: "string",
    description: {
      fr: "Identifiant, pris pour code quand le fichier n’a pas de code",
      en: "Identifier, taken as the code when the file has none",
    },
  },
  {
    name: "name",
    aliases: [
      "nom",
      "libellé",
      "class_2018",
      "area_name",
      "nom_quartier",
      "quartier",
      "district",
      "label",
      "ward_name",
      "wd_nm",
      ...vintages.map((year) => `wd${year}nm`),
      "l_qu",
      "l_ar",
    ],
    type: "string",
    description: { fr: "Nom du quartier", en: "Name of the district" },
  },
  {
    name: "kind",
    aliases: ["type", "nature"],
    type: "enum",
    values: districtKinds,
    description: { fr: "Nature du découpage", en: "Kind of division" },
  },
  {
    name: "geometry",
    type: "geometry",
    description: {
      fr: "Contour (Polygon ou MultiPolygon, WGS 84)",
      en: "Outline (Polygon or MultiPolygon, WGS 84)",
    },
  },
];

/** The districts of a city: quartiers, wards, police districts, with their outlines when the file has them. */
export const districtsImporter: Importer<"district"> = {
  id: "districts",
  label: { fr: "Quartiers", en: "Districts" },
  produces: "district",
  accepts: ["features", "table"],
  columns,
  options: {
    code: "Property that holds the code",
    name: "Property that holds the name",
    kind: `What the districts are (${districtKinds.join(", ")}), or the property that says it`,
  },
  source: {
    title: "Districts",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "complete",
  begin,
};

/**
 * Rows are held to the end: whether a column of codes tells districts apart shows only once all are read. One code for
 * every row is the code of something else (a vintage, the city), and names take over.
 */
function begin(context: ImportContext): ImportReading<"district"> {
  const rows: RawRow[] = [];
  return {
    read: (row) => {
      rows.push(row);
      return { kind: "records", records: [] };
    },
    finish: () => {
      const codeOf = codeReader(rows, context.options.code);
      const lines = new Map<string, number>();
      return rows.map((row) => readDistrict(row, codeOf, lines, context));
    },
  };
}

function readDistrict(
  row: RawRow,
  codeOf: (row: RawRow) => string | undefined,
  lines: Map<string, number>,
  { options, headers }: ImportContext,
): RowReading<"district"> {
  const cells = rowCells(row);
  const name = readText(propertyOf(row, options.name ?? "name"));
  if (name === undefined) cells.refuse(options.name ?? "name", "missing");
  const code = codeOf(row) ?? (name === undefined ? undefined : slugOf(name));
  if (code !== undefined) {
    const earlier = lines.get(code);
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(code)) cells.refuse("code", "not-a-code", code);
    else if (earlier === undefined) lines.set(code, row.line);
    else cells.refuse("code", "duplicate-code", String(earlier));
  }
  const kind = readKind(row, cells, options.kind) ?? kindInHeaders(headers);
  const area = readArea(row.geometry, cells);
  return concludeRow(row, cells.problems, districtRecordSchema, { code, name, kind, ...area });
}

/** The property named on the command line; otherwise the code, the identifier, or nothing. */
function codeReader(rows: readonly RawRow[], option: string | undefined) {
  const read = (row: RawRow, property: string) =>
    readText(propertyOf(row, property))?.replace(/^(\d+)\.0$/, "$1");
  if (option !== undefined) return (row: RawRow) => read(row, option);
  for (const property of ["code", "id"]) {
    const codes = rows.map((row) => read(row, property)).filter((code) => code !== undefined);
    if (codes.length === 0) continue;
    const isConstant = rows.length > 1 && codes.length > 1 && new Set(codes).size === 1;
    return isConstant ? () => undefined : (row: RawRow) => read(row, property);
  }
  return () => undefined;
}

/** A property by the name that it has in the file, even where its header was recognised as a column. */
function propertyOf(row: RawRow, property: string): string | null | undefined {
  const own = row.cells[property];
  if (own !== undefined) return own;
  const wanted = foldHeader(property);
  const column = columns.find((known) =>
    [known.name, ...aliasesOf(known)].some((spelling) => foldHeader(spelling) === wanted),
  );
  return column && row.cells[column.name];
}

function readKind(
  row: RawRow,
  cells: RowCells,
  option: string | undefined,
): DistrictKind | undefined {
  const literal = districtKinds.find((kind) => kind === option);
  if (literal) return literal;
  const said = readText(propertyOf(row, option ?? "kind"));
  if (said === undefined) return undefined;
  const kind = districtKinds.find((value) => foldHeader(value) === foldHeader(said));
  // A file's own "type" may speak of anything; only a property that somebody chose must be understood.
  if (!kind && option !== undefined)
    cells.refuse(option, "not-in-the-list", districtKinds.join(", "));
  return kind;
}

function kindInHeaders(headers: readonly string[]): DistrictKind | undefined {
  const folded = headers.map(foldHeader);
  if (folded.some((header) => header.includes("quartier"))) return "quartier";
  if (folded.some((header) => header.includes("ward") || /^wd\d*(?:cd|nm)$/.test(header)))
    return "ward";
  return folded.some((header) => header.includes("arrondissement")) ? "arrondissement" : undefined;
}

/** "Crêt de Roc" → "cret-de-roc", cut between words at 63 characters. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug.length <= 63
    ? slug
    : slug
        .slice(0, 64)
        .replace(/-[^-]*$/, "")
        .slice(0, 63);
}
