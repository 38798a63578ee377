import { foldStreet } from "./fold-street.ts";
import {
  type CrossingPoint,
  meanPoint,
  type StreetCrossings,
  spreadMetres,
} from "./street-crossings.ts";

/** Where a list of street names puts something, or why it puts it nowhere. */
export type StreetLocation =
  | { kind: "located"; method: "crossing" | "street"; point: CrossingPoint }
  | {
      kind: "not-located";
      reason:
        | "ambiguous-crossing"
        | "streets-do-not-cross"
        | "no-crossing-given"
        | "unknown-street";
    };

/** Several crossings of the same two streets nearer than this are one crossroads: its middle is taken. */
const crossroadsMetres = 60;
/** A street whose crossings all stand this near one another is a place on a map of a city; a longer one is not. */
const shortStreetMetres = 150;

/**
 * Locates by the first two of the streets that cross. Where they cross more than once, the middle of one crossroads is
 * taken, or the only crossroads that `isNear` accepts; otherwise nothing. A street alone locates only when it is short
 * and has two crossings at least. No point is invented: a name that the table does not know locates nothing.
 */
export function locateByStreets(
  names: readonly string[],
  crossings: StreetCrossings,
  isNear: (point: CrossingPoint) => boolean,
): StreetLocation {
  const streets = [...new Set(names.map(foldStreet))].filter((street) => street !== "");
  const known = streets.filter(crossings.isKnown);
  const met = firstMeeting(known, crossings);
  if (met) {
    const point = crossroads(met) ?? crossroads(met.filter(isNear));
    return point
      ? { kind: "located", method: "crossing", point }
      : { kind: "not-located", reason: "ambiguous-crossing" };
  }
  const [only, second] = known;
  if (only === undefined) return { kind: "not-located", reason: "unknown-street" };
  if (second !== undefined) return { kind: "not-located", reason: "streets-do-not-cross" };
  const along = crossings.along(only);
  const middle = spreadMetres(along) <= shortStreetMetres ? meanPoint(along) : undefined;
  if (middle && along.length > 1) return { kind: "located", method: "street", point: middle };
  const reason = streets.length > 1 ? "unknown-street" : "no-crossing-given";
  return { kind: "not-located", reason };
}

function firstMeeting(
  streets: readonly string[],
  crossings: StreetCrossings,
): readonly CrossingPoint[] | undefined {
  for (const [rank, one] of streets.entries()) {
    for (const other of streets.slice(rank + 1)) {
      const points = crossings.between(one, other);
      if (points.length > 0) return points;
    }
  }
  return undefined;
}

function crossroads(points: readonly CrossingPoint[]): CrossingPoint | undefined {
  return spreadMetres(points) <= crossroadsMetres ? meanPoint(points) : undefined;
}
