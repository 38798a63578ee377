import { describe, expect, it } from "vitest";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { type FullCostYear, fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { cameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import { costSensitivity } from "#domain/indicator/cost-sensitivity.ts";
import {
  fullCostByUnitOfKey,
  fullCostFigure,
  fullCostPerCameraYear,
  fullCostPerInhabitant,
} from "#domain/indicator/full-cost-figures.ts";
import { lackingForFullCost } from "#domain/indicator/ledger-standing.ts";
import { marginalCost } from "#domain/indicator/marginal-cost.ts";
import { assetLine, ledgerLine } from "../cost/ledger-fixture.ts";

const euros = (amount: number) => Math.round(amount * 100);

function yearOf(lines: readonly LedgerLine[]): FullCostYear {
  const [year] = fullCosts(lines, plainestChoices, 1);
  if (!year) throw new Error("no year");
  return year;
}

/** (340,000 + 60,000 + 900,000) € a year: the components of Saint-Étienne 2009. */
const saintEtienne = [
  assetLine({ amountCents: euros(340_000), usefulLifeYears: 1 }),
  ledgerLine({ family: "maintenance", amountCents: euros(60_000) }),
  ledgerLine({ family: "staff", amountCents: euros(900_000) }),
];
const silent = [ledgerLine({ status: "not-communicated" })];
const years = (value: number) => ({ value, dated: 0, undated: 0 });

describe("the full cost over camera-years", () => {
  it("gives 19,403 € for Saint-Étienne in 2009 (vector ste-2009: components verified, total computed)", () => {
    const measure = fullCostPerCameraYear(yearOf(saintEtienne), "gross", years(67));
    expect(measure).toMatchObject({
      kind: "known",
      unit: "cents excl. VAT per camera-year",
      completeness: { counted: 3, expected: 3 },
      sources: [1],
    });
    expect(measure.kind === "known" && measure.value / 100).toBeCloseTo(19_402.985, 2);
  });

  it("has no figure without a camera-year, nor without an amount", () => {
    expect(fullCostPerCameraYear(yearOf(saintEtienne), "gross", years(0)).kind).toBe(
      "not-collected",
    );
    expect(fullCostPerCameraYear(yearOf(silent), "gross", years(1)).kind).toBe("not-communicated");
  });
});

describe("the full cost over inhabitants", () => {
  const people = { year: 2023, inhabitants: 1_000, sourceId: 9 };

  it("names the population's source beside the ledger's", () => {
    const grant = ledgerLine({ kind: "receipt", family: "grant", amountCents: euros(300_000) });
    const measure = fullCostPerInhabitant(yearOf([...saintEtienne, grant]), "net", people);
    expect(measure).toMatchObject({
      kind: "known",
      value: euros(1_000),
      unit: "cents excl. VAT per inhabitant",
      sources: [1, 9],
    });
  });

  it("has no figure without a population, nor without an amount", () => {
    const year = yearOf(saintEtienne);
    expect(fullCostPerInhabitant(year, "gross", undefined).kind).toBe("not-collected");
    expect(fullCostPerInhabitant(year, "gross", { ...people, inhabitants: 0 }).kind).toBe(
      "not-collected",
    );
    expect(fullCostPerInhabitant(yearOf(silent), "gross", people).kind).toBe("not-communicated");
  });
});

describe("the full cost itself", () => {
  it("says whether VAT is in it, and is silent where no line has an amount", () => {
    const mixed = [ledgerLine({ vatIncluded: true }), ledgerLine()];
    expect(fullCostFigure(yearOf(mixed), "gross")).toMatchObject({
      kind: "known",
      unit: "cents mixed VAT",
      value: 200_000,
    });
    expect(fullCostFigure(yearOf(silent), "gross").kind).toBe("not-communicated");
  });
});

describe("what of a cost is a convention", () => {
  it("is told by lives of 5, 7 and 10 years, straight line and as an annuity (vectors: €14,720, €12,628.57, €11,060; €11,690.64 and €15,391.78)", () => {
    const lines = [assetLine(), ledgerLine({ amountCents: euros(7_400) })];
    const asked = { year: 2024, rate: 0.03, startMonth: 1 };
    const rows = costSensitivity(lines, plainestChoices, asked);
    expect(rows.map(({ usefulLife }) => "years" in usefulLife && usefulLife.years)).toEqual([
      false,
      5,
      7,
      10,
    ]);
    const straight = rows.map(({ straightLineCents }) => Math.round(straightLineCents / 100));
    expect(straight).toEqual([11_060, 14_720, 12_629, 11_060]);
    expect(rows.map(({ annuityCents }) => annuityCents)).toEqual([
      euros(11_690.64),
      euros(15_391.78),
      expect.any(Number),
      euros(11_690.64),
    ]);
    expect(costSensitivity(lines, plainestChoices, { ...asked, year: 1999 })).toEqual([]);
  });

  it("includes the reader's own life, once", () => {
    const lives = (years: number) =>
      costSensitivity(
        [assetLine()],
        { ...plainestChoices, usefulLife: { from: "override", years } },
        { year: 2024, rate: 0, startMonth: 1 },
      ).length;
    expect([lives(7), lives(8)]).toEqual([4, 5]);
  });
});

describe("what can still be decided", () => {
  it("is staff and running cost; the write-off is spent", () => {
    expect(marginalCost(yearOf(saintEtienne), 5)).toEqual({
      withCapital: euros(1_300_000),
      withoutCapital: euros(960_000),
      sunk: euros(340_000),
      bookValue: 5,
      avoidableShare: 960 / 1_300,
    });
    expect(marginalCost(yearOf(silent), 0).avoidableShare).toBeUndefined();
  });
});

describe("a full cost", () => {
  it("wants investments, staff and running costs, silent or not", () => {
    expect(lackingForFullCost(yearOf(saintEtienne))).toEqual([]);
    expect(lackingForFullCost(yearOf([ledgerLine()]))).toEqual(["capital", "staff"]);
    const silentStaff = ledgerLine({ family: "staff", status: "not-broken-down" });
    expect(lackingForFullCost(yearOf([silentStaff]))).toEqual(["capital", "running"]);
  });
});

describe("the full cost by the unit of the key", () => {
  it("divides by camera-years, by cameras that served, or by hundreds of hours", () => {
    const year = yearOf(saintEtienne);
    const time = { cameraYears: 67, cameras: 80, hours: 130_000 };
    const under = (key: "camera-months" | "equal" | "hours", hours: number | null = time.hours) =>
      fullCostByUnitOfKey(year, "gross", key, { ...time, hours });
    expect(under("camera-months")).toEqual(
      fullCostPerCameraYear(year, "gross", { value: 67, dated: 67, undated: 0 }),
    );
    expect(under("equal")).toMatchObject({
      value: euros(16_250),
      unit: "cents excl. VAT per camera",
    });
    expect(under("hours")).toMatchObject({ value: euros(1_000) });
    expect(under("hours", null).kind).toBe("not-collected");
    expect(fullCostByUnitOfKey(yearOf(silent), "gross", "equal", time).kind).toBe(
      "not-communicated",
    );
  });
});

describe("the full cost of one camera", () => {
  const time = { cameraYears: 0.5, cameras: 1, hours: null };
  const all = { cameraYears: 10, cameras: 20, hours: null };
  const asked = { key: "camera-months", time, all, startMonth: 1 } as const;

  it("is its own lines and its share of what is joint, under the key named", () => {
    const own = [
      assetLine({ targetKind: "camera", amountCents: 1_000 }),
      ledgerLine({ targetKind: "camera", amountCents: 30 }),
      ledgerLine({ targetKind: "camera", amountCents: 9, basis: "planned" }),
      ledgerLine({ targetKind: "camera", kind: "grant", amountCents: 5 }),
      ledgerLine({ periodFrom: "2023-01-01", periodTo: "2023-12-31", amountCents: 7 }),
    ];
    const year = yearOf([...own.slice(0, 2), ledgerLine({ amountCents: 2_000 })]);
    expect(cameraFullCost(own, year, plainestChoices, asked)).toMatchObject({
      ownCents: 130,
      ownIsPartial: false,
      jointShareCents: 100,
      key: "camera-months",
    });
    expect(
      cameraFullCost(own, year, plainestChoices, { ...asked, key: "equal" }).jointShareCents,
    ).toBe(100);
  });

  it("bears its part of what names its district, among the cameras there, and gives each share by nature", () => {
    const ofDistrict = ledgerLine({ targetKind: "district", amountCents: 800 });
    const year = yearOf([
      ofDistrict,
      ledgerLine({ amountCents: 2_000 }),
      ledgerLine({ family: "staff", amountCents: 1_000 }),
      assetLine({ amountCents: 10_000 }),
    ]);
    const district = { lines: [ofDistrict], time: { cameraYears: 2, cameras: 4, hours: null } };
    const under = (key: "camera-months" | "equal") =>
      cameraFullCost([], year, plainestChoices, { ...asked, key, district });
    expect(under("camera-months")).toMatchObject({
      districtShareCents: 200,
      jointShareCents: 200,
      jointShares: { capital: 50, staff: 50, running: 100 },
      totalCents: 400,
    });
    const { time: few } = asked;
    expect(
      cameraFullCost([], year, plainestChoices, {
        ...asked,
        key: "equal",
        time: few,
        district: { ...district, time: { ...district.time, cameras: 8 } },
      }),
    ).toMatchObject({ districtShareCents: 100, key: "equal" });
  });

  it("adds up, over the cameras of two districts, to the gross cost of the year", () => {
    const ofDistrict = ledgerLine({ targetKind: "district", amountCents: 900 });
    const year = yearOf([ofDistrict, ledgerLine({ amountCents: 2_000 })]);
    const times = [0.5, 1, 0.25].map((cameraYears) => ({ cameraYears, cameras: 1, hours: null }));
    const sum = (some: readonly { cameraYears: number }[]) => ({
      cameraYears: some.reduce((total, one) => total + one.cameraYears, 0),
      cameras: some.length,
      hours: null,
    });
    const first = { lines: [ofDistrict], time: sum(times.slice(0, 2)) };
    const none = { lines: [], time: sum(times.slice(2)) };
    const costs = times.map((time, index) =>
      cameraFullCost([], year, plainestChoices, {
        key: "camera-months",
        time,
        all: sum(times),
        startMonth: 1,
        district: index < 2 ? first : none,
      }),
    );
    expect(costs.reduce((total, { totalCents = 0 }) => total + totalCents, 0)).toBeCloseTo(
      year.grossCents,
      6,
    );
  });

  it("says when a line of its own has no amount, and invents no share", () => {
    const cost = cameraFullCost(silent, yearOf(silent), plainestChoices, {
      ...asked,
      key: "hours",
    });
    // Without hours the share is by months in service, and the key asked for is still told.
    expect(cost).toMatchObject({
      ownCents: 0,
      ownIsPartial: true,
      key: "camera-months",
      askedKey: "hours",
      jointShareCents: 0,
    });
    const nobody = { ...asked, all: { cameraYears: 0, cameras: 0, hours: null } };
    expect(cameraFullCost([], yearOf(silent), plainestChoices, nobody)).toMatchObject({
      jointShareCents: undefined,
      jointShares: undefined,
      totalCents: undefined,
    });
  });
});
