import { type Plot, tickWords, verticalGrid } from "./axes.ts";
import type { Anchor, DrawOptions, RangeDots } from "./chart-spec.ts";
import type { FormBody } from "./form-body.ts";
import { drawable, linearScale, logScale, type Scale } from "./scales.ts";
import {
  element,
  hint,
  LINE,
  line,
  type Pen,
  paperBehind,
  px,
  shapeOf,
  text,
} from "./svg-marks.ts";
import { fitText, textWidth, wrapText } from "./svg-text.ts";

type Row = RangeDots["rows"][number];
/** One row, laid out: `y` is the height of its mark. */
type Placed = { row: Row; y: number; lines: string[]; x: number };

/** From here up, labels stand in a column of their own; below, above their mark. */
const WIDE = 560;
const AXIS = 28;
const BAR = 10;
const ARROW = 46;

export function drawRangeDots(spec: RangeDots, pen: Pen, options: DrawOptions): FormBody {
  const isWide = options.width >= WIDE;
  const labelWidth = isWide ? labelColumn(spec.rows, options.width) : options.width;
  const lines = spec.rows.map((row) => wrapText(row.label, labelWidth - (isWide ? 16 : 0), 2));
  const most = Math.max(...lines.map((label) => label.length), 1);
  const least = isWide ? Math.max(most * LINE + 14, 38) : most * LINE + 36;
  const top = spec.reference ? 22 : 4;
  const spare = (options.height ?? 0) - top - AXIS;
  const rowHeight = Math.max(least, spare / Math.max(spec.rows.length, 1));
  const bottom = top + rowHeight * Math.max(spec.rows.length, 1);
  const plot: Plot = { left: isWide ? labelWidth : 8, right: options.width - 6, top, bottom };
  const scale = roomyScale(spec, plot);
  const placed = spec.rows.map((row, index) => {
    const start = top + index * rowHeight;
    const y = isWide ? start + rowHeight / 2 : start + rowHeight / 2 + (most * LINE) / 2;
    return { row, y, lines: lines[index] ?? [], x: scale.at(drawable(row.value) ?? row.low ?? 0) };
  });
  const body = [
    verticalGrid(pen, plot, scale, tickWords(spec.axis, scale.ticks)),
    spec.reference ? referenceLine(pen, spec.reference, plot, scale) : "",
    ...placed.map((place) => label(pen, place, isWide) + drawRow(pen, place, scale, plot)),
  ].join("");
  const anchors = placed.map(anchorOf);
  return { body, height: bottom + AXIS, anchors, along: "y", namesSeries: true };
}

function labelColumn(rows: readonly Row[], width: number): number {
  const widest = Math.max(...rows.map((row) => textWidth(row.label)), 0) + 18;
  return Math.min(Math.max(widest, width * 0.16), width * 0.36);
}

/** The scale of the whole plot, or of as much of it as leaves every row's words room at one side of their mark. */
function roomyScale(spec: RangeDots, plot: Plot): Scale {
  const width = plot.right - plot.left;
  for (let margin = 0; margin < width * 0.65; margin += width / 20) {
    const scale = scaleOf(spec, { ...plot, right: plot.right - margin });
    const fits = spec.rows.every((row) => {
      const needed = textWidth(row.words) + 12;
      const [start, end] = endsOf(row, scale);
      return needed <= plot.right + 4 - end || needed <= start - plot.left;
    });
    if (fits) return scale;
  }
  return scaleOf(spec, plot);
}

/** Where the mark of a row begins and ends. */
function endsOf(row: Row, scale: Scale): [number, number] {
  const value = drawable(row.value);
  const [low, high] = [drawable(row.low), drawable(row.high)];
  const start = scale.at(low ?? value ?? scale.domain[0]);
  const end = isOpen(row) ? scale.at(low ?? 0) + ARROW - 10 : scale.at(high ?? value ?? start);
  return [start, end];
}

/** Bounds and points; room is kept at the right for an open arrow. */
function scaleOf(spec: RangeDots, plot: Plot): Scale {
  const values = spec.rows.flatMap((row) => [row.value, row.low, row.high]);
  const all = spec.reference ? [...values, spec.reference.value] : values;
  const hasArrow = spec.rows.some((row) => isOpen(row));
  const range = [plot.left, plot.right - (hasArrow ? ARROW : 0)] as const;
  const count = Math.max(Math.floor((plot.right - plot.left) / 90), 2);
  return spec.axis.scale === "log"
    ? logScale(all, range, count + 1)
    : linearScale(all, range, { count });
}

function isOpen(row: Row): boolean {
  return row.low !== undefined && row.high === undefined && row.value === undefined;
}

