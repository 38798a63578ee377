import type { CostChoices } from "#domain/cost/cost-choices.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { chosenCost } from "./full-cost-figures.ts";

export type CostUnderLife = {
  usefulLife: CostChoices["usefulLife"];
  /** Cents of the year, written off straight line. */
  straightLineCents: number;
  /** Cents of the year, as an equivalent annual cost at the rate asked. */
  annuityCents: number;
};

/**
 * The cost of one accounting year under each useful life, written off straight line and as an equivalent annual cost:
 * what of the figure is a convention. Unit: cents; everything else as chosen.
 * A short life charges more at first and nothing any longer afterwards: it may lower the cost of a late year.
 * Empty where the ledger does not cover the year. Source: lives of 5, 7 and 10 years are those published costs use.
 */
export function costSensitivity(
  lines: readonly LedgerLine[],
  choices: CostChoices,
  asked: { year: number; rate: number; startMonth: number },
): CostUnderLife[] {
  const lives = [{ from: "ledger" } as const, ...comparedLives(choices.usefulLife)];
  return lives.flatMap((usefulLife) => {
    const under = (method: CostChoices["method"]) =>
      fullCosts(lines, { ...choices, usefulLife, method }, asked.startMonth).find(
        ({ year }) => year === asked.year,
      );
    const straight = under({ kind: "straight-line" });
    const annuity = under({ kind: "annuity", rate: asked.rate });
    if (!straight || !annuity) return [];
    return [
      {
        usefulLife,
        straightLineCents: chosenCost(straight, choices.grants),
        annuityCents: chosenCost(annuity, choices.grants),
      },
    ];
  });
}

/** Five, seven and ten years, and the reader's own. */
function comparedLives(chosen: CostChoices["usefulLife"]) {
  const years = new Set([5, 7, 10, ...(chosen.from === "override" ? [chosen.years] : [])]);
  return [...years]
    .sort((a, b) => a - b)
    .map((life) => ({ from: "override" as const, years: life }));
}
