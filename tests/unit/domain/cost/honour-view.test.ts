import { describe, expect, it } from "vitest";
import { plainestView } from "#domain/cost/cost-view.ts";
import { honourView, inOneCurrency } from "#domain/cost/honour-view.ts";
import { assetLine, ledgerLine } from "./ledger-fixture.ts";

const index = { name: "Prices", source: "test", base: "2015", values: { 2024: 100 } };
const in2025 = { periodFrom: "2025-01-01", periodTo: "2025-12-31" };
const ledger = [ledgerLine(), assetLine(in2025)];

describe("a reader's choices", () => {
  it("show the year asked, and failing that the latest with running costs", () => {
    const yearOf = (year: number | undefined) =>
      honourView(ledger, { ...plainestView, year }, undefined, 1).view.year;
    expect([yearOf(2025), yearOf(undefined), yearOf(1999)]).toEqual([2025, 2024, 2024]);
    const onlyAssets = [assetLine(), assetLine(in2025)];
    expect(honourView(onlyAssets, plainestView, undefined, 1).view.year).toBe(2025);
    expect(honourView([], plainestView, undefined, 1).view.year).toBeUndefined();
  });

  it("do not take one index of prices for another that was asked for", () => {
    const view = { ...plainestView, prices: "constant", index: "Wages" } as const;
    expect(honourView(ledger, view, undefined, 1)).toMatchObject({
      setAside: [{ reason: "index-unknown", name: "Wages" }],
      view: { prices: "current" },
      choices: { prices: { kind: "current" } },
    });
  });

  it("become the choices of the engine", () => {
    const view = {
      ...plainestView,
      life: 7,
      method: "annuity",
      rate: 2.5,
      prices: "constant",
    } as const;
    expect(honourView(ledger, view, index, 1)).toMatchObject({
      setAside: [],
      choices: {
        usefulLife: { from: "override", years: 7 },
        method: { kind: "annuity", rate: 0.025 },
        prices: { kind: "constant", year: 2024, index },
      },
    });
  });

  it("are set aside and named where the ledger or the index cannot answer", () => {
    const asked = { ...plainestView, vat: "included", prices: "constant" } as const;
    expect(honourView(ledger, asked, undefined, 1)).toMatchObject({
      view: { vat: "as-recorded", prices: "current" },
      choices: { vat: "as-recorded", prices: { kind: "current" } },
      setAside: [{ reason: "vat-not-said", lines: 2 }, { reason: "no-index" }],
    });
    const silent = honourView(ledger, { ...asked, vat: "excluded", year: 2025 }, index, 1);
    expect(silent).toMatchObject({
      view: { vat: "excluded", prices: "current" },
      setAside: [{ reason: "index-silent", year: 2025 }],
    });
  });
});

describe("a ledger in several currencies", () => {
  const lines = [ledgerLine({ currency: "GBP", lines: 3 }), ledgerLine({ lines: 2 })];

  it("is read in the one asked, and what is left out is counted", () => {
    expect(inOneCurrency(lines, "EUR")).toEqual({ lines: [lines[1]], leftOut: 3 });
  });

  it("is read in its first where it has none of the one asked", () => {
    expect(inOneCurrency(lines, "USD")).toEqual({ lines: [lines[0]], leftOut: 2 });
    expect(inOneCurrency([], "USD")).toEqual({ lines: [], leftOut: 0 });
  });
});
