import { useCallback, useEffect, useMemo, useState } from "react";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import type { MapData } from "./use-map-data.ts";

/** Above this many cameras the references are fetched only when one is chosen. */
const mostReferences = 60_000;

/** Details that arrive later keep the positions: the same object is the same rows. */
type Positions = ColumnarPoints["positions"];

/** Joins rows of the drawing and public references, both ways. */
export function useReferences({ points, isCells, references }: MapData) {
  const [known, setKnown] = useState<{ of: Positions; names: readonly string[] } | null>(null);
  const positions = points?.positions ?? null;
  const count = points?.count ?? 0;
  const load = useCallback(async (): Promise<readonly string[]> => {
    const names = await references();
    setKnown({ of: positions, names });
    return names;
  }, [positions, references]);
  useEffect(() => {
    if (isCells || count === 0 || count > mostReferences) return;
    load().catch(() => undefined);
  }, [isCells, count, load]);
  const names = known?.of === positions ? known.names : null;
  const rows = useMemo(
    () => new Map((names ?? []).map((reference, row) => [reference, row])),
    [names],
  );
  return { names, rows, load };
}

/** 1 for the rows that a text search found, once both the search and the references have come. */
export function foundRows(
  count: number,
  rows: ReadonlyMap<string, number>,
  found: readonly string[] | null,
): Uint8Array | null {
  if (!found || rows.size === 0) return null;
  const marks = new Uint8Array(count);
  for (const reference of found) {
    const row = rows.get(reference);
    if (row !== undefined) marks[row] = 1;
  }
  return marks;
}
