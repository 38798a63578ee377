import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { assetLine, ledgerLine } from "./ledger-fixture.ts";

const euros = (amount: number) => Math.round(amount * 100);
const grant = (given: Partial<LedgerLine> = {}) =>
  ledgerLine({ kind: "grant", family: "grant", funder: "State", ...given });
const costsOf = (lines: readonly LedgerLine[], choices: Partial<CostChoices> = {}) =>
  fullCosts(lines, { ...plainestChoices, ...choices }, 1);

describe("a grant", () => {
  it("of 50 % on a base capped at €15,000 leaves €29,100 of €36,600 to write off (vector: FIPD rule of the préfecture de la Moselle 2022, computed)", () => {
    const [year] = costsOf([assetLine(), grant({ amountCents: euros(7_500) })]);
    expect(year?.netCents).toBe(euros(29_100 / 10));
    expect(year?.grossCents).toBe(euros(3_660));
  });

  it("of 20 % on 500 cameras at €36,600 leaves €14.64 M of €18.3 M (vector nice-2014: published 14.6)", () => {
    const [year] = costsOf(
      [assetLine({ amountCents: euros(18_300_000) }), grant({ amountCents: euros(3_660_000) })],
      { usefulLife: { from: "override", years: 1 } },
    );
    expect(year?.netCents).toBe(euros(14_640_000));
  });

  it("is spread like the investments of its year, in proportion to their amounts", () => {
    const [first, second] = costsOf([
      assetLine({ amountCents: 3_000, usefulLifeYears: 1 }),
      assetLine({ amountCents: 1_000, usefulLifeYears: 2 }),
      grant({ amountCents: 400 }),
      ledgerLine({ periodFrom: "2025-01-01", periodTo: "2025-12-31" }),
    ]);
    expect([first?.grantCents, second?.grantCents]).toEqual([350, 50]);
    expect(first?.grants).toEqual([
      {
        funder: "State",
        label: null,
        kind: "grant",
        receivedIn: 2024,
        receivedCents: 400,
        cents: 350,
        status: "known",
        sourceIds: [1],
      },
    ]);
  });

  it("keeps to a life or a date of its own", () => {
    const own = grant({ amountCents: 100, usefulLifeYears: 1, commissionedOn: "2024-07" });
    expect(costsOf([assetLine(), own])[0]?.grantCents).toBe(50);
  });

  it("without any investment in its year is spread over seven years, the default", () => {
    expect(costsOf([grant({ amountCents: 700 })])[0]?.grantCents).toBe(100);
  });

  it("that is not communicated is a silence beside the gross cost, not in it", () => {
    const [year] = costsOf([
      ledgerLine(),
      grant({ status: "not-communicated" }),
      grant({ status: "declared-zero", funder: null, label: "Region" }),
    ]);
    expect(year?.grants.map(({ cents, receivedCents }) => [cents, receivedCents])).toEqual([
      [0, 0],
      [undefined, null],
    ]);
    expect(year?.silences).toEqual([
      { family: "grant", kind: "grant", why: "not-communicated", lines: 1 },
    ]);
    expect(year?.completeness).toMatchObject({ counted: 1, expected: 1 });
  });

  it("and a receipt differ: a receipt falls on its own years", () => {
    const receipt = grant({ kind: "receipt", amountCents: 90, label: "Recovery" });
    const [year] = costsOf([assetLine(), receipt]);
    expect(year?.grants).toMatchObject([{ kind: "receipt", cents: 90, label: "Recovery" }]);
  });

  it("that covers the whole of its investments leaves nothing of them, whatever life and method", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e8 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<CostChoices["method"]>(
          { kind: "straight-line" },
          { kind: "annuity", rate: 0.05 },
        ),
        (amounts, method) => {
          const total = amounts.reduce((sum, amount) => sum + amount, 0);
          const assets = amounts.map((amountCents, index) =>
            assetLine({ amountCents, usefulLifeYears: 1 + index }),
          );
          for (const year of costsOf([...assets, grant({ amountCents: total })], { method })) {
            expect(year.netCents).toBe(0);
          }
        },
      ),
    );
  });
});
