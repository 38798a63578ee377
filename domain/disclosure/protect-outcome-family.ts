import { isCameraCell } from "./camera-tables.ts";
import { type PublishedCell, publishCell } from "./cell-state.ts";
import type { CountBand } from "./count-band.ts";
import type { LinearProgramSolver } from "./linear-program-solver.ts";
import {
  type EarlierPublication,
  isPublic,
  linkEarlierPublications,
} from "./link-earlier-publications.ts";
import { linkStages, type OwnStage } from "./link-stages.ts";
import { type LinkedFamily, primaryCells } from "./linked-family.ts";
import {
  type OutcomeFamily,
  type OutcomeTable,
  outcomeTables,
  withoutTables,
} from "./outcome-family.ts";
import { protectCameras } from "./protect-cameras.ts";
import { suppressCells } from "./suppress-cells.ts";

export type ProtectedFamily =
  | {
      readonly kind: "published";
      readonly family: OutcomeFamily;
      /** What the public reads, by cell of the family. */
      readonly cells: ReadonlyMap<string, PublishedCell>;
      /** Bands of cameras, by cell; a camera that is not in it is withheld. */
      readonly bands: ReadonlyMap<string, CountBand>;
      /** Private, for the audit's log. */
      readonly log: FamilyLog;
    }
  /** The counts changed, but saying so would give a small count away: the earlier publication stands as it is. */
  | { readonly kind: "held" }
  /** Nothing of it can be published. */
  | { readonly kind: "withheld" };

export type FamilyLog = {
  /** What was attacked: the family with the earlier publications of its period. */
  readonly attacked: LinkedFamily;
  readonly hidden: ReadonlySet<string>;
  readonly primaries: number;
  readonly threshold: number;
  /** What a reader may suppose of each primary cell, as the last audit proved it. */
  readonly intervals: ReadonlyMap<string, readonly [number, number]>;
  /** Tables that are not published for the others to be, the finest first. */
  readonly givenUp: readonly OutcomeTable[];
  /** True where one was given up for its size, before any attack. */
  readonly isTooLarge: boolean;
};

/**
 * Most cells that are attacked together: about twenty seconds of a processor. A city of 200 districts by 18 categories is below,
 * two linked stages of it are not: then the finest table is given up unattacked, which is safe, and said to the data officer.
 */
const mostCells = 7_000;

/** What is given up, step by step, when all of it cannot be protected: the finest tables first. */
const givenUp: readonly (readonly OutcomeTable[])[] = [
  [],
  ["district-category"],
  ["district-category", "district-result"],
  ["district-category", "district-result", "district-year"],
  ["district-category", "district-result", "district-year", "city-category-result"],
  [
    ...["district-category", "district-result", "district-year", "city-category-result"],
    ...["city-category", "city-result"],
  ] as OutcomeTable[],
  outcomeTables.filter((table) => table !== "city-year"),
];

/**
 * Protects the tables of one definition, scope and year, with every earlier publication of them and with what stands
 * published of the other stages of the same funnel.
 *
 * Algorithm S over the joint family; when it finds no protection, or the family is too large to be attacked, the finest table is
 * left out and it starts again. The bands
 * of cameras come last: they hide no table, and are withheld where they would give away what a table hides. A
 * change that cannot be told without giving a small count away is not told: the earlier publication is held until a later
 * change is large enough. Totals that are published are exact.
 */
export function protectOutcomeFamily(
  whole: OutcomeFamily,
  earlier: readonly EarlierPublication[],
  options: {
    threshold: number;
    solver: LinearProgramSolver;
    cameraDistricts?: ReadonlyMap<string, string>;
  },
  stage?: Omit<OwnStage, "alreadyPublic">,
): ProtectedFamily {
  const alreadyPublic = publicAsTheyAre(whole, earlier);
  const join = (family: OutcomeFamily): LinkedFamily => {
    const joined = linkEarlierPublications(family, earlier);
    return stage
      ? linkStages(joined, { ...stage, family, alreadyPublic }, options.threshold)
      : joined;
  };
  // What is told of cameras already bears on the tables; what is not yet only follows them.
  const isTold = [...earlier, ...(stage?.standing ?? [])].some(({ bands }) => bands?.size);
  let isTooLarge = false;
  for (const tables of givenUp) {
    const withCameras = withoutTables(whole, tables);
    const family = withoutTables(whole, [...tables, "camera-year"]);
    const joined = join(isTold ? withCameras : family);
    if (joined.cells.length > mostCells) {
      isTooLarge = true;
      continue;
    }
    const suppressed = suppress(joined, options);
    if (suppressed.kind === "withheld") continue;
    const { hidden } = suppressed.log;
    const shown = family.cells.filter(({ internal }) => !internal);
    const cells = new Map(shown.map(({ id, count }) => [id, publishCell(count, hidden.has(id))]));
    const { bands, proven, ...judged } = withCameras.cells.some(isCameraCell)
      ? protectCameras(join(withCameras), withCameras, hidden, {
          cameraDistricts: new Map(),
          ...options,
        })
      : { bands: new Map(), attacked: suppressed.log.family, hidden, proven: [] };
    const { threshold } = options;
    const primaries = primaryCells(judged.attacked, threshold).size;
    const found = [...suppressed.log.audit.primaries, ...proven];
    const intervals = new Map(found.map(({ id, low, high }) => [id, [low, high] as const]));
    const lost = tables.filter((table) => whole.cells.some(({ place }) => place.table === table));
    const log = { ...judged, primaries, threshold, intervals, givenUp: lost, isTooLarge };
    return { kind: "published", family, cells, bands, log };
  }
  return { kind: earlier.length > 0 ? "held" : "withheld" };
}

/** Cells that an earlier release published with the count that they have now. */
function publicAsTheyAre(
  { cells }: OutcomeFamily,
  earlier: readonly EarlierPublication[],
): Set<string> {
  const now = new Map(cells.map(({ id, count }) => [id, count]));
  return new Set(
    earlier.flatMap(({ family, published }) =>
      family.cells.flatMap(({ id, count }) =>
        isPublic(published.get(id)) && now.get(id) === count ? [id] : [],
      ),
    ),
  );
}

/** A suppression that its own audit refuses is no suppression. */
function suppress(
  family: LinkedFamily,
  options: { threshold: number; solver: LinearProgramSolver },
) {
  try {
    return suppressCells(family, { ...options, republicationAttempts: 120 });
  } catch (failure) {
    if (failure instanceof RangeError) return { kind: "withheld" as const };
    throw failure;
  }
}
