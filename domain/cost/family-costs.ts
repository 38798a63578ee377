import type { CostLine } from "./cost-line.ts";
import { isDirect, isEstimated, type LedgerLine, sourcesOf } from "./ledger-line.ts";
import type { YearLine } from "./line-charges.ts";

/** An investment written off, people, or everything else that keeps the system running. */
export type CostNature = "capital" | "staff" | "running";

/** Where the amount of a line stands: counted as known, counted as an estimate, said to be nothing, or silent. */
export type LineState =
  | "known"
  | "estimated"
  | "declared-zero"
  | "not-broken-down"
  | "not-communicated"
  | "no-price-index";

export type FamilyCost = {
  family: CostLine["family"];
  nature: CostNature;
  /** What is known of it; 0 beside a silence says nothing of the silent lines. */
  cents: number;
  /** Of it, what names single cameras or districts. */
  directCents: number;
  /** Lines in each state; a state without a line is absent. */
  states: Partial<Record<LineState, number>>;
  sourceIds: number[];
};

/** Capital is one nature whatever was bought; of what is paid each year, people are told apart. */
export function natureOf({ kind, family }: Pick<LedgerLine, "kind" | "family">): CostNature {
  if (kind === "capital") return "capital";
  return family === "staff" ? "staff" : "running";
}

/** The lines of a year by nature and family, the costliest first, with how complete each is. */
export function familyCosts(costs: readonly YearLine[]): FamilyCost[] {
  const groups = new Map<string, YearLine[]>();
  for (const found of costs) {
    const key = `${natureOf(found.line)} ${found.line.family}`;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()].map(familyOf).sort((a, b) => b.cents - a.cents);
}

/** What all cameras cost together, by nature, in cents: what a key shares. */
export function jointByNature(families: readonly FamilyCost[]): Record<CostNature, number> {
  const joint = { capital: 0, staff: 0, running: 0 };
  for (const { nature, cents, directCents } of families) joint[nature] += cents - directCents;
  return joint;
}

function familyOf(found: readonly YearLine[]): FamilyCost {
  const lines = found.map(({ line }) => line);
  const [first] = lines as [LedgerLine, ...LedgerLine[]];
  const states: FamilyCost["states"] = {};
  for (const { line, charge } of found) {
    const state = "cents" in charge ? stateOf(line) : charge.silence;
    states[state] = (states[state] ?? 0) + line.lines;
  }
  return {
    family: first.family,
    nature: natureOf(first),
    cents: sumOf(found),
    directCents: sumOf(found.filter(({ line }) => isDirect(line))),
    states,
    sourceIds: sourcesOf(lines),
  };
}

function stateOf(line: LedgerLine): LineState {
  if (line.status === "declared-zero") return "declared-zero";
  return isEstimated(line) ? "estimated" : "known";
}

function sumOf(found: readonly YearLine[]): number {
  return found.reduce((sum, { charge }) => sum + ("cents" in charge ? charge.cents : 0), 0);
}
