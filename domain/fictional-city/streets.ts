import { present } from "#domain/presence/present.ts";
import { arc, type Plan, type Point, type Position, positionOf } from "./plan.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { avenueNames, boulevardNames, laneNames } from "./street-names.ts";

/** A street of the invented city. Its line is drawn on the map where no map of the world could be. */
export type Street = { name: string; line: readonly Position[] };

/** The same street in local metres, as cameras are put along it. */
export type StreetLine = { name: string; points: readonly Point[] };

/** Lanes of each of the two directions of a district's grid: old town, five inner districts, six outer ones. */
const lanesOfDistrict = [
  [7, 7],
  ...Array.from({ length: 5 }, () => [4, 5] as const),
  ...Array.from({ length: 6 }, () => [5, 5] as const),
] as const;
const boulevardsOfRing = [4, 6] as const;
/** A lane never bends further from its chord, metres. */
const sway = 14;

/**
 * Draws 140 streets: boulevards round the two inner rings, avenues along the sides of the districts, and in each
 * district a grid of lanes turned its own way.
 */
export function drawStreets(plan: Plan, random: SeededRandom): StreetLine[] {
  const names = random.shuffle(laneNames);
  const lanes = plan.districts.flatMap((outline, district) =>
    lanesOf(outline, present(lanesOfDistrict[district]), random),
  );
  return [
    ...named(boulevardNames, boulevards(plan)),
    ...named(avenueNames, avenues(plan)),
    ...named(names, lanes),
  ];
}

export function streetOf({ name, points }: StreetLine): Street {
  return { name, line: points.map(positionOf) };
}

function named(names: readonly string[], lines: readonly (readonly Point[])[]): StreetLine[] {
  return lines.map((points, index) => ({ name: present(names[index]), points }));
}

function boulevards(plan: Plan): Point[][] {
  return boulevardsOfRing.flatMap((parts, index) => {
    const ring = present(plan.rings[index]);
    const length = ring.length / parts;
    return Array.from({ length: parts }, (_, part) =>
      arc(ring, part * length, (part + 1) * length),
    );
  });
}

function avenues({ rings, innerStarts, outerStarts }: Plan): Point[][] {
  const between = (starts: readonly number[], from: number, to: number) =>
    starts.map((node) => [from, to].flatMap((ring) => arc(present(rings[ring]), node, node)));
  return [...between(innerStarts, 0, 1), ...between(outerStarts, 1, 2)];
}

function lanesOf(
  outline: readonly Point[],
  [along, across]: readonly [number, number],
  random: SeededRandom,
): Point[][] {
  const turn = random.between(0, Math.PI / 2);
  return [
    ...parallels(outline, turn, along, random),
    ...parallels(outline, turn + Math.PI / 2 + random.between(-0.1, 0.1), across, random),
  ];
}

/** Lines of one direction, unevenly spaced, each cut to the longest stretch that lies in the outline. */
function parallels(
  outline: readonly Point[],
  direction: number,
  count: number,
  random: SeededRandom,
): Point[][] {
  const [along, across] = [unit(direction), unit(direction + Math.PI / 2)];
  const offsets = outline.map((point) => dot(point, across));
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)];
  return Array.from({ length: count }, (_, index) => {
    const offset = low + ((high - low) * (index + random.between(0.3, 0.7))) / count;
    const [from, to] = longestStretch(outline, along, across, offset);
    const bend = random.between(-sway, sway);
    return [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const shift = offset + bend * Math.sin(share * 2 * Math.PI);
      const reach = from + share * (to - from);
      return [along[0] * reach + across[0] * shift, along[1] * reach + across[1] * shift] as const;
    });
  });
}

function longestStretch(
  outline: readonly Point[],
  along: Point,
  across: Point,
  offset: number,
): readonly [number, number] {
  const crossings = outline
    .flatMap((start, index) => {
      const end = present(outline[(index + 1) % outline.length]);
      const [a, b] = [dot(start, across) - offset, dot(end, across) - offset];
      if (a < 0 === b < 0) return [];
      const share = a / (a - b);
      return [dot(start, along) * (1 - share) + dot(end, along) * share];
    })
    .sort((a, b) => a - b);
  let best: readonly [number, number] = [0, 0];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const stretch = [present(crossings[index]), present(crossings[index + 1])] as const;
    if (stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  return best;
}

function unit(angle: number): Point {
  return [Math.cos(angle), Math.sin(angle)];
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1];
}
