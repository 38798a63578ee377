import { describe, expect, it } from "vitest";
import { expectedCost } from "#domain/indicator/expected-cost.ts";
import type { LedgerTotal } from "#domain/indicator/yearly-spend.ts";
import { camerasSince } from "./facts.ts";

const line = (
  year: number,
  family: string,
  amountCents: number | null,
  changes = {},
): LedgerTotal => ({
  periodFrom: `${year}-01-01`,
  kind: ["camera-and-installation", "civil-works", "network", "studies"].includes(family)
    ? "capital"
    : "operating",
  family,
  status: amountCents === null ? "not-communicated" : "known",
  basis: "actual",
  targetKind: "system",
  vatIncluded: false,
  currency: "EUR",
  amountCents,
  lines: 1,
  sourceIds: [year],
  ...changes,
});

const cameras = [camerasSince("2021-01-01", 10), camerasSince("2023-01-01", 10)];
const totals = [
  line(2021, "camera-and-installation", 100_000),
  line(2021, "civil-works", 50_000),
  line(2023, "network", 120_000),
  line(2021, "studies", 999_999),
  line(2022, "maintenance", 10_000),
  line(2023, "maintenance", 30_000),
  line(2022, "staff", 40_000),
  line(2023, "staff", 40_000),
];
const expected = (lines: readonly LedgerTotal[], count = 1, fleet = cameras) =>
  expectedCost(count, { totals: lines, cameras: fleet, startMonth: 1 });

describe("what proposed cameras may cost over five years", () => {
  it("is equipment per camera put up and running per camera-year, between the cheapest and the dearest years", () => {
    expect(expected(totals)).toMatchObject({
      equipment: { low: 12_000, high: 15_000, pooled: 13_500, from: 2021, to: 2023 },
      marginal: { low: 1000, high: 1500, pooled: 40_000 / 30 },
      whole: { low: 3500, high: 5000, pooled: 4000, from: 2022, to: 2023 },
      total: { low: 12_000 + 5 * 1000, high: 15_000 + 5 * 5000, pooled: 13_500 + 5 * 4000 },
      currency: "EUR",
      missing: [],
      estimated: false,
      sourceIds: [2021, 2022, 2023],
    });
  });

  it("grows in proportion with the number of cameras", () => {
    expect(expected(totals, 4)?.total.low).toBe(4 * (12_000 + 5 * 1000));
  });

  it("says which families have no amount, and whether anything was estimated", () => {
    const partial = expected([
      ...totals,
      line(2023, "insurance", null),
      line(2023, "energy", null, { status: "declared-zero" }),
      line(2023, "telecom", 10, { status: "estimated", basis: "estimated" }),
    ]);
    expect(partial).toMatchObject({ missing: ["insurance"], estimated: true });
  });

  it("looks at the last five years, and at no year in which fewer than five cameras were put up", () => {
    const older = [2015, 2016, 2017, 2018, 2019].map((year) => camerasSince(`${year}`, 10));
    const many = [
      ...[2015, 2016, 2017, 2018, 2019].map((year) => line(year, "network", year * 100)),
      ...totals,
      line(2022, "network", 1),
    ];
    const few = [...older, ...cameras, camerasSince("2022", 4), camerasSince(null, 9)];
    expect(expected(many, 1, few)?.equipment).toMatchObject({ from: 2017, to: 2023 });
  });

  it("is not said where the ledger is silent, planned only, or in several currencies", () => {
    expect(expected([])).toBeUndefined();
    expect(expected(totals.filter(({ kind }) => kind === "operating"))).toBeUndefined();
    expect(expected(totals.filter(({ kind }) => kind === "capital"))).toBeUndefined();
    expect(expected(totals.filter(({ family }) => family !== "maintenance"))).toBeUndefined();
    expect(expected(totals.map((one) => ({ ...one, basis: "planned" })))).toBeUndefined();
    expect(expected([...totals, line(2023, "energy", 1, { currency: "CHF" })])).toBeUndefined();
    expect(expected([...totals, line(2023, "energy", 1, { vatIncluded: true })])).toBeUndefined();
    expect(expected(totals, 1, [camerasSince("2030", 10)])).toBeUndefined();
  });
});
