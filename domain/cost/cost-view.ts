import { type AllocationKey, plainestKey, readAllocationKey } from "./allocation-key.ts";
import { type CostChoices, plainestChoices } from "./cost-choices.ts";

/** What a reader of the costs has chosen, as the address says it. */
export type CostView = {
  /** Accounting year shown; undefined for the latest. */
  year: number | undefined;
  /** Useful life: each line's own, or one for all, in years. */
  life: "ledger" | number;
  method: CostChoices["method"]["kind"];
  /** Yearly rate of the equivalent annual cost, in percent. */
  rate: number;
  key: AllocationKey;
  vat: CostChoices["vat"];
  /** Current prices, or those of the year shown. */
  prices: CostChoices["prices"]["kind"];
  /** Name of the index of prices; undefined for the first by name. */
  index: string | undefined;
  grants: CostChoices["grants"];
  basis: CostChoices["basis"];
};

export const plainestView: CostView = {
  year: undefined,
  life: "ledger",
  method: plainestChoices.method.kind,
  rate: 3,
  key: plainestKey,
  vat: plainestChoices.vat,
  prices: plainestChoices.prices.kind,
  index: undefined,
  grants: plainestChoices.grants,
  basis: plainestChoices.basis,
};

const longestLife = 50;
const highestRate = 20;

/** Reads a view from an address. What is unknown, malformed or out of bounds counts as not said. */
export function parseCostView(query: URLSearchParams): CostView {
  const oneOf = <Choice extends string>(name: string, choices: readonly Choice[]) =>
    choices.find((choice) => choice === query.get(name));
  return {
    year: wholeBetween(query.get("year"), 1900, 2100),
    life: wholeBetween(query.get("life"), 1, longestLife) ?? plainestView.life,
    method: oneOf("method", ["annuity"]) ?? plainestView.method,
    rate: rateOf(query.get("rate")) ?? plainestView.rate,
    key: readAllocationKey(query.get("key")) ?? plainestView.key,
    vat: oneOf("vat", ["excluded", "included"]) ?? plainestView.vat,
    prices: oneOf("prices", ["constant"]) ?? plainestView.prices,
    index: indexNamed(query.get("index")),
    grants: oneOf("grants", ["net"]) ?? plainestView.grants,
    basis: oneOf("basis", ["committed", "planned"]) ?? plainestView.basis,
  };
}

/** The one spelling of a view: what is as by default is left out, a rate without an annuity and an index unused too. */
export function formatCostView(view: CostView): URLSearchParams {
  const query = new URLSearchParams();
  const { rate, index, ...others } = view;
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined && value !== plainestView[name as keyof CostView])
      query.set(name, String(value));
  }
  if (view.method === "annuity" && rate !== plainestView.rate) query.set("rate", String(rate));
  if (view.prices === "constant" && index !== undefined) query.set("index", index);
  return query;
}

/** A name no longer than an index may have; whether there is one of that name is for the ledger to say. */
function indexNamed(text: string | null): string | undefined {
  const name = text?.trim() ?? "";
  return name === "" || name.length > 200 ? undefined : name;
}

function wholeBetween(text: string | null, low: number, high: number): number | undefined {
  if (text === null || !/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= low && value <= high ? value : undefined;
}

/** "3", "2.5" or "2,5": at most two decimals. */
function rateOf(text: string | null): number | undefined {
  if (text === null || !/^\d{1,2}(?:[.,]\d{1,2})?$/.test(text)) return undefined;
  const value = Number(text.replace(",", "."));
  return value <= highestRate ? value : undefined;
}
