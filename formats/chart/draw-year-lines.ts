import { horizontalGrid, type Plot, tickWords, widthOfTicks, wordsBelow } from "./axes.ts";
import type { Anchor, DrawOptions, YearLines } from "./chart-spec.ts";
import type { FormBody } from "./form-body.ts";
import { drawGaps } from "./line-gaps.ts";
import { drawMarks, placeMarks } from "./line-marks.ts";
import { spreadApart } from "./place-labels.ts";
import { drawable, linearScale, logScale, type Scale } from "./scales.ts";
import { dashOf, element, hint, LINE, line, type Pen, px, shapeOf, text } from "./svg-marks.ts";
import { textWidth } from "./svg-text.ts";

type Series = YearLines["series"][number];
type Spot = { index: number; x: number; y: number; low: number; high: number };

export function drawYearLines(spec: YearLines, pen: Pen, options: DrawOptions): FormBody {
  const { width } = options;
  const height = Math.max(options.height ?? Math.round(width * 0.28 + 130), 200);
  const plot: Plot = { left: 0, right: width, top: 10, bottom: height - 26 };
  plot.left = widthOfTicks(wordsOfValues(spec, plot).words);
  const labelRoom = endLabelRoom(spec.series, width);
  plot.right = width - Math.max(labelRoom, 8);
  const band = (plot.right - plot.left) / Math.max(spec.steps.length, 1);
  const at = (index: number) => plot.left + band * (index + 0.5);
  const marks = placeMarks(spec.marks ?? [], plot, at);
  plot.top = 10 + marks.rows * LINE;
  const { scale, words } = wordsOfValues(spec, plot);
  plot.left = Math.max(plot.left, widthOfTicks(words));
  const lines = spec.series.map((series) => ({ series, spots: spotsOf(series, at, scale) }));
  const body = [
    horizontalGrid(pen, plot, scale, words),
    drawGaps(spec, pen, plot, band),
    ...lines.map(({ series, spots }) => drawBand(pen, series, spots)),
    drawMarks(marks.placed, pen, plot),
    ...lines.map(({ series, spots }) => drawLine(spec, pen, series, spots)),
    ...(labelRoom > 0 ? endLabels(pen, lines, plot) : []),
    wordsBelow(
      pen,
      plot.bottom + 19,
      spec.steps.map((word, index) => ({ x: at(index), word })),
      width / 3,
    ),
  ].join("");
  const anchors = spec.steps.map((_, index) => anchorOf(spec, index, at(index), scale));
  const namesSeries = labelRoom > 0 || spec.series.length < 2;
  return { body, height, anchors, along: "x", namesSeries };
}

function wordsOfValues(spec: YearLines, plot: Plot): { scale: Scale; words: string[] } {
  const scale = valueScale(spec, [plot.bottom, plot.top]);
  return { scale, words: tickWords(spec.axis, scale.ticks) };
}

function valueScale(spec: YearLines, range: readonly [number, number]): Scale {
  const values = spec.series.flatMap(({ points }) =>
    points.flatMap((point) => [point.value, point.low, point.high]),
  );
  if (spec.axis.scale === "log") return logScale(values, range, 5);
  return linearScale(values, range, {
    count: range[0] > 280 ? 5 : 4,
    fromZero: spec.fromZero ?? true,
  });
}

/** Room at the right for the names of the series; 0 when they would take too much, or there is but one. */
function endLabelRoom(series: readonly Series[], width: number): number {
  if (series.length < 2) return 0;
  const widest = Math.max(...series.map(({ label }) => textWidth(label)));
  return widest + 16 <= width * 0.3 ? widest + 16 : 0;
}

function spotsOf(series: Series, at: (index: number) => number, scale: Scale): Spot[] {
  return series.points.flatMap((point, index) => {
    const value = drawable(point.value);
    if (value === undefined) return [];
    const ends = [drawable(point.low) ?? value, drawable(point.high) ?? value].map(scale.at);
    const [low, high] = [Math.max(...ends), Math.min(...ends)];
    return [{ index, x: at(index), y: scale.at(value), low, high }];
  });
}

