/**
 * The rows of one district, or with null of none, found without looking at the others again: a country has thousands of
 * districts and a hundred thousand rows.
 */
export function byDistrict<Row extends { readonly districtCode: string | null }>(
  rows: Iterable<Row>,
): (code: string | null) => readonly Row[] {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.districtCode);
    if (group) group.push(row);
    else groups.set(row.districtCode, [row]);
  }
  return (code) => groups.get(code) ?? [];
}
