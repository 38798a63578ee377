import type { RecordKind } from "./importer.ts";

/** Records that can be entered and corrected one by one, with the preset that reads them and the column that names one. */
export const enteredKinds = {
  "cost-line": { preset: "costs", named: "reference" },
  contract: { preset: "contracts", named: "reference" },
  authorisation: { preset: "authorisations", named: "order_number" },
  "published-figure": { preset: "published-figures", named: "reference" },
  "institution-fact": { preset: "institutions", named: "reference" },
  /** A count is named by all that it counts: definition, scope, area, period, category and result. */
  "outcome-statistic": { preset: "outcomes", named: null },
} as const satisfies Partial<Record<RecordKind, { preset: string; named: string | null }>>;

export type EnteredKind = keyof typeof enteredKinds;

/** By which its imports are known: not a preset of files. */
export const enteredByHand = "record";

export const recordDeeds = ["add", "correct", "withdraw"] as const;
export type RecordDeed = (typeof recordDeeds)[number];

export function isEnteredKind(kind: string): kind is EnteredKind {
  return Object.hasOwn(enteredKinds, kind);
}
