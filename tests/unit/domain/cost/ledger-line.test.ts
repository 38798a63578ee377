import { describe, expect, it } from "vitest";
import { isEstimated, oneCurrency, sourcesOf } from "#domain/cost/ledger-line.ts";
import { yearlySpend } from "#domain/indicator/yearly-spend.ts";
import { ledgerLine } from "./ledger-fixture.ts";

describe("a line of the ledger as the engine reads it", () => {
  it("is read by the spend as paid too", () => {
    expect(yearlySpend([ledgerLine()], 1)[0]).toMatchObject({
      year: 2024,
      operatingCents: 100_000,
    });
  });

  it("is estimated by its status or by its basis", () => {
    expect(isEstimated(ledgerLine({ status: "estimated" }))).toBe(true);
    expect(isEstimated(ledgerLine({ basis: "estimated" }))).toBe(true);
    expect(isEstimated(ledgerLine())).toBe(false);
  });

  it("has one currency, or is refused", () => {
    expect(oneCurrency([])).toBeUndefined();
    expect(oneCurrency([ledgerLine(), ledgerLine()])).toBe("EUR");
    expect(() => oneCurrency([ledgerLine(), ledgerLine({ currency: "GBP" })])).toThrow(
      "EUR and GBP",
    );
  });

  it("names each source once", () => {
    expect(
      sourcesOf([ledgerLine({ sourceIds: [9, 2] }), ledgerLine({ sourceIds: [2, 10] })]),
    ).toEqual([2, 9, 10]);
  });
});
