import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";

/** A row of 2022 unless its period says otherwise; 0 is the state "zero". */
export function outcomeRow(
  place: Partial<Omit<OutcomeRow, "state" | "value">> & { period?: string },
  count: number | Exclude<OutcomeRow["state"], "known" | "zero">,
): OutcomeRow {
  const { period = "2022", ...given } = place;
  const month = period.slice(5) || "12";
  const last = new Date(Date.UTC(Number(period.slice(0, 4)), Number(month), 0)).getUTCDate();
  return {
    areaKind: given.areaCode ? "district" : "city",
    areaCode: null,
    periodFrom: period.length === 4 ? `${period}-01-01` : `${period}-01`,
    periodTo: `${period.slice(0, 4)}-${month}-${last}`,
    category: null,
    result: null,
    ...given,
    state: typeof count === "string" ? count : count === 0 ? "zero" : "known",
    value: typeof count === "string" || count === 0 ? null : count,
  };
}

/** Districts × categories of one year, with the city's row of each category. */
export function districtsByCategory(
  table: readonly (readonly number[])[],
  elsewhere: readonly number[] = [],
) {
  const cells = table.flatMap((row, d) =>
    row.map((count, c) => outcomeRow({ areaCode: `D${d}`, category: `c${c}` }, count)),
  );
  const columns = table[0]?.map((_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0)) ?? [];
  const city = columns.map((sum, c) =>
    outcomeRow({ category: `c${c}` }, sum + (elsewhere[c] ?? 0)),
  );
  return [...cells, ...city];
}
