import type { Plot } from "./axes.ts";
import type { YearLines } from "./chart-spec.ts";
import { freePlace, type LabelBox } from "./place-labels.ts";
import { drawable } from "./scales.ts";
import { LINE, line, type Pen, text } from "./svg-marks.ts";
import { fitText, textWidth } from "./svg-text.ts";

type PlacedMark = { x: number; words: string; label: LabelBox | undefined };

const MOST_ROWS = 3;
/** Baseline of the first row of words. */
const FIRST = 14;

/** Vertical marks and their words above the plot, on as many rows as keep them apart. */
export function placeMarks(
  marks: NonNullable<YearLines["marks"]>,
  plot: Plot,
  at: (index: number) => number,
): { placed: PlacedMark[]; rows: number } {
  const taken: LabelBox[] = [];
  const placed = marks.map((mark) => {
    const x = Math.min(Math.max(at(drawable(mark.at) ?? 0), plot.left), plot.right);
    const words = fitText(mark.words, (plot.right - plot.left) * 0.8);
    const half = textWidth(words) / 2;
    const centre = Math.min(Math.max(x, plot.left + half), plot.right - half);
    const rows = Array.from({ length: MOST_ROWS }, (_, row) => FIRST + row * LINE);
    const label = rows
      .map((y) => freePlace(taken, { x: centre, y, width: 2 * half }, y))
      .find((place) => place !== undefined);
    if (label) taken.push(label);
    return { x, words, label };
  });
  const rows = Math.max(...taken.map(({ y }) => (y - FIRST) / LINE + 1), 0);
  return { placed, rows: Math.round(rows) };
}

export function drawMarks(marks: readonly PlacedMark[], pen: Pen, plot: Plot): string {
  const { ink, paper } = pen.palette;
  return marks
    .map(({ x, words, label }) => {
      const top = label ? label.y + 5 : plot.top;
      const rule = line([x, top], [x, plot.bottom], { stroke: ink, "stroke-dasharray": "2 3" });
      if (!label) return rule;
      return rule + text(label.x, label.y, words, { anchor: "middle", fill: ink, halo: paper });
    })
    .join("");
}
