import { present } from "#domain/presence/present.ts";
import type { ColumnDescription } from "./importer.ts";

/** Which header of a file is read as which column of the preset, and what is missing. */
export type ColumnMatch = {
  /** Header of the file → column of the preset. */
  columnOf: ReadonlyMap<string, string>;
  missing: readonly string[];
  /** Headers that the preset does not know; they keep their own name. */
  unknown: readonly string[];
};

/** Compared without case, accents, blanks and punctuation: "Date d’installation" is "date_installation"'s neighbour. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Matches headers to columns. A mapping given by a person wins over names and aliases; a name wins over an alias;
 * a column is matched once, by the first header that fits.
 */
export function matchColumns(
  headers: readonly string[],
  columns: readonly ColumnDescription[],
  mapping: Readonly<Record<string, string>> = {},
): ColumnMatch {
  const columnOf = new Map<string, string>();
  const taken = new Set<string>();
  const take = (header: string, column: string) => {
    if (columnOf.has(header) || taken.has(column)) return;
    columnOf.set(header, column);
    taken.add(column);
  };
  for (const [header, column] of Object.entries(mapping)) take(header, column);
  const folded = new Map(headers.map((header) => [header, foldHeader(header)]));
  for (const spelling of [(column: ColumnDescription) => [column.name], aliasesOf]) {
    for (const column of columns) {
      const wanted = new Set(spelling(column).map(foldHeader));
      const header = headers.find(
        (name) => !columnOf.has(name) && wanted.has(present(folded.get(name))),
      );
      if (header !== undefined) take(header, column.name);
    }
  }
  return {
    columnOf,
    missing: columns
      .filter((column) => column.required && column.type !== "geometry" && !taken.has(column.name))
      .map((column) => column.name),
    unknown: headers.filter((header) => !columnOf.has(header)),
  };
}

export function aliasesOf(column: ColumnDescription): readonly string[] {
  return column.aliases ?? [];
}

/** Renames the cells of rows; made once per table since a million rows pass through it. */
export function renameCells(
  match: ColumnMatch,
): (cells: Readonly<Record<string, string | null>>) => Record<string, string | null> {
  return (cells) => {
    const named: Record<string, string | null> = {};
    for (const header in cells) named[match.columnOf.get(header) ?? header] = cells[header] ?? null;
    return named;
  };
}
