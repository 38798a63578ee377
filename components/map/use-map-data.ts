import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { joinColumns } from "#formats/point-columns/join-points.ts";
import type { ColumnarPoints, PointBox } from "#formats/point-columns/point-columns.ts";
import { createMapDataClient, type MapDataAddress } from "./map-data-client.ts";

export type MapData = {
  points: ColumnarPoints | null;
  /** The points are cells of a coarse grid, each standing for many cameras. */
  isCells: boolean;
  hasFailed: boolean;
  /** Tells what the reader looks at, so that a country loads the part that is seen. */
  look: (box: PointBox) => void;
  references: () => Promise<readonly string[]>;
};

/** Loads what the map draws: positions first, their details as soon as they come. */
export function useMapData(address: MapDataAddress): MapData {
  const { base, isSharded } = address;
  const client = useMemo(() => createMapDataClient({ base, isSharded }), [base, isSharded]);
  const [drawn, setDrawn] = useState<{ points: ColumnarPoints; isCells: boolean } | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const asked = useRef(0);
  const overview = useRef<typeof drawn>(null);

  useEffect(() => {
    const fail = () => setHasFailed(true);
    client.start().then((first) => {
      overview.current = first.isCells ? first : null;
      setDrawn(first);
      client
        .details()
        ?.then((more) => setDrawn({ points: joinColumns(first.points, more), isCells: false }))
        .catch(fail);
    }, fail);
  }, [client]);

  const look = useCallback(
    (box: PointBox) => {
      const grid = overview.current;
      if (!grid) return;
      const turn = ++asked.current;
      const near = client.within(box);
      if (!near) {
        setDrawn(grid);
        return;
      }
      near.then(
        (points) => {
          // A slow answer to an old view must not replace the present one.
          if (turn === asked.current) setDrawn({ points, isCells: false });
        },
        () => setHasFailed(true),
      );
    },
    [client],
  );
  return {
    points: drawn?.points ?? null,
    isCells: drawn?.isCells ?? false,
    hasFailed,
    look,
    references: client.references,
  };
}
