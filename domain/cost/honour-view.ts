import { type RefusedChoice, refusedChoices } from "./chosen-amount.ts";
import { type CostChoices, plainestChoices } from "./cost-choices.ts";
import type { CostView } from "./cost-view.ts";
import { fullCosts } from "./full-cost.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { PriceIndex } from "./price-index.ts";

export type SetAside =
  | RefusedChoice
  | { reason: "no-index" }
  /** An index was asked for by a name that no index has. */
  | { reason: "index-unknown"; name: string };

export type HonouredView = {
  /** The reader's view, with the year shown and without what was set aside. */
  view: CostView;
  choices: CostChoices;
  /** What was asked and cannot be answered from this ledger: named on the page, never replaced in silence. */
  setAside: SetAside[];
};

/**
 * What of a reader's choices this ledger can answer. The year asked where the ledger covers it; failing that, the latest
 * with running costs. Prices are those of the year shown. A choice that cannot be honoured is set aside and named: VAT
 * where lines do not say it, constant prices without an index, of one that is not there, or in a year on which it is silent.
 */
export function honourView(
  ledger: readonly LedgerLine[],
  asked: CostView,
  index: PriceIndex | undefined,
  startMonth: number,
): HonouredView {
  const year = yearShown(ledger, asked, startMonth);
  const wanted = choicesOf({ ...asked, year }, index);
  const refused = refusedChoices(ledger, wanted);
  const lacksIndex = asked.prices === "constant" && index === undefined;
  const setAside: SetAside[] = [...refused, ...(lacksIndex ? [withoutIndex(asked)] : [])];
  const reasons = setAside.map(({ reason }) => reason);
  const isCurrent = reasons.includes("index-silent") || lacksIndex;
  const view: CostView = {
    ...asked,
    year,
    vat: reasons.includes("vat-not-said") ? "as-recorded" : asked.vat,
    prices: isCurrent ? "current" : asked.prices,
  };
  return { view, choices: choicesOf(view, index), setAside };
}

function withoutIndex({ index }: CostView): SetAside {
  return index === undefined ? { reason: "no-index" } : { reason: "index-unknown", name: index };
}

function yearShown(
  ledger: readonly LedgerLine[],
  { year, basis }: CostView,
  startMonth: number,
): number | undefined {
  const years = fullCosts(ledger, { ...plainestChoices, basis }, startMonth);
  const found =
    years.find((known) => known.year === year) ??
    years.findLast(({ hasRunningLines }) => hasRunningLines) ??
    years.at(-1);
  return found?.year;
}

function choicesOf(view: CostView, index: PriceIndex | undefined): CostChoices {
  const { life, method, rate, grants, vat, prices, basis, year } = view;
  return {
    usefulLife: life === "ledger" ? { from: "ledger" } : { from: "override", years: life },
    method:
      method === "annuity" ? { kind: "annuity", rate: rate / 100 } : { kind: "straight-line" },
    grants,
    vat,
    prices:
      prices === "constant" && index !== undefined && year !== undefined
        ? { kind: "constant", year, index }
        : { kind: "current" },
    basis,
  };
}

/**
 * The lines of a ledger in one currency, the one asked where it has any, and how many lines are left out.
 * Nothing is converted.
 */
export function inOneCurrency<Line extends { currency: string; lines: number }>(
  ledger: readonly Line[],
  preferred: string,
): { lines: Line[]; leftOut: number } {
  const currency = ledger.some((line) => line.currency === preferred)
    ? preferred
    : ledger[0]?.currency;
  const lines = ledger.filter((line) => line.currency === currency);
  const count = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.lines, 0);
  return { lines, leftOut: count(ledger) - count(lines) };
}
