import type { PriceIndex } from "./price-index.ts";

/**
 * What must be chosen before a ledger becomes a yearly cost. Each choice changes the figure, so each is shown with it.
 */
export type CostChoices = {
  /** Useful life: each line's own, with the default of its family where it gives none, or one for all, in years. */
  usefulLife: { from: "ledger" } | { from: "override"; years: number };
  /** How an investment weighs on its years: K / L, or the equivalent annual cost at a yearly rate (0.03 = 3 %). */
  method: { kind: "straight-line" } | { kind: "annuity"; rate: number };
  /** Net deducts grants and receipts from the total. Grants are public money too: gross is what accountability asks. */
  grants: "gross" | "net";
  vat: "as-recorded" | "excluded" | "included";
  /** Amounts of the years in which they were spent, or all brought to the prices of one year by a published index. */
  prices: { kind: "current" } | { kind: "constant"; year: number; index: PriceIndex };
  /** "actual" takes what was spent and estimates of it; neither what is planned nor what is only committed. */
  basis: "actual" | "planned" | "committed";
};

/** The choices that assume least: the council's own lives, straight line, gross, amounts as recorded, as spent. */
export const plainestChoices: CostChoices = {
  usefulLife: { from: "ledger" },
  method: { kind: "straight-line" },
  grants: "gross",
  vat: "as-recorded",
  prices: { kind: "current" },
  basis: "actual",
};
