import { present } from "#domain/presence/present.ts";
import { type CellBounds, confirmFamily } from "./audit-family.ts";
import { camerasByDistrict, isCameraCell } from "./camera-tables.ts";
import { type CountBand, countBand } from "./count-band.ts";
import type { LinearProgramSolver } from "./linear-program-solver.ts";
import type { LinkedFamily } from "./linked-family.ts";
import type { OutcomeCell, OutcomeFamily } from "./outcome-family.ts";
import { reachedFamily } from "./reached-cells.ts";

export type ProtectedCameras = {
  /** By cell. A camera that is not in it has no figure this year. */
  readonly bands: ReadonlyMap<string, CountBand>;
  /** The joint family with what the bands say. */
  readonly attacked: LinkedFamily;
  readonly hidden: ReadonlySet<string>;
  /** What was proven of the cells that the bands bear on. */
  readonly proven: readonly CellBounds[];
};

/** How many sets of bands are attacked before those that are left are withheld: a bound on the time of a large city. */
const mostAttacks = 40;

/**
 * Decides which cameras of a year have their band published, beside the tables that are public already.
 *
 * Unit: events. The cameras of a district are given together, zeros included, or not at all: of one that is withheld alone a
 * reader could tell why. All of them are attacked with every total, earlier release and other stage first; where that
 * gives a small count away, district by district, by halves. What is not attacked within the bound is withheld.
 * Edge case: without any total that holds them, bands are public as they are.
 */
export function protectCameras(
  joined: LinkedFamily,
  family: OutcomeFamily,
  hiddenBefore: ReadonlySet<string>,
  options: {
    readonly cameraDistricts: ReadonlyMap<string, string>;
    readonly threshold: number;
    readonly solver: LinearProgramSolver;
  },
): ProtectedCameras {
  const hidden = new Set(
    joined.cells.filter(({ id, internal }) => internal || hiddenBefore.has(id)).map(({ id }) => id),
  );
  const around = reachOfCameras(joined, family, hidden);
  const bands = new Map<string, CountBand>();
  let attacks = 0;
  let proven: readonly CellBounds[] = [];
  const admit = (groups: readonly (readonly OutcomeCell[])[]): void => {
    if (groups.length === 0 || attacks >= mostAttacks) return;
    attacks += 1;
    const cells = groups.flat();
    const tried = new Map(bands);
    for (const { id, count } of cells) tried.set(id, countBand(count));
    const { threshold, solver } = options;
    const audit = confirmFamily(banded(around, tried), hidden, threshold, solver);
    if (audit.verdict === "protected") {
      proven = audit.primaries;
      for (const { id } of cells) bands.set(id, present(tried.get(id)));
    } else if (groups.length > 1) {
      const half = Math.ceil(groups.length / 2);
      admit(groups.slice(0, half));
      admit(groups.slice(half));
    }
  };
  const cameras = family.cells.filter(isCameraCell);
  admit([...camerasByDistrict(cameras, options.cameraDistricts).values()]);
  return { bands, attacked: banded(joined, bands), hidden, proven };
}

/** The cameras with all unknowns that they bear on: what is public stands between them and the rest. */
function reachOfCameras(
  { cells, equations }: LinkedFamily,
  family: OutcomeFamily,
  hidden: ReadonlySet<string>,
): LinkedFamily {
  const known = new Map(
    cells.map((cell) => [cell.id, hidden.has(cell.id) ? cell : { ...cell, frozen: true }]),
  );
  const own = family.cells
    .filter(({ place }) => place.areaKind === "camera")
    .map(({ id }) => present(known.get(id)));
  return reachedFamily({ cells: own, equations: [] }, known, equations);
}

function banded(family: LinkedFamily, bands: ReadonlyMap<string, CountBand>): LinkedFamily {
  return {
    ...family,
    cells: family.cells.map((cell) => {
      const within = bands.get(cell.id);
      return within ? { ...cell, within } : cell;
    }),
  };
}
