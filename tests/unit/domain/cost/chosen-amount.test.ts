import { describe, expect, it } from "vitest";
import { amountAsChosen, refusedChoices } from "#domain/cost/chosen-amount.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { chargesOf } from "#domain/cost/line-charges.ts";
import { ledgerLine } from "./ledger-fixture.ts";

const index = { name: "Prices", source: "test", base: "2015", values: { 2024: 100 } };

describe("the choices that a ledger cannot honour", () => {
  it("are amounts with VAT where lines do not say it, counted line by line", () => {
    const lines = [
      ledgerLine({ lines: 3 }),
      ledgerLine({ vatCents: 20 }),
      ledgerLine({ status: "not-communicated" }),
      ledgerLine({ basis: "planned" }),
    ];
    expect(refusedChoices(lines, { ...plainestChoices, vat: "included" })).toEqual([
      { reason: "vat-not-said", lines: 3 },
    ]);
    expect(refusedChoices(lines, plainestChoices)).toEqual([]);
  });

  it("are prices of a year on which the index is silent", () => {
    const prices = { kind: "constant", year: 2030, index } as const;
    expect(refusedChoices([], { ...plainestChoices, prices })).toEqual([
      { reason: "index-silent", year: 2030 },
    ]);
    expect(refusedChoices([], { ...plainestChoices, prices: { ...prices, year: 2024 } })).toEqual(
      [],
    );
  });
});

describe("the amount of a line", () => {
  it("is nothing where the ledger declares none, and null where it has none", () => {
    expect(amountAsChosen(ledgerLine({ status: "declared-zero" }), "included")).toBe(0);
    expect(amountAsChosen(ledgerLine({ status: "not-broken-down" }), "included")).toBeNull();
  });

  it("cannot be charged with a VAT that it does not say", () => {
    expect(() => chargesOf(ledgerLine(), { ...plainestChoices, vat: "included" }, 1)).toThrow(
      RangeError,
    );
  });
});
