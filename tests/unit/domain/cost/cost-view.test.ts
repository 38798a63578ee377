import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCostView, parseCostView, plainestView } from "#domain/cost/cost-view.ts";

const spell = (query: string) =>
  formatCostView(parseCostView(new URLSearchParams(query))).toString();

describe("the address of the costs", () => {
  it.each([
    ["", ""],
    ["utm_source=x&life=ledger&key=camera-months&grants=gross", ""],
    ["vat=included&year=2024&life=7", "year=2024&life=7&vat=included"],
    ["method=annuity&rate=2,5", "method=annuity&rate=2.5"],
    ["method=annuity&rate=3.00", "method=annuity"],
    ["rate=5", ""],
    ["method=annuity&rate=21", "method=annuity"],
    ["method=annuity&rate=-1", "method=annuity"],
    ["life=0&year=1899&key=mine&vat=maybe", ""],
    ["life=51", ""],
    ["life=5.5", ""],
    [
      "basis=planned&grants=net&prices=constant&key=equal",
      "key=equal&prices=constant&grants=net&basis=planned",
    ],
    ["basis=committed&key=hours&vat=excluded", "key=hours&vat=excluded&basis=committed"],
    ["prices=constant&index=+Prix+HT+", "prices=constant&index=Prix+HT"],
    ["index=Prix", ""],
    [`prices=constant&index=${"x".repeat(201)}`, "prices=constant"],
    ["basis=__proto__&method=constructor", ""],
  ])("%s is spelt %s", (given, expected) => {
    expect(spell(given)).toBe(expected);
  });

  it("has one spelling: reading what was written writes it again", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "year",
            "life",
            "rate",
            "method",
            "key",
            "vat",
            "prices",
            "index",
            "grants",
            "basis",
          ),
          fc.oneof(
            fc.string(),
            fc.constantFrom("2024", "7", "2.5", "annuity", "equal", "included", "constant", "net"),
          ),
        ),
        (given) => {
          const once = spell(new URLSearchParams(given).toString());
          expect(spell(once)).toBe(once);
        },
      ),
    );
  });

  it("says by default what assumes least", () => {
    expect(plainestView).toMatchObject({
      life: "ledger",
      method: "straight-line",
      grants: "gross",
    });
  });
});
