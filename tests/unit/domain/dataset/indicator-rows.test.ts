import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicatorRows } from "#domain/dataset/indicator-rows.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { camerasSince, costOf, countOf, factsOf } from "../indicator/facts.ts";

const requested = ["footage-review", "requested"] as const;
const found = {
  result: "relevant-found",
  definition: "footage-review-requested",
  unknownResults: 20,
};
const missed = { result: "nothing-found", definition: "footage-review-requested" };
const keyOf = (sourceId: number) => `S${sourceId}`;
const facts = factsOf({
  cameras: [camerasSince("2020-01-01", 40)],
  populations: [{ year: 2022, inhabitants: 20_000, sourceId: 9 }],
  costs: [costOf(), costOf({ definition: "full-annual-cost", cents: 97_000_000 })],
  counts: [
    countOf(requested, 120, { unknownResults: 20 }),
    countOf(requested, 40, found),
    countOf(requested, 60, missed),
  ],
});
const rowsOf = (id: string, rows = indicatorRows(facts, [], keyOf)) =>
  rows.filter((row) => row.indicator === id);

describe("the open rows of indicators", () => {
  it("give a share with its interval, its worst cases and what it is made of", () => {
    const [row] = rowsOf("relevance-rate");
    expect(row).toMatchObject({
      area_kind: "city",
      area: null,
      period_from: "2024-01-01",
      latest: true,
      state: "known",
      value: 0.4,
      interval_method: "Wilson",
      level: 0.95,
      unknown: 20,
      worst_low: 40 / 120,
      worst_high: 60 / 120,
      numerator_value: 40,
      denominator_value: 120,
      sources: ["S1"],
    });
  });

  it("give sums in the unit of the currency, which accountants count in cents", () => {
    const [row] = rowsOf("cost-per-request");
    expect(row?.unit).toMatch(/^EUR /);
    expect(Number(row?.value)).toBeCloseTo(970_000 / 120, 6);
    expect(Number(row?.low)).toBeLessThan(Number(row?.value));
    expect(row?.numerator_value).toBe(970_000);
  });

  it("give districts a row of their own where an indicator is drawn by district", () => {
    const rows = indicatorRows(facts, [{ code: "A", name: "Old Town", facts } as never], keyOf);
    const own = rows.filter(({ area_kind }) => area_kind === "district");
    const byDistrict = indicators.filter((indicator) => indicator.byDistrict).map(({ id }) => id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((row) => byDistrict.includes(String(row.indicator)))).toBe(true);
    expect(own.every((row) => row.area === "A" && row.latest === false)).toBe(true);
  });

  it("say of events located in districts that they are, where the city's are withheld", () => {
    const hidden = factsOf({
      counts: [
        countOf(requested, "withheld", { unknownResults: 0 }),
        countOf(requested, "withheld", found),
      ],
      located: [countOf(requested, 90, { unknownResults: 0 }), countOf(requested, 30, found)],
    });
    const rows = rowsOf("relevance-rate", indicatorRows(hidden, [], keyOf));
    expect(rows.map(({ area_kind, state }) => [area_kind, state])).toEqual([
      ["city", "withheld"],
      ["districts", "known"],
    ]);
    expect(rows[0]?.value).toBeNull();
  });

  it("say what is refused, and why, without a number", () => {
    const apart = factsOf({
      counts: [countOf(requested, 120), countOf(requested, 40, { ...found, scope: "car parks" })],
    });
    const rows = rowsOf("relevance-rate", indicatorRows(apart, [], keyOf));
    expect(rows.map(({ state }) => state)).toEqual(["refused"]);
    expect(rows[0]?.refusals).toContain("scope-differs");
    expect(rows[0]).not.toHaveProperty("value");
  });

  it("never make a number of a silence, whatever is counted", () => {
    const kinds = ["withheld", "not-collected", "not-communicated"] as const;
    const value = fc.oneof(fc.nat(500), fc.constantFrom(...kinds));
    fc.assert(
      fc.property(value, value, value, (all, some, none) => {
        const counts = [
          countOf(requested, all, { unknownResults: 0 }),
          countOf(requested, some, found),
          countOf(requested, none, missed),
        ];
        for (const row of indicatorRows(factsOf({ ...facts, counts }), [], keyOf)) {
          const isNumber = ["known", "zero", "declared-zero"].includes(String(row.state));
          expect(typeof row.value === "number").toBe(isNumber);
        }
      }),
      { numRuns: 60 },
    );
  });
});