function label(pen: Pen, { y, lines }: Placed, isWide: boolean): string {
  const first = isWide
    ? y + 4.5 - ((lines.length - 1) * LINE) / 2
    : y - 16 - (lines.length - 1) * LINE;
  return lines
    .map((words, index) => {
      const base = first + index * LINE;
      const strip = { x: 0, y: base, width: textWidth(words) + 4 };
      return (
        (isWide ? "" : paperBehind(pen, strip)) + text(0, base, words, { fill: pen.palette.ink })
      );
    })
    .join("");
}

function referenceLine(
  pen: Pen,
  reference: { value: number; words: string },
  plot: Plot,
  scale: Scale,
): string {
  const x = scale.at(reference.value);
  const words = fitText(reference.words, plot.right - plot.left);
  const half = textWidth(words) / 2;
  const centre = Math.min(Math.max(x, half), plot.right - half);
  const { ink } = pen.palette;
  return (
    line([x, plot.top - 4], [x, plot.bottom], { stroke: ink, "stroke-dasharray": "2 3" }) +
    text(centre, plot.top - 9, words, { anchor: "middle", fill: ink })
  );
}

function drawRow(pen: Pen, place: Placed, scale: Scale, plot: Plot): string {
  const { row, y } = place;
  const role = row.role ?? "data-1";
  const colour = pen.palette[role];
  const title = hint(row.label, row.words);
  const value = drawable(row.value);
  const [low, high] = [drawable(row.low), drawable(row.high)];
  if (value === undefined && low === undefined && high === undefined)
    return silent(pen, place, plot);
  const [from, to] = endsOf(row, scale);
  const drawn = isOpen(row)
    ? arrow(pen, colour, from, to, y, title)
    : element(
        "rect",
        {
          x: from,
          y: y - BAR / 2,
          width: Math.max(to - from, 1),
          height: BAR,
          fill: colour,
          "fill-opacity": "0.3",
        },
        title,
      );
  const dot =
    value === undefined
      ? ""
      : element(
          "path",
          { d: shapeOf(role, scale.at(value), y, 5), fill: colour, stroke: pen.palette.paper },
          title,
        );
  // A point without interval is as wide as its mark.
  const gap = from === to ? 10 : 6;
  return drawn + dot + valueWords(pen, row.words, [from - gap, to + gap], y, plot);
}

/** Only the least is known: a stop at the bound, and a line that goes on. */
function arrow(
  pen: Pen,
  colour: string,
  from: number,
  to: number,
  y: number,
  title: string,
): string {
  const stop = line([from, y - 7], [from, y + 7], { stroke: colour, "stroke-width": "2.5" });
  const shaft = line([from, y], [to - 3, y], {
    stroke: colour,
    "stroke-width": "2.5",
    "stroke-dasharray": "5 3",
  });
  const head = element("path", {
    d: `M${px(to - 7)} ${px(y - 6)}L${px(to)} ${px(y)}L${px(to - 7)} ${px(y + 6)}`,
    fill: "none",
    stroke: colour,
    "stroke-width": "2.5",
  });
  return element("g", { stroke: pen.palette.ink }, title + stop + shaft + head);
}

/** At the right of the mark where there is room, else at its left. */
function valueWords(
  pen: Pen,
  words: string,
  [start, end]: readonly [number, number],
  y: number,
  plot: Plot,
): string {
  const right = plot.right + 4 - end;
  const atRight = textWidth(words) <= right || right >= start - plot.left;
  const shown = fitText(words, Math.max(atRight ? right : start - plot.left, 24));
  const width = textWidth(shown) + 4;
  const strip = { x: atRight ? end - 2 : start - width + 2, y: y + 4.5, width };
  return (
    paperBehind(pen, strip) +
    text(atRight ? end : start, y + 4.5, shown, {
      anchor: atRight ? "start" : "end",
      weight: 700,
      fill: pen.palette.ink,
    })
  );
}

function silent(pen: Pen, { row, y }: Placed, plot: Plot): string {
  const words = fitText(row.words, plot.right - plot.left - 20);
  const box = { x: plot.left + 2, y: y - 10, width: textWidth(words) + 14, height: 20 };
  return (
    element(
      "rect",
      { ...box, fill: pen.palette.paper, stroke: pen.palette.signal, "stroke-dasharray": "3 2.5" },
      hint(row.label, row.words),
    ) + text(box.x + 7, y + 4.5, words, { fill: pen.palette.signal })
  );
}

function anchorOf({ row, x, y }: Placed): Anchor {
  return { x: Number(px(x)), y: Number(px(y)), title: row.label, lines: [{ words: row.words }] };
}
