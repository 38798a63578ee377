import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cameraPurposes } from "#domain/camera/camera-vocabulary.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import {
  cameraUses,
  costByUse,
  costOfUse,
  declaredUse,
  type UseOfLedger,
} from "#domain/indicator/cost-by-use.ts";
import { ledgerLine } from "../cost/ledger-fixture.ts";

function yearOf(lines: readonly LedgerLine[]) {
  const [year] = fullCosts(lines, plainestChoices, 1);
  if (!year) throw new Error("no year");
  return year;
}

const repair = ledgerLine({ targetKind: "camera", family: "vandalism", amountCents: 1_000 });
const joint = ledgerLine({ amountCents: 9_000 });
const district = ledgerLine({ targetKind: "district", amountCents: 1_000 });
const year = yearOf([repair, joint, district]);
const time = (cameraYears: number, cameras: number, hours: number | null = null) => ({
  cameraYears,
  cameras,
  hours,
});
const uses: UseOfLedger[] = [
  { use: "public-space", lines: [repair], time: time(6, 6) },
  { use: "traffic", lines: [], time: time(2, 8) },
  { use: "both", lines: [], time: time(2, 6) },
];
const asked = { key: "camera-months", startMonth: 1 } as const;

describe("what a camera is declared to be for", () => {
  const of = (...purposes: (typeof cameraPurposes)[number][]) =>
    declaredUse({ type: "fixed", purposes });

  it("is traffic, public space, both, or unsaid", () => {
    expect(of("traffic-offences")).toBe("traffic");
    expect(of("traffic-flow", "traffic-offences")).toBe("traffic");
    expect(of("persons-and-property", "fly-tipping")).toBe("public-space");
    expect(of("persons-and-property", "traffic-offences")).toBe("both");
    expect(of()).toBe("unsaid");
    expect(declaredUse({ type: "enforcement", purposes: [] })).toBe("traffic");
  });

  it("is one of four whatever is declared", () => {
    fc.assert(
      fc.property(fc.subarray([...cameraPurposes]), (purposes) => {
        expect(cameraUses).toContain(declaredUse({ type: "dome", purposes }));
      }),
    );
  });
});

describe("the full cost by use", () => {
  it("gives each use the lines of its cameras and its share of everything else, and adds up", () => {
    const split = costByUse(year, uses, plainestChoices, asked);
    expect(split?.uses).toMatchObject([
      { use: "public-space", directCents: 1_000, sharedCents: 6_000, totalCents: 7_000 },
      { use: "traffic", directCents: 0, sharedCents: 2_000, totalCents: 2_000 },
      { use: "both", directCents: 0, sharedCents: 2_000, totalCents: 2_000 },
    ]);
    const sum = split?.uses.reduce((total, { totalCents }) => total + totalCents, 0);
    expect(sum).toBe(year.grossCents);
  });

  it("follows the key, and goes by months in service where the hours of some use are not known", () => {
    const equal = costByUse(year, uses, plainestChoices, { ...asked, key: "equal" });
    expect(equal?.uses[1]?.sharedCents).toBe(4_000);
    const hours = { ...asked, key: "hours" } as const;
    expect(costByUse(year, uses, plainestChoices, hours)).toMatchObject({ key: "camera-months" });
    const counted = uses.map((one, i) => ({
      ...one,
      time: { ...one.time, hours: [0, 30, 70][i] ?? 0 },
    }));
    expect(costByUse(year, counted, plainestChoices, hours)).toMatchObject({
      key: "hours",
      uses: [{ sharedCents: 0 }, { sharedCents: 3_000 }, { sharedCents: 7_000 }],
    });
  });

  it("leaves between bounds what one use costs, a camera of two uses being cut for neither", () => {
    const split = costByUse(year, uses, plainestChoices, asked);
    expect(split && costOfUse(split, "traffic")).toEqual({ low: 2_000, high: 4_000 });
    expect(split && costOfUse(split, "public-space")).toEqual({ low: 7_000, high: 9_000 });
  });

  it("is not said where no camera served", () => {
    const nobody = uses.map((one) => ({ ...one, time: time(0, 0) }));
    expect(costByUse(year, nobody, plainestChoices, asked)).toBeUndefined();
    expect(costByUse(year, [], plainestChoices, asked)).toBeUndefined();
  });
});