/** Runs of neighbouring points: what lies between two runs is a gap and is not joined. */
function runsOf(spots: readonly Spot[]): Spot[][] {
  const runs: Spot[][] = [];
  for (const spot of spots) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === spot.index - 1) run.push(spot);
    else runs.push([spot]);
  }
  return runs;
}

function drawBand(pen: Pen, { role }: Series, spots: readonly Spot[]): string {
  const look = { fill: pen.palette[role], "fill-opacity": "0.17" };
  return runsOf(spots)
    .map((run) => {
      const [only] = run;
      if (run.length === 1 && only) {
        if (only.low === only.high) return "";
        return element("rect", {
          x: only.x - 5,
          y: only.high,
          width: 10,
          height: only.low - only.high,
          ...look,
        });
      }
      if (run.every(({ low, high }) => low === high)) return "";
      const above = run.map(({ x, high }) => `${px(x)} ${px(high)}`);
      const below = run.toReversed().map(({ x, low }) => `${px(x)} ${px(low)}`);
      return element("path", { d: `M${[...above, ...below].join("L")}Z`, ...look });
    })
    .join("");
}

function drawLine(spec: YearLines, pen: Pen, series: Series, spots: readonly Spot[]): string {
  const colour = pen.palette[series.role];
  const strokes = runsOf(spots).filter((run) => run.length > 1);
  const path = strokes
    .map((run) => `M${run.map(({ x, y }) => `${px(x)} ${px(y)}`).join("L")}`)
    .join("");
  const stroke = path
    ? element("path", {
        d: path,
        fill: "none",
        stroke: colour,
        "stroke-width": "2.25",
        "stroke-linejoin": "round",
        "stroke-dasharray": dashOf(series.role),
      })
    : "";
  const size = spec.steps.length > 40 ? 2 : 3.6;
  const dots = spots.map(({ index, x, y }) =>
    element(
      "path",
      { d: shapeOf(series.role, x, y, size), fill: colour, stroke: pen.palette.paper },
      hint(spec.steps[index], series.label, series.points[index]?.words),
    ),
  );
  return stroke + dots.join("");
}

/** The name of each series at the end of its line, moved apart where lines end close together. */
function endLabels(
  pen: Pen,
  lines: readonly { series: Series; spots: readonly Spot[] }[],
  plot: Plot,
): string[] {
  const ends = lines.map(({ spots }) => spots.at(-1));
  const wanted = ends.map((spot) => spot?.y ?? plot.bottom);
  const heights = spreadApart(wanted, LINE, plot.top + 4, plot.bottom - 4);
  return lines.map(({ series }, index) => {
    const y = heights[index] ?? plot.bottom;
    const spot = ends[index];
    const far = !spot || Math.abs(spot.y - y) > 6 || plot.right - spot.x > 40;
    const lead =
      spot && far
        ? line([spot.x + 6, spot.y], [plot.right + 8, y], {
            stroke: pen.palette[series.role],
            "stroke-opacity": "0.6",
          })
        : "";
    return (
      lead +
      text(plot.right + 11, y + 4.5, series.label, { weight: 700, fill: pen.palette[series.role] })
    );
  });
}

function anchorOf(spec: YearLines, index: number, x: number, scale: Scale): Anchor {
  const values = spec.series.map(({ points }) => drawable(points[index]?.value));
  const first = values.find((value) => value !== undefined);
  const lines = spec.series.map(({ label, points }) => ({
    label: spec.series.length > 1 ? label : undefined,
    words: points[index]?.words ?? "",
  }));
  const y = scale.at(first ?? scale.domain[0]);
  return { x: Number(px(x)), y: Number(px(y)), title: spec.steps[index] ?? "", lines };
}
