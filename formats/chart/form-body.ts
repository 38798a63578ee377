import type { Anchor } from "./chart-spec.ts";

/** The inside of a drawing, before it is framed. */
export type FormBody = {
  body: string;
  height: number;
  anchors: readonly Anchor[];
  along: "x" | "y";
  namesSeries: boolean;
};
