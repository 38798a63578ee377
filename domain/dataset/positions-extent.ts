import type { FacetBox, FacetSource } from "./facet-source.ts";

type Positions = NonNullable<FacetSource["positions"]>;
type Extent = {
  /** The smallest box that holds every camera with a place. */
  box: FacetBox;
  /** Rows without a place. */
  unplaced: Uint32Array;
};

const extents = new WeakMap<Positions, Extent>();
/** Beyond the poles: the position of a camera that has none. */
const pole = 90e5;

/** Found once per source. */
export function extentOf(positions: Positions): Extent {
  const known = extents.get(positions);
  if (known) return known;
  const found = findExtent(positions);
  extents.set(positions, found);
  return found;
}

function findExtent({ longitude, latitude }: Positions): Extent {
  const unplaced: number[] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < longitude.length; i++) {
    const x = longitude[i] as number;
    const y = latitude[i] as number;
    if (Math.abs(y) > pole) {
      unplaced.push(i);
      continue;
    }
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { box: [west, south, east, north], unplaced: Uint32Array.from(unplaced) };
}

/** Whether a box holds every camera with a place. */
export function holdsAll([west, south, east, north]: FacetBox, { box }: Extent): boolean {
  return box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;
}
