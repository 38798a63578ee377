import type {
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { readArea } from "#domain/importing/read-area.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";
import { isSameCode } from "#domain/importing/same-code.ts";
import { boundaryRecordSchema } from "#domain/territory/territory-records.ts";

/** The outline of the city: a file of one feature, or the one feature of a larger file that bears the city's code. */
export const boundaryImporter: Importer<"boundary"> = {
  id: "boundary",
  label: { fr: "Contour de la ville", en: "Outline of the city" },
  produces: "boundary",
  accepts: ["features"],
  columns: [
    {
      name: "code",
      aliases: [
        "insee",
        "code_insee",
        "insee_com",
        "codgeo",
        "com",
        "depcom",
        "code_commune",
        "area_code",
      ],
      type: "string",
      description: {
        fr: "Code officiel du territoire, quand le fichier en contient plusieurs",
        en: "Official code of the territory, when the file has several",
      },
    },
    {
      name: "geometry",
      type: "geometry",
      required: true,
      description: {
        fr: "Contour (Polygon ou MultiPolygon, WGS 84)",
        en: "Outline (Polygon or MultiPolygon, WGS 84)",
      },
    },
  ],
  options: { code: "Official code of the feature to take (by default, the city's own)" },
  source: {
    title: "Boundary",
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

/** Only what may be the outline is held: a national file of communes passes through without being kept. */
function begin(context: ImportContext): ImportReading<"boundary"> {
  const wanted = context.options.code ?? context.city.officialCode ?? undefined;
  const mayBeAlone = context.options.code === undefined;
  const matching: RawRow[] = [];
  let first: RawRow | undefined;
  let total = 0;
  return {
    read: (row) => {
      total += 1;
      const code = rowCells(row).text("code");
      if (code !== undefined && wanted !== undefined && isSameCode(code, wanted)) {
        matching.push(row);
        return { kind: "records", records: [] };
      }
      if (first !== undefined) return { kind: "left-out", reason: "other-territory" };
      first = row;
      return { kind: "records", records: [] };
    },
    finish: () => {
      if (matching.length > 0 || first === undefined) return chooseMatch(matching, first);
      if (total === 1 && mayBeAlone) return [readOutline(first)];
      return [wanted === undefined ? refuseSeveral(first) : refuseMissing(first, wanted)];
    },
  };
}

/** The one feature that bears the code; two of them are refused, since neither is more the city than the other. */
function chooseMatch(
  matching: readonly RawRow[],
  other: RawRow | undefined,
): RowReading<"boundary">[] {
  if (matching.length > 1) return matching.slice(1).map(refuseSeveral);
  const chosen = matching.map(readOutline);
  return other ? [...chosen, { kind: "left-out", reason: "other-territory" }] : chosen;
}

function readOutline(row: RawRow): RowReading<"boundary"> {
  const cells = rowCells(row);
  const area = readArea(row.geometry, cells);
  if (!area && cells.problems.length === 0) cells.refuse("geometry", "missing");
  return concludeRow(row, cells.problems, boundaryRecordSchema, { ...area });
}

function refuseSeveral(row: RawRow): RowReading<"boundary"> {
  const hint = "--option code=…";
  const problem = { line: row.line, column: "code", value: row.cells.code ?? null, hint };
  return { kind: "rejected", problems: [{ ...problem, reason: "several-outlines" }] };
}

function refuseMissing(row: RawRow, wanted: string): RowReading<"boundary"> {
  const problem = { line: row.line, column: "code", value: wanted };
  return { kind: "rejected", problems: [{ ...problem, reason: "territory-not-in-file" }] };
}
