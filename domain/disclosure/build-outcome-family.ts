import { present } from "#domain/presence/present.ts";
import { addCameras } from "./camera-tables.ts";
import { addDistricts } from "./district-tables.ts";
import { addBreakdown, type Build, countOfYear } from "./outcome-breakdown.ts";
import { cityArea, type OutcomeCounts } from "./outcome-counts.ts";
import { type OutcomeFamily, remainder } from "./outcome-family.ts";
import {
  ContradictoryRows,
  cityNode,
  everything,
  OutcomeFamilyDraft,
  type OutcomeFamilyRules,
  type Slot,
} from "./outcome-family-draft.ts";

/**
 * The tables that the public may read of one definition, scope and year, with their margins and what links them.
 *
 * Unit: events. City: year, categories, results, categories by result, months. Districts, for years that are over only (a
 * year to date minus an earlier one is a month): year, categories, results. Cameras, likewise, as bands: year. A month that comes in after the year is over is
 * a revision, attacked together with what was published before. What the city counts and no district does is one more
 * area, what no category or result holds one more category or result: they can be had by subtraction, so they are
 * protected like any cell. Where the city has no categories, its districts together stand for it. The year of the city counts as
 * public once it reaches the threshold, unless a rule beyond the threshold hides it. Rows that contradict each other (parts above their total) are left out: the districts
 * first, then all but the year of the city.
 */
export function buildOutcomeFamily(
  counts: OutcomeCounts,
  rules: OutcomeFamilyRules,
): OutcomeFamily {
  for (const steps of [
    [addCity, addMonths, addDistricts, addCameras],
    [addCity, addMonths],
  ]) {
    const build: Build = { counts, rules, draft: new OutcomeFamilyDraft(rules) };
    try {
      for (const step of steps) step(build);
      const family = build.draft.finish();
      if (isConsistent(family)) return family;
    } catch (failure) {
      if (!(failure instanceof ContradictoryRows)) throw failure;
    }
  }
  const draft = new OutcomeFamilyDraft(rules);
  draft.take(cityNode, everything, countOfYear({ counts, rules, draft }, cityArea, everything));
  return draft.finish();
}

function isConsistent({ cells, equations }: OutcomeFamily): boolean {
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  return equations.every(
    ({ total, parts }) =>
      counts.get(total) === parts.reduce((sum, id) => sum + present(counts.get(id)), 0),
  );
}

function addCity(build: Build): void {
  const { counts, draft } = build;
  const take = (slot: Slot) => draft.take(cityNode, slot, countOfYear(build, cityArea, slot));
  take(everything);
  const named = counts.hasCategories(cityArea) ? counts.categories : [];
  const categories = named.filter((category) => take({ category, result: null }));
  const results = counts.results.filter((result) => take({ category: null, result }));
  addBreakdown(build, cityNode, categories, results, (slot) => {
    const found = countOfYear(build, cityArea, slot);
    return found.kind === "known" ? found.count : found.kind === "absent" ? 0 : undefined;
  });
}

function addMonths({ counts, draft, rules }: Build): void {
  const parts = counts.months.flatMap((period) => {
    const found = counts.count({ area: cityArea, ...everything, period });
    return found.kind === "known" ? [draft.put(cityNode, everything, found.count, period)] : [];
  });
  draft.addSum(draft.id(cityNode, everything), parts, (count) =>
    draft.put(cityNode, everything, count, `${rules.year}-${remainder}`),
  );
}
