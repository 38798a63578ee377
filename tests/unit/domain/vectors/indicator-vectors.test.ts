import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { costProofs } from "./cost-proofs.ts";
import { disclosureProofs } from "./disclosure-proofs.ts";
import { effectProofs } from "./effect-proofs.ts";
import { readVectors } from "./read-vectors.ts";
import { statisticsProofs } from "./statistics-proofs.ts";

/**
 * Numbers in, numbers out, each with its authority and how far it was checked. "verified-from-source": read in the source
 * itself. "recalled": the published figure is quoted from memory and the arithmetic reproduces it; a regression test of the
 * formula, never a figure to publish. "computed": given by an independent implementation, never published.
 */
const vectors = readVectors(
  readFileSync(new URL("../../../fixtures/indicator-vectors.json", import.meta.url), "utf8"),
);

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
});

const proofs = () => ({
  ...statisticsProofs,
  ...effectProofs,
  ...costProofs,
  ...disclosureProofs(solver),
});

describe("a vector of the indicators", () => {
  it.each(vectors)("$id is reproduced ($source; $status)", (vector) => {
    const prove = proofs()[vector.family];
    if (!prove) throw new Error(`No test knows the family ${vector.family} of ${vector.id}.`);
    const found = prove(vector.input);
    // Every number that the authority gives is compared: one that no test reads would prove nothing.
    for (const [name, expected] of Object.entries(vector.expected)) {
      const compared = found[name];
      if (!compared) throw new Error(`${vector.id}: no test computes ${name}.`);
      compared(expected, vector.tolerance);
    }
  });

  it("is named once, with its authority and its status", () => {
    expect(vectors.length).toBeGreaterThanOrEqual(42);
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
    expect(vectors.filter(({ source, status }) => source === "" || status === "")).toEqual([]);
  });

  it("cannot be added without its test, nor a number without its comparison", () => {
    expect(proofs()).not.toHaveProperty("unheard-of");
    expect(proofs().poisson_ci?.({ k: 3 })).not.toHaveProperty("unheard-of");
    expect(() => proofs().poisson_ci?.({ k: 0 }).ci95?.([0, 3.6], 5e-5)).toThrow();
  });
});
