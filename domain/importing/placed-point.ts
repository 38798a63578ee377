/** A point in degrees (WGS 84), or why a pair of coordinates is not one. */
export type PlacedPoint =
  | { kind: "inside" | "outside"; longitude: number; latitude: number }
  | { kind: "unusable"; reason: PlacementProblem; hint?: string };

/**
 * `null-island`: 0, 0, which is how software writes "nothing". `swapped-axes`: the point falls outside the city and its
 * mirror image inside. `out-of-range`: no known coordinate system gives such numbers here.
 */
export type PlacementProblem = "null-island" | "swapped-axes" | "out-of-range";
