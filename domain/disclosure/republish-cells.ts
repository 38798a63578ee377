import { present } from "#domain/presence/present.ts";
import type { LinkedFamily } from "./linked-family.ts";
import type { Attacker } from "./open-attacker.ts";
import type { Witnesses } from "./witnesses.ts";

type Republication = {
  readonly primaries: readonly number[];
  /** Cells now hidden; those published again leave it. */
  readonly hidden: Set<number>;
  readonly witnesses: Witnesses;
  readonly attacker: Attacker;
  readonly attempts: number;
};

/**
 * Publishes again the secondary cells that no proof needs, those of most events × priority first.
 *
 * Each try fixes one cell at its count and looks for new proofs of the primary cells that leaned on it, its neighbours in an
 * equation before others; it stays hidden if one cannot be had.
 */
export function republishCells(family: LinkedFamily, republication: Republication): void {
  const { hidden, primaries, attempts, attacker, witnesses } = republication;
  const primary = new Set(primaries);
  const worthOf = (index: number) => {
    const { count, priority = 1 } = present(family.cells[index]);
    return count * priority;
  };
  const neighboursOf = neighbours(family);
  const secondary = [...hidden]
    .filter((cell) => !primary.has(cell) && !family.cells[cell]?.internal)
    .sort((a, b) => worthOf(b) - worthOf(a))
    .slice(0, attempts);
  for (const cell of secondary) {
    attacker.publish(cell);
    const near = neighboursOf(cell);
    const leaning = witnesses.leaningOn(cell);
    const order = [
      ...leaning.filter((one) => near.has(one)),
      ...leaning.filter((one) => !near.has(one)),
    ];
    const restore = witnesses.save();
    for (const one of leaning) witnesses.forget(one);
    if (order.every((one) => attacker.prove(one, witnesses))) {
      hidden.delete(cell);
    } else {
      restore();
      attacker.hide(cell);
    }
  }
}

/** The cells that an equation holds beside a cell. */
function neighbours(family: LinkedFamily): (cell: number) => Set<number> {
  const indexOf = new Map(family.cells.map(({ id }, index) => [id, index]));
  const holding = new Map<string, string[][]>();
  for (const { total, parts } of family.equations) {
    const members = [total, ...parts];
    for (const id of members) {
      const known = holding.get(id);
      if (known) known.push(members);
      else holding.set(id, [members]);
    }
  }
  return (cell) => {
    const near = present(holding.get(present(family.cells[cell]).id)).flat();
    return new Set(near.map((id) => present(indexOf.get(id))));
  };
}
