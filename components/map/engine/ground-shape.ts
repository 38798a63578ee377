/** Outlines projected once on the server, small enough to travel as text and drawn by SVG and canvas alike. */
export type GroundShape = {
  kind: "district" | "boundary";
  code: string;
  name: string;
  /** SVG path in ground units from the corner of the ground. */
  path: string;
  /** Where the name is written, in ground units. */
  label: readonly [number, number];
};

export type Ground = {
  /** North-west corner and size, in ground units: 2^-26 of the world, about 0.6 m at the equator. */
  left: number;
  top: number;
  width: number;
  height: number;
  shapes: readonly GroundShape[];
};

/** World units (2^30 across) in one ground unit. */
export const worldPerGround = 16;
