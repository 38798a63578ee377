import { present } from "#domain/presence/present.ts";
import type { Point } from "./plan.ts";
import type { StreetLine } from "./streets.ts";

/** Where two streets meet, in local metres. */
export type Corner = { at: Point; streets: readonly [string, string] };

/** A street that stops this near another one, metres, meets it. */
const reach = 4;

/** Every place where two streets cross or one ends on the other; at most one per pair of straight pieces. */
export function findCorners(streets: readonly StreetLine[]): Corner[] {
  return streets.flatMap((street, index) =>
    streets.slice(index + 1).flatMap((other) =>
      meetings(street.points, other.points).map((at) => ({
        at,
        streets: [street.name, other.name] as const,
      })),
    ),
  );
}

function meetings(line: readonly Point[], other: readonly Point[]): Point[] {
  const found: Point[] = [];
  for (const [start, end] of pieces(line)) {
    for (const [otherStart, otherEnd] of pieces(other)) {
      const at = crossing(start, end, otherStart, otherEnd);
      const isNew =
        at && found.every((known) => Math.hypot(known[0] - at[0], known[1] - at[1]) > 2 * reach);
      if (at && isNew) found.push(at);
    }
  }
  return found;
}

export function pieces(line: readonly Point[]): (readonly [Point, Point])[] {
  return line.slice(1).map((end, index) => [present(line[index]), end] as const);
}

function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const [u, v] = [
    [b[0] - a[0], b[1] - a[1]],
    [d[0] - c[0], d[1] - c[1]],
  ] as const;
  const area = u[0] * v[1] - u[1] * v[0];
  if (area === 0) return undefined;
  const [x, y] = [c[0] - a[0], c[1] - a[1]];
  const share = (x * v[1] - y * v[0]) / area;
  const otherShare = (x * u[1] - y * u[0]) / area;
  const within = (value: number, length: number) =>
    value >= -reach / length && value <= 1 + reach / length;
  if (!within(share, Math.hypot(...u)) || !within(otherShare, Math.hypot(...v))) return undefined;
  return [a[0] + share * u[0], a[1] + share * u[1]];
}
