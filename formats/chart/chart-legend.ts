import type { ChartPalette, ChartSpec, SeriesRole, StackedYears } from "./chart-spec.ts";
import {
  dashOf,
  element,
  fillOf,
  line,
  type Pen,
  shapeOf,
  silentBox,
  texturesOf,
} from "./svg-marks.ts";

/** `isSilent`: what the series lacks is drawn as a dashed box, and nothing is drawn in its colour. */
export type LegendEntry = { label: string; role: SeriesRole; isSilent?: true };

const SIZE = 14;

/** The series of a chart, in the order in which they are drawn; empty where rows or points carry their own names. */
export function legendOf(spec: ChartSpec): LegendEntry[] {
  if (spec.form === "stacked-years") return spec.parts.flatMap((_, index) => partOf(spec, index));
  if (spec.form !== "year-lines" || spec.series.length < 2) return [];
  return spec.series.map(({ label, role }) => ({ label, role }));
}

/** A part as it is drawn; none where no year has anything of it. */
function partOf({ parts, years }: StackedYears, index: number): LegendEntry[] {
  const part = parts[index];
  const amounts = years.map((year) => year.amounts[index]).filter((amount) => amount !== undefined);
  if (!part) return [];
  const { label, role } = part;
  if (amounts.some((amount) => "value" in amount && amount.value !== 0)) return [{ label, role }];
  const isSilent = amounts.some((amount) => "silence" in amount && !amount.isCountedElsewhere);
  return isSilent ? [{ label, role, isSilent }] : [];
}

/** The mark of a series as the chart draws it: texture of a surface, or dashes and shape of a line. */
export function legendMark(spec: ChartSpec, { role, isSilent }: LegendEntry, pen: Pen): string {
  if (isSilent) return silentBox(pen, { x: 0, y: 1, width: 12, height: 12 }, "");
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
  entry: LegendEntry,
  { palette, id }: { palette: ChartPalette; id: string },
): string {
  const pen = { palette, id };
  const mark = legendMark(spec, entry, pen);
  const width = legendMarkWidth(spec);
  return element(
    "svg",
    { width, height: SIZE, viewBox: `0 0 ${width} ${SIZE}`, "aria-hidden": "true" },
    texturesOf(pen, mark) + mark,
  );
}
