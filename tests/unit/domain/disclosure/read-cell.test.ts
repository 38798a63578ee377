import { describe, expect, it } from "vitest";
import { knownCount, readCell } from "#domain/disclosure/read-cell.ts";

describe("a stored cell", () => {
  it("is read in one of four ways, and what is not there is not available", () => {
    expect(readCell({ state: "published", value: 7 })).toEqual({ state: "published", count: 7 });
    expect(readCell({ state: "zero", value: null })).toEqual({ state: "zero" });
    expect(readCell({ state: "withheld", value: null })).toEqual({ state: "withheld" });
    expect(readCell(undefined)).toEqual({ state: "not-available" });
    // The band of a camera has no value: it is no zero.
    expect(readCell({ state: "published", value: null })).toEqual({ state: "not-available" });
  });

  it("gives a number for a count and for a zero alone", () => {
    expect(knownCount({ state: "published", count: 7 })).toBe(7);
    expect(knownCount({ state: "zero" })).toBe(0);
    expect(knownCount({ state: "withheld" })).toBeUndefined();
    expect(knownCount({ state: "not-available" })).toBeUndefined();
  });
});
