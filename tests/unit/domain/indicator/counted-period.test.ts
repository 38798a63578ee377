import { describe, expect, it } from "vitest";
import { type OutcomeRow, outcomeCounts } from "#domain/disclosure/outcome-counts.ts";
import {
  type CountedSpan,
  countedPeriod,
  hasGap,
  isPartOfYear,
  wholeYear,
} from "#domain/indicator/counted-period.ts";

const month = (m: number): CountedSpan => {
  const name = `2026-${String(m).padStart(2, "0")}`;
  const last = new Date(Date.UTC(2026, m, 0)).getUTCDate();
  return { from: `${name}-01`, to: `${name}-${last}`, byCategory: false, byResult: false };
};
const quarter = { from: "2026-01-01", to: "2026-03-31", byCategory: false, byResult: false };
const year = { from: "2026-01-01", to: "2026-12-31", byCategory: false, byResult: false };

/** The row of a span, worth one for each of its months: a sum is then the number of months in it. */
function rowOf({ from, to, byCategory, byResult }: CountedSpan): OutcomeRow {
  const told = { category: byCategory ? "theft" : null, result: byResult ? "found" : null };
  const value = Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  const area = { areaKind: "city", areaCode: null } as const;
  return { ...area, ...told, periodFrom: from, periodTo: to, state: "known", value };
}

describe("the part of a year that a count holds", () => {
  it("goes from the first month counted to the last, and says how many they are", () => {
    const running = countedPeriod([1, 2, 3, 4, 5, 6, 7].map(month));
    expect(running).toEqual({ from: "2026-01-01", to: "2026-07-31", months: 7 });
    expect(running && isPartOfYear(running)).toBe(true);
    expect(running && hasGap(running)).toBe(false);
    const late = countedPeriod([2, 4, 12].map(month));
    expect(late).toEqual({ from: "2026-02-01", to: "2026-12-31", months: 3 });
    expect(late && hasGap(late)).toBe(true);
    expect(isPartOfYear(wholeYear(2026))).toBe(false);
  });

  it("is that of the description which disclosure control sums, and of no other", () => {
    const rows: CountedSpan[] = [
      month(1),
      month(2),
      quarter,
      { ...year, byCategory: true },
      { ...month(9), byResult: true },
    ];
    const summed = outcomeCounts(rows.map(rowOf)).count({
      area: "city",
      category: null,
      result: null,
      period: "2026",
    });
    expect(summed).toEqual({ kind: "known", count: 3 });
    expect(countedPeriod(rows)).toEqual({ from: "2026-01-01", to: "2026-03-31", months: 3 });
    expect(countedPeriod([year, month(1)])).toEqual(wholeYear(2026));
    expect(countedPeriod([{ ...year, from: "2026-01-15" }])).toBeUndefined();
  });
});
