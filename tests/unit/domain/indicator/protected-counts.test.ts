import { describe, expect, it } from "vitest";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import { type ProtectedCount, publishedCounts } from "#domain/indicator/protected-counts.ts";

const cell = (changes: Partial<ProtectedCount> = {}): ProtectedCount => ({
  definition: "requests",
  funnel: "footage-review",
  stage: "requested",
  unit: "request",
  wording: "as counted",
  scope: "streets",
  year: 2024,
  period: "2024",
  category: null,
  result: null,
  state: "published",
  value: 40,
  sourceIds: [1],
  counted: wholeYear(2024),
  ...changes,
});
const because = (state: string) => [
  { definition: "requests", scope: "streets", year: 2024, state },
];
const only = (changes: Partial<ProtectedCount>, state?: string) =>
  publishedCounts([cell(changes)], state === undefined ? [] : because(state))[0];

describe("the counts that may be read", () => {
  it("leave out months and categories, which say the same events again", () => {
    const counts = publishedCounts(
      [cell(), cell({ period: "2024-03" }), cell({ category: "theft" })],
      [],
    );
    expect(counts).toHaveLength(1);
    expect(counts[0]).toMatchObject({ kind: "known", value: 40, unknownResults: undefined });
  });

  it("keep the reason of each silence, and never make a number of one", () => {
    expect(only({ state: "withheld", value: null })).toMatchObject({
      kind: "withheld",
      value: undefined,
    });
    const silent = { state: "not-available", value: null } as const;
    expect(only(silent, "not-communicated")).toMatchObject({ kind: "not-communicated" });
    expect(only(silent, "known")).toMatchObject({ kind: "not-collected", value: undefined });
    expect(only(silent)).toMatchObject({ kind: "not-collected" });
    expect(only({ state: "zero", value: 0 })).toMatchObject({ kind: "zero", value: 0 });
    expect(only({ state: "zero", value: 0 }, "declared-zero")).toMatchObject({
      kind: "declared-zero",
      value: 0,
    });
  });

  it("say how many cases have no named result, as far as every result may be read", () => {
    const unknownOf = (...results: Partial<ProtectedCount>[]) =>
      publishedCounts([cell(), ...results.map(cell)], [])[0]?.unknownResults;
    const found = { result: "relevant-found", value: 12 };
    expect(unknownOf()).toBeUndefined();
    expect(unknownOf(found, { result: "nothing-found", value: 20 })).toBe(8);
    expect(unknownOf(found, { result: "nothing-found", value: 20 }, { result: "*" })).toBe(8);
    // A single result beside the total is "12 of 40": the others did not, whatever its remainder is called.
    expect(unknownOf(found, { result: "*", value: 28 })).toBe(0);
    expect(unknownOf(found, { result: "unknown", value: 28 })).toBe(28);
    expect(unknownOf(found, { result: "nothing-found", state: "withheld", value: null })).toBe(
      undefined,
    );
    expect(unknownOf({ result: "relevant-found", state: "zero", value: null })).toBe(0);
    const hidden = publishedCounts([cell({ state: "withheld", value: null }), cell(found)], []);
    expect(hidden.map(({ unknownResults }) => unknownResults)).toEqual([undefined, undefined]);
  });
});
