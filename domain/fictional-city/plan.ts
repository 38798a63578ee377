import { present } from "#domain/presence/present.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Metres east and north of the centre of the city. */
export type Point = readonly [east: number, north: number];
/** WGS 84, degrees, longitude first. */
export type Position = readonly [longitude: number, latitude: number];

/**
 * Where the city is drawn: open ocean, some 250 km from the nearest shore of the Bay of Biscay, so that nobody takes it for a
 * real one and no real map shows under it.
 */
export const centre: Position = [-8.5, 46];

const metresPerDegree = 111_195;
const metresPerLongitude = metresPerDegree * Math.cos((centre[1] * Math.PI) / 180);

/** Local plan to WGS 84, rounded to 0.000001° (0.1 m): neighbours that share a point share its digits. */
export function positionOf([east, north]: Point): Position {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [round(centre[0] + east / metresPerLongitude), round(centre[1] + north / metresPerDegree)];
}

/** Nodes around each ring: every 5°. */
const nodes = 72;
/** Mean distance of the three rings from the centre, metres: old town, inner suburbs, edge of the city. */
const radii = [600, 1650, 2950] as const;
/** First node of each inner and outer sector; the seed moves them by at most one. */
const innerStarts = [0, 15, 29, 43, 58];
const outerStarts = [6, 18, 30, 41, 54, 65];

/** The skeleton on which districts and streets are drawn, in local metres. */
export type Plan = {
  /** Three closed curves, nodes in order from the east, anticlockwise; the first node is not repeated. */
  rings: readonly (readonly Point[])[];
  /** Nodes at which an avenue parts two sectors. */
  innerStarts: readonly number[];
  outerStarts: readonly number[];
  /** Outlines of the twelve districts: the centre, five inner sectors, six outer ones. */
  districts: readonly (readonly Point[])[];
};

/**
 * Draws rings that are not circles and cuts them into twelve districts that tile the city: neighbours share every node
 * of their common side, so that nothing overlaps and nothing is left over.
 */
export function drawPlan(random: SeededRandom): Plan {
  const waves = [2, 3, 5].map((turns) => ({
    turns,
    size: random.between(0.02, 0.12 / turns),
    phase: random.between(0, 2 * Math.PI),
  }));
  const rings = radii.map((radius) => ringOf(radius, waves, random));
  const [oldTown, middle, edge] = rings as [Point[], Point[], Point[]];
  const inner = innerStarts.map((node) => node + random.integer(0, 1));
  const outer = outerStarts.map((node) => node + random.integer(-1, 1));
  return {
    rings,
    innerStarts: inner,
    outerStarts: outer,
    districts: [oldTown, ...sectors(inner, oldTown, middle), ...sectors(outer, middle, edge)],
  };
}

type Wave = { turns: number; size: number; phase: number };

function ringOf(radius: number, waves: readonly Wave[], random: SeededRandom): Point[] {
  return Array.from({ length: nodes }, (_, node) => {
    const angle = (2 * Math.PI * node) / nodes;
    const swell = waves.reduce((sum, w) => sum + w.size * Math.cos(w.turns * angle + w.phase), 1);
    const distance = radius * swell * random.between(0.99, 1.01);
    return [distance * Math.cos(angle), distance * Math.sin(angle)] as const;
  });
}

/** Areas between two rings: out along the inner ring backwards, round the outer ring forwards. */
function sectors(
  starts: readonly number[],
  inside: readonly Point[],
  outside: readonly Point[],
): Point[][] {
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? present(starts[0]) + nodes;
    return [...arc(outside, start, next), ...arc(inside, start, next).reverse()];
  });
}

/** Nodes of a ring from one to another, both included, going on past the first node. */
export function arc(ring: readonly Point[], from: number, to: number): Point[] {
  return Array.from({ length: to - from + 1 }, (_, step) => {
    const node = ring[(from + step) % ring.length];
    if (!node) throw new RangeError("A ring without nodes has no arc.");
    return node;
  });
}

/** The ring as GeoJSON wants it: anticlockwise, first position repeated at the end. */
export function closedRing(points: readonly Point[]): Position[] {
  const positions = points.map(positionOf);
  const [first] = positions;
  return first ? [...positions, first] : [];
}
