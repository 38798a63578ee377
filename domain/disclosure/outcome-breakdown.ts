import { present } from "#domain/presence/present.ts";
import type { KnownCount, OutcomeCounts } from "./outcome-counts.ts";
import { remainder } from "./outcome-family.ts";
import type { Node, OutcomeFamilyDraft, OutcomeFamilyRules, Slot } from "./outcome-family-draft.ts";

export type Build = {
  readonly counts: OutcomeCounts;
  readonly rules: OutcomeFamilyRules;
  readonly draft: OutcomeFamilyDraft;
};

/** What is known of an area's cell in the year of the tables. Unit: events; undefined where nothing is known. */
export function countOfYear({ counts, rules }: Build, area: string, slot: Slot): KnownCount {
  return counts.count({ area, ...slot, period: String(rules.year) });
}

/** Categories, results and, when every cell of it is known, categories by result; each with what it leaves over. */
export function addBreakdown(
  { draft }: Build,
  node: Node,
  categories: readonly string[],
  results: readonly string[],
  crossed: (slot: Slot) => number | undefined,
): void {
  const slots = categories.flatMap((category) => results.map((result) => ({ category, result })));
  const cells = slots.map((slot) => ({ slot, count: crossed(slot) }));
  const isCrossed =
    cells.length > 0 &&
    cells.every(({ count }) => count !== undefined) &&
    cells.some(({ count }) => count);
  if (isCrossed) for (const { slot, count } of cells) draft.put(node, slot, present(count));
  const rows = isCrossed ? [null, ...categories] : [null];
  for (const category of rows) sumOver(draft, node, { category, result: null }, "result", results);
  const columns = isCrossed ? [null, ...results, remainder] : [null];
  for (const result of columns)
    sumOver(draft, node, { category: null, result }, "category", categories);
  if (!isCrossed) return;
  const corner = (result: string | null) => draft.id(node, { category: remainder, result });
  draft.link(corner(null), [...results, remainder].map(corner));
}

/** A total is its named parts and a remainder. */
function sumOver(
  draft: OutcomeFamilyDraft,
  node: Node,
  total: Slot,
  over: "category" | "result",
  names: readonly string[],
): void {
  const parts = names.map((name) => draft.id(node, { ...total, [over]: name }));
  draft.addSum(draft.id(node, total), parts, (count) =>
    draft.put(node, { ...total, [over]: remainder }, count),
  );
}
