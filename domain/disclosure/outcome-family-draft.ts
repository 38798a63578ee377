import { present } from "#domain/presence/present.ts";
import type { FamilyEquation } from "./linked-family.ts";
import { type CountQuestion, cityArea, type KnownCount } from "./outcome-counts.ts";
import {
  cellId,
  type OutcomeCell,
  type OutcomeFamily,
  type OutcomePlace,
  type OutcomeTable,
  remainder,
} from "./outcome-family.ts";
import { mayBePublishedBelowCity } from "./publication-grid.ts";

export type OutcomeFamilyRules = {
  readonly year: number;
  /** False while the year goes on: what is added later would tell a month of a district by subtraction. */
  readonly isOver: boolean;
  /** True of what is published of the whole city and of no part of it. */
  readonly isOfCityAlone?: boolean;
  /** Smallest readable count. */
  readonly threshold: number;
  /** False where a rule other than the threshold hides a category (null: all) of an area. */
  readonly isReadable: (area: string, category: string | null) => boolean;
  /** District of each camera whose year is published as a band; undefined where no camera's is. */
  readonly cameraDistricts?: ReadonlyMap<string, string>;
  /** True where a zero would say how each of a few events ended, which another table counts. */
  readonly isTellingZero?: (question: CountQuestion) => boolean;
};

/** Rows that cannot all be true: parts that exceed their total. */
export class ContradictoryRows extends Error {}

export type Node = {
  readonly kind: OutcomePlace["areaKind"];
  readonly code: string | null;
  /** As the counts name it; undefined for what no row names. */
  readonly area: string | undefined;
};
export type Slot = { readonly category: string | null; readonly result: string | null };
export const everything: Slot = { category: null, result: null };

export const cityNode: Node = { kind: "city", code: null, area: cityArea };

/** Of the same city year, what is below all areas that break a category down: a step between two tables, never published. */
export const belowCity = "*below";

/** Gathers the cells and equations of a family. Adding a sum makes a cell of what its parts leave over. */
export class OutcomeFamilyDraft {
  readonly #cells = new Map<string, OutcomeCell>();
  readonly #equations: FamilyEquation[] = [];
  readonly #silent: OutcomeFamily["silent"][number][] = [];
  readonly #rules: OutcomeFamilyRules;

  constructor(rules: OutcomeFamilyRules) {
    this.#rules = rules;
  }

  /** Keeps a count, or its silence. True when it is known. */
  take(node: Node, slot: Slot, found: KnownCount, period = String(this.#rules.year)): boolean {
    if (found.kind === "known") this.put(node, slot, found.count, period);
    else if (found.kind !== "absent") {
      const state = found.kind === "withheld" ? "withheld" : "not-available";
      this.#silent.push({ place: placeOf(node, slot, period), state });
    }
    return found.kind === "known";
  }

  put(node: Node, slot: Slot, count: number, period = String(this.#rules.year)): string {
    const place = placeOf(node, slot, period);
    const id = cellId(place);
    const parent = cellId({ ...place, result: null });
    const isOutcome = slot.result !== null && slot.result !== remainder;
    const isCityYear = place.table === "city-year";
    const isSensitive = this.#isSensitive(node, slot) || this.#isTelling(node, slot, count, period);
    this.#cells.set(id, {
      id,
      count,
      place,
      ...(isSensitive ? { sensitive: true } : {}),
      ...(isOutcome && this.#cells.has(parent) ? { outcomeOf: parent } : {}),
      ...(isCityYear && count >= this.#rules.threshold && !isSensitive ? { frozen: true } : {}),
      ...(slot.category === belowCity ? { internal: true } : {}),
      // A camera has a band or nothing: its count is never published, nor what no camera counts.
      ...(node.kind === "camera" ? { internal: true, mayBeZero: true } : {}),
      ...(node.kind === "city" ? { priority: priorityOf(place) } : {}),
    });
    return id;
  }

  count(node: Node, slot: Slot): number | undefined {
    return this.#cells.get(this.id(node, slot))?.count;
  }

  id(node: Node, slot: Slot): string {
    return cellId(placeOf(node, slot, String(this.#rules.year)));
  }

  /** total = parts + what they leave over, kept under `left`. Parts that are not there hold nothing. */
  addSum(total: string, parts: readonly string[], left: (count: number) => string): void {
    const whole = this.#cells.get(total)?.count;
    const held = parts.filter((id) => this.#cells.has(id));
    if (whole === undefined || parts.length === 0) return;
    const sum = held.reduce((count, id) => count + present(this.#cells.get(id)).count, 0);
    if (sum > whole) throw new ContradictoryRows();
    this.#equations.push({ total, parts: [...held, left(whole - sum)] });
  }

  /** total = parts, all of them already there. */
  link(total: string, parts: readonly string[]): void {
    const held = parts.filter((id) => this.#cells.has(id));
    if (this.#cells.has(total) && held.length > 0) this.#equations.push({ total, parts: held });
  }

  /** The family, without the remainders that hold nothing. */
  finish(): OutcomeFamily {
    const isEmpty = (cell: OutcomeCell) =>
      cell.count === 0 &&
      (cell.place.areaKind === "elsewhere" ||
        [cell.place.areaCode, cell.place.category, cell.place.result].some((name) =>
          name?.startsWith(remainder),
        ) ||
        cell.place.period.endsWith(remainder));
    const cells = [...this.#cells.values()].filter((cell) => !isEmpty(cell));
    const kept = new Set(cells.map(({ id }) => id));
    const equations = this.#equations
      .filter(({ total }) => kept.has(total))
      .map(({ total, parts }) => ({ total, parts: parts.filter((id) => kept.has(id)) }))
      .filter(({ parts }) => parts.length > 0);
    return { cells, equations, silent: this.#silent };
  }

  #isSensitive(node: Node, { category, result }: Slot): boolean {
    if (result !== null || category?.startsWith(remainder)) return false;
    if (isBelow(node) && category !== null && !mayBePublishedBelowCity(category)) return true;
    return node.area !== undefined && !this.#rules.isReadable(node.area, category);
  }

  #isTelling({ area }: Node, slot: Slot, count: number, period: string): boolean {
    if (count > 0 || area === undefined) return false;
    return this.#rules.isTellingZero?.({ area, ...slot, period }) ?? false;
  }
}

/** What counts the whole city is hidden after what its districts count, its year, months and results last of all. */
function priorityOf({ category }: OutcomePlace): number {
  return category === null ? 4 : 2;
}

function isBelow({ kind }: Node): boolean {
  return kind === "district" || kind === "elsewhere";
}

function placeOf(node: Node, slot: Slot, period: string): OutcomePlace {
  const { category, result } = slot;
  const table =
    node.kind === "camera"
      ? "camera-year"
      : tableOf(isBelow(node) ? "district" : "city", slot, period);
  return { table, areaKind: node.kind, areaCode: node.code, period, category, result };
}

function tableOf(level: "city" | "district", slot: Slot, period: string): OutcomeTable {
  if (period.length > 4) return "city-month";
  if (slot.category !== null && slot.result !== null) return "city-category-result";
  if (slot.category !== null) return `${level}-category`;
  return slot.result === null ? `${level}-year` : `${level}-result`;
}
