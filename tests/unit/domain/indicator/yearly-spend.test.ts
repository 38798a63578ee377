import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestRunningCosts } from "#domain/indicator/camera-running-cost.ts";
import { spendPerCameraYear } from "#domain/indicator/spend-per-camera-year.ts";
import { type LedgerTotal, yearlySpend } from "#domain/indicator/yearly-spend.ts";
import { camerasSince } from "./facts.ts";

const line = (changes: Partial<LedgerTotal> = {}): LedgerTotal => ({
  periodFrom: "2024-01-01",
  kind: "operating",
  family: "staff",
  status: "known",
  basis: "actual",
  targetKind: "system",
  vatIncluded: false,
  currency: "EUR",
  amountCents: 100_000,
  lines: 1,
  sourceIds: [2],
  ...changes,
});

describe("What a year spent", () => {
  it("keeps operating, capital and what was received apart, in the order of the years", () => {
    const years = yearlySpend(
      [
        line({ periodFrom: "2025-03-01", amountCents: 5 }),
        line(),
        line({ kind: "capital", amountCents: 700, sourceIds: [9, 1] }),
        line({ kind: "grant", amountCents: 300 }),
        line({ kind: "receipt", amountCents: 20 }),
        line({ amountCents: -1000 }),
      ],
      1,
    );
    expect(years.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(years[0]).toMatchObject({
      operatingCents: 99_000,
      capitalCents: 700,
      grantCents: 320,
      lines: 5,
      sourceIds: [1, 2, 9],
      missing: [],
      estimated: false,
    });
  });

  it("leaves out what was planned or committed, and flags what is estimated", () => {
    const plans = [line({ basis: "planned" }), line({ basis: "committed" })];
    expect(yearlySpend(plans, 1)).toEqual([]);
    expect(yearlySpend([...plans, line({ basis: "estimated" })], 1)).toMatchObject([
      { operatingCents: 100_000, estimated: true },
    ]);
  });

  it("names a family whose amount nobody gives; a declared zero is not missing", () => {
    const [year] = yearlySpend(
      [
        line({ amountCents: null, status: "not-communicated", family: "energy" }),
        line({ amountCents: null, status: "declared-zero" }),
      ],
      1,
    );
    expect(year?.missing).toEqual([{ family: "energy", status: "not-communicated" }]);
    expect(year?.operatingCents).toBe(0);
  });

  it("is the same in any order of its lines, and adds up to all that was paid", () => {
    const lines = fc.array(
      fc.record({
        year: fc.integer({ min: 2018, max: 2024 }),
        cents: fc.integer({ min: -9e6, max: 9e8 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (given) => {
        const all = given.map(({ year, cents }) =>
          line({ periodFrom: `${year}-06-01`, amountCents: cents }),
        );
        const years = yearlySpend(all, 4);
        expect(yearlySpend(all.toReversed(), 4)).toEqual(years);
        const total = years.reduce((sum, { operatingCents }) => sum + operatingCents, 0);
        expect(total).toBe(given.reduce((sum, { cents }) => sum + cents, 0));
      }),
    );
  });
});

describe("What a camera in service all year cost", () => {
  const [spend] = yearlySpend(
    [
      line(),
      line({ kind: "capital", amountCents: 50_000, vatIncluded: true }),
      line({ amountCents: null, status: "not-collected" }),
    ],
    1,
  );
  if (!spend) throw new Error("no year");

  it("is what was paid over camera-years, with what its amounts cover", () => {
    expect(spendPerCameraYear(spend, { value: 30, dated: 30, undated: 0 })).toMatchObject({
      kind: "known",
      value: 5000,
      unit: "cents incl. VAT per camera-year",
      completeness: { counted: 2, expected: 3 },
    });
    const without = { ...spend, vatIncluded: false };
    expect(spendPerCameraYear(without, { value: 30, dated: 30, undated: 0 }).unit).toBe(
      "cents excl. VAT per camera-year",
    );
  });

  it("is not collected without a camera: never infinite", () => {
    const none = spendPerCameraYear(spend, { value: 0, dated: 0, undated: 0 });
    expect(none.kind).toBe("not-collected");
    expect(none).not.toHaveProperty("value");
  });
});

describe("The share of a camera in the common cost", () => {
  const cameras = [camerasSince("2020-01-01", 4), camerasSince(null, 1)];

  it("is that of the latest year with operating lines, without what a camera bears alone", () => {
    const found = latestRunningCosts(
      [
        line({ amountCents: 1_000_000 }),
        line({ targetKind: "camera", amountCents: 90_000 }),
        line({ periodFrom: "2025-01-01", kind: "capital" }),
      ],
      cameras,
      1,
    );
    expect(found).toMatchObject({
      year: 2024,
      commonCents: 1_000_000,
      cameraYears: 5,
      undatedCameras: 1,
      shareCents: 200_000,
    });
  });

  it("is nothing where all that was paid is one camera's, and unsaid without a ledger or a camera", () => {
    const own = [line({ targetKind: "camera" })];
    expect(latestRunningCosts(own, cameras, 1)).toMatchObject({ commonCents: 0, shareCents: 0 });
    expect(latestRunningCosts([], cameras, 1)).toBeUndefined();
    expect(latestRunningCosts([line()], [], 1)).toBeUndefined();
  });
});
