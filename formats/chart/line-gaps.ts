import type { Plot } from "./axes.ts";
import type { YearLines } from "./chart-spec.ts";
import { drawable } from "./scales.ts";
import { element, hint, type Pen, text } from "./svg-marks.ts";
import { fitText, textWidth } from "./svg-text.ts";

type Gap = { word: string; from: number; to: number; label: string };

/** Steps without a value, neighbours with the same word together. */
function gapsOf(series: YearLines["series"][number], steps: number): Gap[] {
  const gaps: Gap[] = [];
  for (let index = 0; index < steps; index += 1) {
    const point = series.points[index];
    if (drawable(point?.value) !== undefined) continue;
    const word = point?.words ?? "";
    const last = gaps.at(-1);
    if (last && last.to === index - 1 && last.word === word) last.to = index;
    else gaps.push({ word, from: index, to: index, label: series.label });
  }
  return gaps;
}

/**
 * Dashed boxes where there is no value, with their word: the height of the plot when there is one series, a row at its
 * foot for each series when there are several.
 */
export function drawGaps(spec: YearLines, pen: Pen, plot: Plot, band: number): string {
  const single = spec.series.length === 1;
  const withGaps = spec.series
    .map((series) => ({ series, gaps: gapsOf(series, spec.steps.length) }))
    .filter(({ gaps }) => gaps.length > 0);
  return withGaps
    .flatMap(({ series, gaps }, row) =>
      gaps.map((gap) => {
        const across = {
          x: plot.left + gap.from * band + 2,
          width: Math.max((gap.to - gap.from + 1) * band - 4, 2),
        };
        const box = single
          ? { ...across, y: plot.top, height: plot.bottom - plot.top }
          : { ...across, y: plot.bottom - row * 20 - 19, height: 17 };
        const stroke = single ? pen.palette.signal : pen.palette[series.role];
        return drawGap(pen, gap, { box, plot }, stroke, hint(...gapHint(spec, gap, single)));
      }),
    )
    .join("");
}

function gapHint(spec: YearLines, gap: Gap, single: boolean): (string | undefined)[] {
  const ends = [...new Set([spec.steps[gap.from], spec.steps[gap.to]])].join(" – ");
  return [single ? undefined : gap.label, ends, gap.word];
}

type Box = { x: number; y: number; width: number; height: number };

function drawGap(
  pen: Pen,
  gap: Gap,
  { box, plot }: { box: Box; plot: Plot },
  stroke: string,
  title: string,
): string {
  const { signal: fill } = pen.palette;
  const look = { fill, "fill-opacity": "0.05", stroke, "stroke-dasharray": "3 2.5" };
  return element("rect", { ...box, ...look }, title) + gapWords(pen, gap.word, box, plot);
}

/** Across the box, else along it, else beside it, else left to the hint and the table. */
function gapWords(pen: Pen, word: string, box: Box, plot: Plot): string {
  const look = { anchor: "middle", fill: pen.palette.signal } as const;
  const middle = box.x + box.width / 2;
  if (textWidth(word) + 6 <= box.width) {
    const y = box.height > 40 ? box.y + 22 : box.y + box.height / 2 + 4.5;
    return text(middle, y, word, look);
  }
  if (box.height < 60) return wordsBeside(pen, word, box, plot);
  if (box.width < 14) return "";
  const centre = box.y + box.height / 2;
  return text(middle + 4.5, centre, fitText(word, box.height - 10), { ...look, turn: -90 });
}

function wordsBeside(pen: Pen, word: string, box: Box, plot: Plot): string {
  const look = { fill: pen.palette.signal, halo: pen.palette.paper };
  const y = box.y + box.height / 2 + 4.5;
  const room = textWidth(word) + 6;
  if (box.x + box.width + room <= plot.right) return text(box.x + box.width + 5, y, word, look);
  if (box.x - room >= plot.left) return text(box.x - 5, y, word, { ...look, anchor: "end" });
  const words = fitText(word, plot.right - plot.left);
  const half = textWidth(words) / 2;
  const middle = box.x + box.width / 2;
  const centre = Math.min(Math.max(middle, plot.left + half), plot.right - half);
  return text(centre, box.y - 5, words, { ...look, anchor: "middle" });
}
