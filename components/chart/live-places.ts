import type { RefObject } from "react";

/** What is read at a place of the drawing. */
export type Reading = {
  title: string;
  lines: readonly { label?: string | undefined; words: string }[];
};

/** Where the readings are in one of the drawings, in its own pixels. */
type Places = {
  width: number;
  height: number;
  along: "x" | "y";
  points: readonly (readonly [number, number])[];
};

export type LivePlaces = { wide: Places; narrow: Places };

export type LiveLayerProps = {
  box: RefObject<HTMLDivElement | null>;
  label: string;
  readings: readonly Reading[];
  places: LivePlaces;
};
