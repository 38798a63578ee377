import type { CameraRecord } from "#domain/camera/camera-record.ts";
import { present } from "#domain/presence/present.ts";
import { measureArea } from "#domain/territory/measure-area.ts";
import type {
  AreaGeometry,
  BoundaryRecord,
  PopulationCount,
} from "#domain/territory/territory-records.ts";
import type { Place } from "./camera-places.ts";
import { cameraAt } from "./cameras.ts";
import { councilPlans, shareOut } from "./council-plans.ts";
import type { DrawnDistrict } from "./districts.ts";
import { centre, type Position } from "./plan.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";
import { districtNames, laneNames } from "./street-names.ts";

/** More cameras than this do not fit in one town: they are spread over a region of many communes. */
export const mostCamerasOfCity = 5000;
/** Communes hold this many cameras on average. */
const camerasPerCommune = 400;
/** Side of a commune, degrees: 5.6 km from north to south, 3.9 km from west to east. */
const side = 0.05;
/** Distance between two streets of a commune, degrees: about 90 m. */
const block = 0.0008;

export type Region = {
  boundary: BoundaryRecord;
  districts: DrawnDistrict[];
  populations: PopulationCount[];
  cameras: Iterable<CameraRecord>;
};

/** A square of communes in the open ocean, for tests and benchmarks: cameras, no accounts and no outcomes. */
export function regionOf(seed: number, count: number): Region {
  const across = Math.ceil(Math.sqrt(count / camerasPerCommune));
  const west = rounded(centre[0] - (across * side) / 2);
  const south = rounded(centre[1] - (across * side) / 2);
  const cells = Array.from({ length: across * across }, (_, index) => ({
    code: `RT${String(index + 1).padStart(4, "0")}`,
    west: west + (index % across) * side,
    south: south + Math.floor(index / across) * side,
  }));
  const random = seededRandom(seed, "region");
  // Log-normal sizes: a few large towns, many small ones.
  const weights = cells.map(() => Math.exp(random.normal()));
  return {
    boundary: squareOf(west, south, across * side),
    districts: cells.map((cell) => ({
      code: cell.code,
      name: `Commune-témoin ${cell.code.slice(2)}`,
      kind: "other" as const,
      ...squareOf(cell.west, cell.south, side),
    })),
    populations: shareOut(200 * count, weights).map((inhabitants, index) => ({
      districtCode: present(cells[index]).code,
      year: 2023,
      inhabitants,
      definition: "Population municipale (donnée fictive)",
    })),
    cameras: {
      [Symbol.iterator]: () => camerasIn(cells, shareOut(count, weights), seed),
    },
  };
}

type Cell = { code: string; west: number; south: number };

const years = councilPlans.map(({ year, cameras }) => [year, cameras] as const);

function* camerasIn(
  cells: readonly Cell[],
  shares: readonly number[],
  seed: number,
): Generator<CameraRecord> {
  const random = seededRandom(seed, "cameras of the region");
  let number = 0;
  for (const [index, cell] of cells.entries()) {
    // The orders of the city serve again, one per commune.
    const order = present(districtNames[index % districtNames.length]).code;
    for (let left = present(shares[index]); left > 0; left -= 1) {
      number += 1;
      const camera = cameraAt(number, order, random.choose(years), placeOf(cell, random), random);
      camera.districtCode = cell.code;
      yield camera;
    }
  }
}

/** Along the streets of a square grid, denser towards the middle of the commune. */
function placeOf({ west, south }: Cell, random: SeededRandom): Place {
  const within = () => Math.min(0.98, Math.max(0.02, 0.5 + 0.17 * random.normal())) * side;
  const street = Math.round(within() / block);
  const position: Position = [rounded(west + within()), rounded(south + street * block)];
  const name = present(laneNames[street % laneNames.length]);
  const door = random.integer(1, 180);
  return { position, label: name, address: `${door} ${name}`, bearing: random.integer(0, 359) };
}

function squareOf(west: number, south: number, size: number): BoundaryRecord {
  const [left, right] = [rounded(west), rounded(west + size)];
  const [bottom, top] = [rounded(south), rounded(south + size)];
  const ring = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  const geometry: AreaGeometry = { type: "Polygon", coordinates: [ring] };
  return { geometry, ...measureArea(geometry) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
