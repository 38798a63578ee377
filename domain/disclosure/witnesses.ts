import { present } from "#domain/presence/present.ts";

/** Slack for the solver's floating-point answers; counts are whole numbers. */
const slack = 1e-6;

/** True when the reader can tell neither that the count is below the threshold, nor its value to within the threshold. */
export function isProtectedBy(low: number, high: number, threshold: number): boolean {
  return high >= threshold - slack && high - low >= threshold - slack;
}

/** One table the reader cannot rule out: a value for every cell, in the order of the family's cells. */
export type PossibleTable = ArrayLike<number>;

/** For each primary cell, the two possible tables where it is least and greatest: the proof that it is protected. */
export type Witnesses = {
  readonly learn: (table: PossibleTable) => void;
  /** Width of what is proved so far; the cell with the least is the worst protected. */
  readonly width: (cell: number) => number;
  readonly isProtected: (cell: number) => boolean;
  /** What is proved so far of a cell: it may be as little as the first, as much as the second. */
  readonly interval: (cell: number) => readonly [number, number];
  /** Primary cells whose proof lets a cell take another value than its own. */
  readonly leaningOn: (cell: number) => number[];
  /** Keeps a proof to fall back on; calling the result restores it. */
  readonly save: () => () => void;
  /** Starts the proof of one cell again from the true table. */
  readonly forget: (cell: number) => void;
};

/** Proofs for the given primary cells, starting from the true table alone: nothing is protected yet. */
export function openWitnesses(
  primaries: readonly number[],
  truth: PossibleTable,
  threshold: number,
): Witnesses {
  let least = new Map(primaries.map((cell) => [cell, truth]));
  let greatest = new Map(least);
  const at = (tables: Map<number, PossibleTable>, cell: number) =>
    present(present(tables.get(cell))[cell]);
  const leans = (tables: Map<number, PossibleTable>, primary: number, cell: number) =>
    Math.abs(present(present(tables.get(primary))[cell]) - present(truth[cell])) > 1e-9;
  return {
    learn: (table) => {
      for (const cell of primaries) {
        const value = present(table[cell]);
        if (value < at(least, cell)) least.set(cell, table);
        if (value > at(greatest, cell)) greatest.set(cell, table);
      }
    },
    width: (cell) => at(greatest, cell) - at(least, cell),
    interval: (cell) => [at(least, cell), at(greatest, cell)],
    isProtected: (cell) => isProtectedBy(at(least, cell), at(greatest, cell), threshold),
    leaningOn: (cell) =>
      primaries.filter((primary) => leans(least, primary, cell) || leans(greatest, primary, cell)),
    save: () => {
      const saved = [new Map(least), new Map(greatest)] as const;
      return () => {
        [least, greatest] = saved;
      };
    },
    forget: (cell) => {
      least.set(cell, truth);
      greatest.set(cell, truth);
    },
  };
}
