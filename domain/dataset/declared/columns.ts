import type { ColumnDescription } from "#domain/importing/importer.ts";
import type { DatasetColumn } from "../dataset.ts";

type Change = Partial<Omit<DatasetColumn, "name">>;

/**
 * The columns of a preset as they are published: the same names, so that a published file is imported again as it is. What
 * only makes sense in a file that is brought in is left out or worded anew.
 */
export function publishedColumns(
  columns: readonly ColumnDescription[],
  changes: Readonly<Record<string, Change | "left-out">> = {},
): DatasetColumn[] {
  return columns.flatMap((column) => {
    const { name, type, values, unit, required = false, description } = column;
    const change = changes[name];
    if (change === "left-out") return [];
    const plain = { name, type, required, isFilter: type === "enum", description };
    return [{ ...plain, ...(values ? { values } : {}), ...(unit ? { unit } : {}), ...change }];
  });
}

export function column(
  name: string,
  type: DatasetColumn["type"],
  [fr, en]: readonly [string, string],
  more: Change = {},
): DatasetColumn {
  return { name, type, required: false, isFilter: false, description: { fr, en }, ...more };
}

/** What every dataset of facts ends with: where each row comes from. */
export const sourceColumn = column(
  "source",
  "string",
  [
    "Document dont la ligne est tirée : sa clé dans le jeu « sources »",
    "Document that the row is taken from: its key in the dataset “sources”",
  ],
  { required: true, isFilter: true },
);
