import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  addYears,
  daysBetween,
  earliestDay,
  isPartialDate,
  latestDay,
  precisionOf,
} from "#domain/period/partial-date.ts";
import { parsePeriod, yearPeriod } from "#domain/period/period.ts";

const day = fc
  .date({
    min: new Date("1950-01-01T00:00:00Z"),
    max: new Date("2090-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe("A date that keeps its precision", () => {
  it("says which precision it has", () => {
    expect(["2019", "2019-05", "2019-05-14"].map(precisionOf)).toEqual(["year", "month", "day"]);
  });

  it("is one of the calendar, between 1900 and 2100", () => {
    for (const good of ["1900", "2100", "2019-12", "2024-02-29"])
      expect(isPartialDate(good)).toBe(true);
    for (const bad of [
      "1899",
      "2101",
      "2019-13",
      "2019-00",
      "2023-02-29",
      "2019-5",
      "",
      "May 2019",
    ])
      expect(isPartialDate(bad)).toBe(false);
  });

  it("ends each month of its two centuries where the calendar does", () => {
    for (let month = 0; month < 201 * 12; month++) {
      const end = new Date(Date.UTC(1900, month + 1, 0)).toISOString().slice(0, 10);
      expect(latestDay(end.slice(0, 7))).toBe(end);
    }
  });

  it("lies between the first and the last day that it may mean", () => {
    fc.assert(
      fc.property(day, (given) => {
        for (const length of [4, 7, 10]) {
          const partial = given.slice(0, length);
          expect(earliestDay(partial) <= given && given <= latestDay(partial)).toBe(true);
        }
      }),
    );
    expect(latestDay("2023-02")).toBe("2023-02-28");
  });

  it("moves by months and years without leaving the month it should reach", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (given, months) => {
        const moved = addMonths(given, months);
        expect(daysBetween(given, moved)).toBeLessThanOrEqual(31 * months);
        expect(daysBetween(given, moved)).toBeGreaterThanOrEqual(28 * months);
      }),
    );
  });
});

describe("A period that is read", () => {
  it("is a year, a month, a day or an interval of those", () => {
    expect(parsePeriod("2022")).toEqual(yearPeriod(2022));
    expect(parsePeriod(" 2022-02 ")).toEqual({ from: "2022-02-01", to: "2022-02-28" });
    expect(parsePeriod("2022-02-03")).toEqual({ from: "2022-02-03", to: "2022-02-03" });
    expect(parsePeriod("2024-04-01/2025-03")).toEqual({ from: "2024-04-01", to: "2025-03-31" });
  });

  it("is nothing when it has three ends, ends before it starts, or names a day that does not exist", () => {
    for (const bad of ["2009/2010/2011", "2010/2009", "2023-02-30", "2022-13", "", "/2022", "soon"])
      expect(parsePeriod(bad)).toBeUndefined();
  });
});
