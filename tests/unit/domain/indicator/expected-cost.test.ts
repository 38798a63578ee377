import { describe, expect, it } from "vitest";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { expectedCost } from "#domain/indicator/expected-cost.ts";
import { ledgerLine } from "../cost/ledger-fixture.ts";
import { camerasSince } from "./facts.ts";

const line = (
  year: number,
  family: LedgerLine["family"],
  amountCents: number | null,
  changes: Partial<LedgerLine> = {},
): LedgerLine =>
  ledgerLine({
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    family,
    status: amountCents === null ? "not-communicated" : "known",
    amountCents,
    sourceIds: [year],
    ...changes,
  });

const investment = (year: number, family: LedgerLine["family"], cents: number, life = 10) =>
  line(year, family, cents, { kind: "capital", usefulLifeYears: life });

const cameras = [camerasSince("2021-01-01", 10), camerasSince("2023-01-01", 10)];
const lines = [
  investment(2021, "camera-and-installation", 100_000),
  investment(2021, "civil-works", 50_000),
  investment(2023, "network", 120_000),
  investment(2021, "control-room", 300_000),
  investment(2020, "studies", 500_000, 5),
  line(2022, "maintenance", 10_000),
  line(2023, "maintenance", 30_000),
  line(2022, "staff", 40_000),
  line(2023, "staff", 40_000),
];
const expected = (some: readonly LedgerLine[], count = 1, fleet = cameras) =>
  expectedCost(count, { lines: some, cameras: fleet, startMonth: 1 });

describe("what proposed cameras may cost over five years", () => {
  it("keeps what the vote decides apart: equipment paid whole and running without what serves all", () => {
    expect(expected(lines)).toMatchObject({
      marginal: {
        equipment: { low: 12_000, high: 15_000, pooled: 13_500, from: 2021, to: 2023 },
        running: { low: 1000, high: 1500, pooled: 40_000 / 30 },
        total: { low: 12_000 + 5 * 1000, high: 15_000 + 5 * 1500 },
      },
      currency: "EUR",
      missing: [],
      assumedLives: [],
      estimated: false,
      sourceIds: [2020, 2021, 2022, 2023],
    });
  });

  it("counts in the full cost five years' wear of the equipment and a share of what was invested for all", () => {
    // Ten years' life: half wears off in five. Joint: 30,000 of the room a year, 100,000 of the studies until 2024.
    expect(expected(lines)?.full).toMatchObject({
      equipment: { low: 6000, high: 7500, pooled: 6750 },
      jointCapital: { low: 6500, high: 13_000, pooled: 260_000 / 30, from: 2022, to: 2023 },
      running: { low: 3500, high: 5000, pooled: 4000, from: 2022, to: 2023 },
      total: {
        low: 6000 + 5 * (6500 + 3500),
        high: 7500 + 5 * (13_000 + 5000),
        pooled: 6750 + 5 * (260_000 / 30 + 4000),
      },
    });
  });

  it("charges equipment whole that does not last five years", () => {
    const short = lines.map((one) =>
      one.kind === "capital" ? { ...one, usefulLifeYears: 4 } : one,
    );
    expect(expected(short)?.full.equipment).toMatchObject({ low: 12_000, high: 15_000 });
  });

  it("says that no joint investment is known, and which lives nobody decided", () => {
    const bare = lines
      .filter(({ family }) => family !== "control-room" && family !== "studies")
      .map((one) => ({ ...one, usefulLifeYears: null }));
    expect(expected(bare)).toMatchObject({
      full: { jointCapital: undefined },
      assumedLives: ["camera-and-installation", "civil-works", "network"],
    });
  });

  it("names a joint investment whose amount is silent, and none that is written off before", () => {
    const silent = line(2021, "storage-and-software", null, { kind: "capital" });
    const old = line(2010, "audit-and-evaluation", null, { kind: "capital" });
    expect(expected([...lines, silent, old])?.missing).toEqual(["storage-and-software"]);
  });

  it("grows in proportion with the number of cameras", () => {
    expect(expected(lines, 4)?.marginal.total.low).toBe(4 * (12_000 + 5 * 1000));
  });

  it("says which families have no amount, and whether anything was estimated", () => {
    const partial = expected([
      ...lines,
      line(2023, "insurance", null),
      line(2023, "energy", null, { status: "declared-zero" }),
      line(2023, "telecom", 10, { status: "estimated", basis: "estimated" }),
    ]);
    expect(partial).toMatchObject({ missing: ["insurance"], estimated: true });
  });

  it("looks at the last five years, and at no year in which fewer than five cameras were put up", () => {
    const older = [2015, 2016, 2017, 2018, 2019].map((year) => camerasSince(`${year}`, 10));
    const many = [
      ...[2015, 2016, 2017, 2018, 2019].map((year) => investment(year, "network", year * 100)),
      ...lines,
      investment(2022, "network", 1),
    ];
    const few = [...older, ...cameras, camerasSince("2022", 4), camerasSince(null, 9)];
    expect(expected(many, 1, few)?.marginal.equipment).toMatchObject({ from: 2017, to: 2023 });
  });

  it("is not said where the ledger is silent, planned only, or in several currencies", () => {
    expect(expected([])).toBeUndefined();
    expect(expected(lines.filter(({ kind }) => kind === "operating"))).toBeUndefined();
    expect(expected(lines.filter(({ kind }) => kind === "capital"))).toBeUndefined();
    expect(expected(lines.filter(({ family }) => family !== "maintenance"))).toBeUndefined();
    expect(expected(lines.map((one) => ({ ...one, basis: "planned" })))).toBeUndefined();
    expect(expected([...lines, line(2023, "energy", 1, { currency: "CHF" })])).toBeUndefined();
    expect(expected([...lines, line(2023, "energy", 1, { vatIncluded: true })])).toBeUndefined();
    expect(expected(lines, 1, [camerasSince("2030", 10)])).toBeUndefined();
  });
});
