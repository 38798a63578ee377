import { metresBetween } from "#domain/territory/distance.ts";
import { foldStreet } from "./fold-street.ts";
import type { RawRow } from "./importer.ts";
import { rowCells } from "./row-cells.ts";

export type CrossingPoint = { longitude: number; latitude: number };

/** A table of street crossings, asked by folded street names (see foldStreet). */
export type StreetCrossings = {
  isKnown: (street: string) => boolean;
  /** Where two streets meet: several points for two long streets that meet twice. */
  between: (one: string, other: string) => readonly CrossingPoint[];
  /** Every crossing of a street. */
  along: (street: string) => readonly CrossingPoint[];
};

/** Crossings nearer than this are one crossing written twice. */
const samePointMetres = 1;

/** Reads rows nom1, nom2, lon, lat (degrees). A row without two names and a point says nothing and is passed over. */
export function readStreetCrossings(rows: readonly RawRow[]): StreetCrossings {
  const pairs = new Map<string, CrossingPoint[]>();
  const streets = new Map<string, CrossingPoint[]>();
  for (const row of rows) {
    const cells = rowCells(row);
    const names = [cells.text("nom1"), cells.text("nom2")].map((name = "") => foldStreet(name));
    const [one = "", other = ""] = names;
    const longitude = cells.number("lon");
    const latitude = cells.number("lat");
    if (one === "" || other === "" || longitude === undefined || latitude === undefined) continue;
    const point = { longitude, latitude };
    addPoint(pairs, pairKey(one, other), point);
    addPoint(streets, one, point);
    addPoint(streets, other, point);
  }
  return {
    isKnown: (street) => streets.has(street),
    between: (one, other) => pairs.get(pairKey(one, other)) ?? [],
    along: (street) => streets.get(street) ?? [],
  };
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

function addPoint(into: Map<string, CrossingPoint[]>, key: string, point: CrossingPoint): void {
  const points = into.get(key);
  if (!points) into.set(key, [point]);
  else if (points.every((known) => metresBetween(known, point) > samePointMetres))
    points.push(point);
}

/** The greatest distance between two of the points, in metres; 0 for one point or none. */
export function spreadMetres(points: readonly CrossingPoint[]): number {
  let widest = 0;
  for (const [rank, point] of points.entries()) {
    for (const other of points.slice(rank + 1))
      widest = Math.max(widest, metresBetween(point, other));
  }
  return widest;
}

/** Arithmetic mean of points of one city, in degrees; undefined for none. */
export function meanPoint(points: readonly CrossingPoint[]): CrossingPoint | undefined {
  if (points.length === 0) return undefined;
  let longitude = 0;
  let latitude = 0;
  for (const point of points) {
    longitude += point.longitude / points.length;
    latitude += point.latitude / points.length;
  }
  return { longitude, latitude };
}
