import type { ChartPalette, ChartSpec, SeriesRole } from "./chart-spec.ts";
import { dashOf, element, fillOf, line, type Pen, shapeOf, texturesOf } from "./svg-marks.ts";

export type LegendEntry = { label: string; role: SeriesRole };

const SIZE = 14;

/** The series of a chart, in the order in which they are drawn; empty where rows or points carry their own names. */
export function legendOf(spec: ChartSpec): LegendEntry[] {
  if (spec.form === "stacked-years") return spec.parts.map(({ label, role }) => ({ label, role }));
  if (spec.form !== "year-lines" || spec.series.length < 2) return [];
  return spec.series.map(({ label, role }) => ({ label, role }));
}

/** The mark of a series as the chart draws it: texture of a surface, or dashes and shape of a line. */
export function legendMark(spec: ChartSpec, role: SeriesRole, pen: Pen): string {
  if (spec.form !== "year-lines") {
    return element("rect", { x: 0, y: 1, width: 12, height: 12, fill: fillOf(pen, role) });
  }
  const stroke = pen.palette[role];
  return (
    line([0, 7], [24, 7], { stroke, "stroke-width": "2.25", "stroke-dasharray": dashOf(role) }) +
    element("path", { d: shapeOf(role, 12, 7, 3.6), fill: stroke })
  );
}

export function legendMarkWidth(spec: ChartSpec): number {
  return spec.form === "year-lines" ? 24 : 12;
}

/** A legend mark as an image of its own, for a legend written in HTML. */
export function drawLegendMark(
  spec: ChartSpec,
  role: SeriesRole,
  { palette, id }: { palette: ChartPalette; id: string },
): string {
  const pen = { palette, id };
  const mark = legendMark(spec, role, pen);
  const width = legendMarkWidth(spec);
  return element(
    "svg",
    { width, height: SIZE, viewBox: `0 0 ${width} ${SIZE}`, "aria-hidden": "true" },
    texturesOf(pen, mark) + mark,
  );
}
