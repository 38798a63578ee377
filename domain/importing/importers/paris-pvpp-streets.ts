import { readText } from "#domain/importing/cell-values.ts";
import type { RawRow } from "#domain/importing/importer.ts";
import { present } from "#domain/presence/present.ts";

const streetColumns = ["rue_croisement_1", "rue_croisement_2", "rue_croisement_3"];
/** What separates streets inside "Place X — rue Y, rue Z". */
const separators = /[,;/()—–]|\bangle\b/u;
/** What the column of precision may say; anything else there is a fourth street. */
const precisions = /^(?:croisement|point décrit|adresse)/iu;

/**
 * Reads the streets that a row of the Paris list names. A place with more streets than columns pushes the fourth into
 * the column of precision or, in rows with more fields than headers, every later cell to the right: such a row is read
 * from its end, and given back with its cells in their places. `names` are the columns in the order of the file.
 */
export function parisStreetReader(names: readonly string[]) {
  return (raw: RawRow): { row: RawRow; streets: string[] } => {
    const { row, named } = straighten(raw, names);
    const precision = readText(row.cells.precision_de_l_implantation);
    const fourth = precision === undefined || precisions.test(precision) ? undefined : precision;
    const streets = [row.cells.implantation, ...named, fourth].flatMap(
      (cell) => readText(cell)?.split(separators).filter(isName) ?? [],
    );
    return { row, streets };
  };
}

function straighten(
  row: RawRow,
  names: readonly string[],
): { row: RawRow; named: readonly (string | null | undefined)[] } {
  const fields = row.fields ?? [];
  const pushed = fields.length - names.length;
  const firstStreet = names.indexOf("rue_croisement_1");
  const after = names.indexOf("rue_croisement_3") + 1;
  if (pushed <= 0 || firstStreet < 0 || after <= firstStreet)
    return { row, named: streetColumns.map((name) => row.cells[name]) };
  const cells = { ...row.cells };
  for (const [rank, name] of names.slice(after).entries())
    cells[name] = present(fields[after + pushed + rank]);
  return { row: { ...row, cells }, named: fields.slice(firstStreet, after + pushed) };
}

/** A house number is not a street. */
function isName(part: string): boolean {
  return /\p{L}/u.test(part) && !/^\s*\d+\s*(?:bis|ter|quater)?\s*$/iu.test(part);
}
