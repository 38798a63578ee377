import type { CostLine } from "./cost-line.ts";

/**
 * How long an investment is written off over where its line does not say, in years, by family.
 * For studies five years are the most the law allows. Every other number is an assumption of ours, not a council's
 * decision: a council fixes its own lives freely, and the figure that leans on an assumption says so.
 * Source: CGCT R2321-1 (studies that no works follow: five years at most; other assets: probable time of use).
 */
const defaultLives: Partial<Readonly<Record<CostLine["family"], number>>> = {
  studies: 5,
  "audit-and-evaluation": 5,
  "storage-and-software": 5,
  "civil-works": 15,
  network: 15,
  "control-room": 10,
};
const otherLife = 7;

export type UsefulLife = {
  years: number;
  /** Who says so: the line, the reader's own choice for all lines, or nobody (the default of the family). */
  from: "ledger" | "override" | "default";
};

/**
 * The useful life of an investment, in years: the reader's, else the line's, else the default of its family.
 * Defaults: studies and audits 5, storage and software 5, control room 10, civil works and network 15, others 7.
 */
export function usefulLifeOf(
  line: { family: CostLine["family"]; usefulLifeYears: number | null },
  choice: { from: "ledger" } | { from: "override"; years: number },
): UsefulLife {
  if (choice.from === "override") return { years: choice.years, from: "override" };
  if (line.usefulLifeYears !== null) return { years: line.usefulLifeYears, from: "ledger" };
  return { years: defaultLives[line.family] ?? otherLife, from: "default" };
}
