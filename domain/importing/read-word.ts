import { isSilence } from "./cell-values.ts";
import type { RawRow } from "./importer.ts";
import type { RowCells } from "./row-cells.ts";

/**
 * A value of a closed list in either language. The words are tried before the silences, because in such a column
 * “non communiqué” is an answer.
 */
export function readWord<Value extends string>(
  row: RawRow,
  cells: RowCells,
  column: string,
  values: readonly Value[],
  reader: (said: string) => Value | undefined,
): Value | undefined {
  const said = (row.cells[column] ?? "").replace(/\s+/gu, " ").trim();
  if (said === "") return undefined;
  const value = reader(said);
  if (value === undefined && !isSilence(said))
    cells.refuse(column, "not-in-the-list", values.join(", "));
  return value;
}
