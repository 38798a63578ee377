import { present } from "#domain/presence/present.ts";
import { type Point, type Position, positionOf } from "./plan.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { findCorners, pieces } from "./street-corners.ts";
import type { StreetLine } from "./streets.ts";

/** Where a camera stands: at a corner, or at a number of a street. */
export type Place = {
  position: Position;
  label: string;
  address?: string;
  /** Degrees from north in which the camera looks at the street. */
  bearing: number;
};

/** In which district a position lies, if in any. */
export type DistrictAt = (longitude: number, latitude: number) => string | undefined;

type Spot = { at: Point; label: string; address?: string };

/** Share of cameras put at street corners. */
const cornerShare = 0.7;
/** Metres between the middle of the street and the pole or the wall. */
const kerb = { nearest: 5, furthest: 9 };

/**
 * Gives places of a district one after the other, each corner before any comes twice. Every place lies in the district
 * asked for: where a street parts two, the pole stands on its side.
 */
export function placesIn(
  codes: readonly string[],
  districtAt: DistrictAt,
  streets: readonly StreetLine[],
  random: SeededRandom,
): (code: string) => Place {
  const corners = spotsByDistrict(codes, districtAt, cornersOf(streets));
  const doors = spotsByDistrict(codes, districtAt, doorsOf(streets));
  const next = new Map(
    codes.map((code) => [
      code,
      {
        corner: inTurn(present(corners.get(code)), random),
        door: inTurn(present(doors.get(code)), random),
      },
    ]),
  );
  return (code) => {
    const spots = next.get(code);
    if (!spots) throw new RangeError(`No district ${code}.`);
    for (;;) {
      const { at, ...words } = random.chance(cornerShare) ? spots.corner() : spots.door();
      const bearing = random.integer(0, 359);
      const position = behind(at, bearing, random.between(kerb.nearest, kerb.furthest));
      if (districtAt(...position) === code) return { position, bearing, ...words };
    }
  };
}

/** The pole stands behind what the camera sees. */
function behind([east, north]: Point, bearing: number, distance: number): Position {
  const angle = (bearing * Math.PI) / 180;
  return positionOf([east - distance * Math.sin(angle), north - distance * Math.cos(angle)]);
}

function inTurn(spots: readonly Spot[], random: SeededRandom): () => Spot {
  const order = random.shuffle(spots);
  let index = -1;
  return () => {
    index = (index + 1) % order.length;
    const spot = order[index];
    if (!spot) throw new RangeError("A district without streets has no place for a camera.");
    return spot;
  };
}

/** The spots of which at least one side lies in the district. */
function spotsByDistrict(
  codes: readonly string[],
  districtAt: DistrictAt,
  spots: readonly Spot[],
): Map<string, Spot[]> {
  const around = spots.map(({ at }) =>
    [0, 60, 120, 180, 240, 300].map((bearing) => districtAt(...behind(at, bearing, kerb.nearest))),
  );
  return new Map(
    codes.map((code) => [code, spots.filter((_, index) => around[index]?.includes(code))]),
  );
}

function cornersOf(streets: readonly StreetLine[]): Spot[] {
  return findCorners(streets).map(({ at, streets: [one, other] }) => ({
    at,
    label: `Angle ${one} – ${other}`,
  }));
}

/** One door in the middle of each straight piece of a street. */
function doorsOf(streets: readonly StreetLine[]): Spot[] {
  return streets.flatMap(({ name, points }) =>
    pieces(points).map(([start, end], index) => ({
      at: [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const,
      label: name,
      address: `${6 + 14 * index + (index % 2)} ${name}`,
    })),
  );
}
