import { present } from "#domain/presence/present.ts";
import { addBreakdown, type Build, countOfYear } from "./outcome-breakdown.ts";
import { cityArea } from "./outcome-counts.ts";
import { remainder } from "./outcome-family.ts";
import {
  belowCity,
  cityNode,
  everything,
  type Node,
  type OutcomeFamilyDraft,
  type Slot,
} from "./outcome-family-draft.ts";

const districtsNode: Node = { kind: "districts", code: null, area: undefined };
const elsewhereNode: Node = { kind: "elsewhere", code: null, area: undefined };

/** The names that a table below the city breaks its counts down by. */
type Names = { readonly categories: readonly string[]; readonly results: readonly string[] };

/** Adds the districts of a year that is over, tied to the city or to one another. */
export function addDistricts(build: Build): void {
  const { counts, draft, rules } = build;
  if (!rules.isOver || rules.isOfCityAlone) return;
  const districts = counts.areas
    .filter((area) => area.startsWith("district "))
    .map((area): Node => ({ kind: "district", code: area.slice("district ".length), area }))
    .filter((node) => take(build, node, everything));
  if (districts.length === 0) return;
  const hasCity = draft.count(cityNode, everything) !== undefined;
  const isCityBrokenDown = counts.hasCategories(cityArea) || counts.categories.length === 0;
  const root = hasCity && isCityBrokenDown ? cityNode : districtsNode;
  const names = namesBelow(build, root, districts);
  for (const node of districts) {
    for (const slot of slotsOf(names)) take(build, node, slot);
    addBreakdown(build, node, names.categories, names.results, () => undefined);
  }
  if (root === cityNode) {
    addParts(build, districts, names);
    return;
  }
  addDistrictsTogether(build, districts, names);
  if (!hasCity) return;
  addParts(build, [districtsNode], {
    categories: [],
    results: resultsOfCity(build, names.results),
  });
}

function take(build: Build, node: Node, slot: Slot): boolean {
  return build.draft.take(node, slot, countOfYear(build, present(node.area), slot));
}

function slotsOf({ categories, results }: Names): Slot[] {
  return [
    ...categories.map((category) => ({ category, result: null })),
    ...results.map((result) => ({ category: null, result })),
  ];
}

/** Categories and results that no district is silent on, and that the table above has too. */
function namesBelow(build: Build, root: Node, districts: readonly Node[]): Names {
  const { counts, draft } = build;
  const fits = (slot: Slot) =>
    (root !== cityNode || draft.count(root, slot) !== undefined) &&
    districts.every(({ area = "" }) => !isSilent(build, area, slot));
  const results = counts.results.filter((result) => fits({ category: null, result }));
  return {
    categories: counts.categories.filter((category) => fits({ category, result: null })),
    results: root === cityNode ? resultsOfCity(build, results) : results,
  };
}

/** The same results as the city's, or none: what one leaves over must be what the other does. */
function resultsOfCity({ counts, draft }: Build, results: readonly string[]): readonly string[] {
  const ofCity = counts.results.filter(
    (result) => draft.count(cityNode, { category: null, result }) !== undefined,
  );
  return ofCity.join() === results.join() ? results : [];
}

function isSilent(build: Build, area: string, slot: Slot): boolean {
  const { kind } = countOfYear(build, area, slot);
  return kind === "partial" || kind === "withheld";
}

/** Where no row is said of the whole city by category, the sum of its districts is. */
function addDistrictsTogether(build: Build, districts: readonly Node[], names: Names): void {
  const { draft } = build;
  const sum = (slot: Slot) =>
    districts.reduce((total, { area = "" }) => {
      const found = countOfYear(build, area, slot);
      return found.kind === "known" ? total + found.count : total;
    }, 0);
  const slots = [everything, ...slotsOf(names)];
  for (const slot of slots) draft.put(districtsNode, slot, sum(slot));
  addBreakdown(build, districtsNode, names.categories, names.results, (slot) =>
    districts.some(({ area = "" }) => isSilent(build, area, slot)) ? undefined : sum(slot),
  );
  for (const slot of withRemainders(names)) {
    draft.link(
      draft.id(districtsNode, slot),
      districts.map((node) => draft.id(node, slot)),
    );
  }
}

function withRemainders({ categories, results }: Names): Slot[] {
  const named = slotsOf({
    categories: categories.length > 0 ? [...categories, remainder] : [],
    results: results.length > 0 ? [...results, remainder] : [],
  });
  return [everything, ...named];
}

/** Each cell of the city is the sum of those of its parts, and of what lies in none of them. */
function addParts({ draft, counts }: Build, parts: readonly Node[], names: Names): void {
  const slots = withRemainders(names);
  const isPart = names.categories.length < counts.categories.length;
  for (const slot of slots) {
    const total =
      slot.category === remainder && isPart
        ? addBelow(draft, names.categories, counts.categories)
        : slot;
    draft.addSum(
      draft.id(cityNode, total),
      parts.map((part) => draft.id(part, slot)),
      (count) => draft.put(elsewhereNode, slot, count),
    );
  }
  for (const named of [
    slots.filter(({ category }) => category !== null),
    slots.filter(({ result }) => result !== null),
  ]) {
    draft.link(
      draft.id(elsewhereNode, everything),
      named.map((slot) => draft.id(elsewhereNode, slot)),
    );
  }
}

/** What the city breaks down and its districts do not, with the city's own remainder. */
function addBelow(
  draft: OutcomeFamilyDraft,
  kept: readonly string[],
  all: readonly string[],
): Slot {
  const slot = { category: belowCity, result: null };
  const parts = [...all.filter((category) => !kept.includes(category)), remainder].map(
    (category): Slot => ({ category, result: null }),
  );
  const counts = parts.map((part) => draft.count(cityNode, part) ?? 0);
  const id = draft.put(
    cityNode,
    slot,
    counts.reduce((a, b) => a + b, 0),
  );
  draft.link(
    id,
    parts.map((part) => draft.id(cityNode, part)),
  );
  return slot;
}
