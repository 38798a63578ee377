import { horizontalGrid, type Plot, tickWords, widthOfTicks, wordsBelow } from "./axes.ts";
import type { Anchor, ChartAmount, DrawOptions, SeriesRole, StackedYears } from "./chart-spec.ts";
import type { FormBody } from "./form-body.ts";
import { freePlace, type LabelBox } from "./place-labels.ts";
import { drawable, linearScale, type Scale } from "./scales.ts";
import { element, fillOf, hint, LINE, line, type Pen, px, silentBox, text } from "./svg-marks.ts";
import { fitText, textWidth } from "./svg-text.ts";

type Year = StackedYears["years"][number];

/** Height of the box of a part whose amount is silent. */
const SILENT = 22;
const SEAM = 1.5;

function amountOf(amount: ChartAmount | undefined): number {
  return amount && "value" in amount ? (drawable(amount.value) ?? 0) : 0;
}

function sumOf(year: Year, sign: 1 | -1): number {
  return year.amounts.reduce((sum, part) => sum + Math.max(sign * amountOf(part), 0), 0) * sign;
}

/** What is missing from the height of a bar. */
function isMissing(part: ChartAmount): part is { silence: string } {
  return "silence" in part && !part.isCountedElsewhere;
}

/** The words of the silences of a year, each once. */
function silencesOf(year: Year): string[] {
  return [...new Set(year.amounts.filter(isMissing).map(({ silence }) => silence))];
}

function isWhollySilent(year: Year): boolean {
  return year.amounts.length > 0 && year.amounts.every(isMissing);
}

/** Height of the boxes above a year's bar. */
function silentHeight(year: Year, plotHeight: number): number {
  if (!isWhollySilent(year)) return SILENT * year.amounts.filter(isMissing).length;
  const word = textWidth(silencesOf(year).join(", "));
  return Math.min(Math.max(plotHeight * 0.45, word + 20), plotHeight * 0.85);
}

export function drawStackedYears(spec: StackedYears, pen: Pen, options: DrawOptions): FormBody {
  const partialLine = spec.years.some((year) => year.partial) ? LINE : 0;
  const height = Math.max(options.height ?? Math.round(options.width * 0.28 + 130), 200);
  const sums = spec.years.flatMap((year) => [sumOf(year, 1), sumOf(year, -1)]);
  const plot: Plot = {
    left: 0,
    right: options.width - 2,
    top: 10,
    bottom: height - 26 - partialLine,
  };
  const room = headroom(spec.years, plot, sums);
  const scale = linearScale(sums, [plot.bottom, plot.top + room], {
    count: height > 260 ? 5 : 4,
  });
  const words = tickWords(spec.axis, scale.ticks);
  plot.left = widthOfTicks(words);
  const band = (plot.right - plot.left) / Math.max(spec.years.length, 1);
  const barWidth = Math.min(band * 0.68, 56);
  const bars = spec.years.map((year, index) => ({
    year,
    x: plot.left + band * (index + 0.5),
    width: barWidth,
    top: scale.at(sumOf(year, 1)),
  }));
  const body = [
    horizontalGrid(pen, plot, scale, words),
    ...bars.map((bar) => drawBar(spec, pen, bar, scale, plot)),
    line([plot.left, scale.at(0)], [plot.right, scale.at(0)], {
      stroke: pen.palette["rule-strong"],
    }),
    ...silentWords(pen, bars, plot),
    wordsBelow(
      pen,
      plot.bottom + 19,
      bars.map(({ x, year }) => ({ x, word: year.label })),
      band * 3,
    ),
    ...partialWords(pen, bars, plot, options.width),
  ].join("");
  return {
    body,
    height,
    anchors: bars.map((bar) => anchorOf(spec, bar)),
    along: "x",
    namesSeries: false,
  };
}

type Bar = { year: Year; x: number; width: number; top: number };

/** What must be left free above the scale for the boxes and words of the tallest silent year. */
function headroom(years: readonly Year[], plot: Plot, sums: readonly number[]): number {
  const scale = linearScale(sums, [plot.bottom, plot.top]);
  const lacking = years
    .filter((year) => silencesOf(year).length > 0)
    .map((year) => {
      const boxes = silentHeight(year, plot.bottom - plot.top);
      return boxes + 26 - (scale.at(sumOf(year, 1)) - plot.top);
    });
  return Math.min(Math.max(...lacking, 0), (plot.bottom - plot.top) * 0.5);
}

function drawBar(spec: StackedYears, pen: Pen, bar: Bar, scale: Scale, plot: Plot): string {
  const { year, x, width } = bar;
  const wholly = isWhollySilent(year);
  const reached = { up: 0, down: 0 };
  let silentTop = bar.top;
  const drawn = year.amounts.map((amount, index) => {
    const part = spec.parts[index];
    const title = hint(year.label, year.partial, part?.label, wordsOf(amount));
    if ("silence" in amount) {
      if (wholly || !isMissing(amount)) return "";
      silentTop -= SILENT;
      const box = { x: x - width / 2, y: silentTop + SEAM, width, height: SILENT - SEAM };
      return silentBox(pen, box, title);
    }
    const value = amountOf(amount);
    const side = value < 0 ? "down" : "up";
    const ends = [scale.at(reached[side]), scale.at(reached[side] + value)] as const;
    reached[side] += value;
    return value === 0 || !part ? "" : drawPart(pen, bar, part.role, ends, title);
  });
  const whole = wholly ? whollySilent(pen, bar, plot) : "";
  return drawn.join("") + whole + (year.partial && !wholly ? unfinishedEdge(pen, bar, scale) : "");
}

/** One part of a bar, a seam of paper at its far end. */
function drawPart(
  pen: Pen,
  { year, x, width }: Bar,
  role: SeriesRole,
  [from, to]: readonly [number, number],
  title: string,
): string {
  const seam = Math.abs(from - to) > 4 ? SEAM : 0;
  return element(
    "rect",
    {
      x: x - width / 2,
      y: Math.min(from, to) + (to < from ? seam : 0),
      width,
      height: Math.max(Math.abs(from - to) - seam, 1),
      fill: fillOf(pen, role),
      "fill-opacity": year.partial ? "0.55" : undefined,
    },
    title,
  );
}

/** A dashed line round the bar of a year that is not a whole one. */
function unfinishedEdge(pen: Pen, { x, width, top }: Bar, scale: Scale): string {
  return element("rect", {
    x: x - width / 2 - 1.5,
    y: top - 2,
    width: width + 3,
    height: Math.max(scale.at(0) - top + 2, 2),
    fill: "none",
    stroke: pen.palette["ink-soft"],
    "stroke-dasharray": "4 3",
  });
}

function whollySilent(pen: Pen, { year, x, width, top }: Bar, plot: Plot): string {
  const height = silentHeight(year, plot.bottom - plot.top);
  const word = silencesOf(year).join(", ");
  const box = { x: x - width / 2, y: top - height, width, height };
  const words =
    width >= 15
      ? text(x + 4.5, top - height / 2, fitText(word, height - 10), {
          anchor: "middle",
          fill: pen.palette.signal,
          turn: -90,
        })
      : "";
  return silentBox(pen, box, hint(year.label, word)) + words;
}

/** The word of a silent part once above its box, or once above the boxes of neighbouring years. */
function silentWords(pen: Pen, bars: readonly Bar[], plot: Plot): string[] {
  const taken: LabelBox[] = [];
  return runsOf(bars).map(({ word, members }) => {
    const [first, last] = [members[0], members.at(-1)];
    if (!first || !last) return "";
    const shown = fitText(word, plot.right - plot.left);
    const width = textWidth(shown);
    const middle = (first.x + last.x) / 2;
    const x = Math.min(Math.max(middle, plot.left + width / 2), plot.right - width / 2);
    const under = bars.filter((bar) => Math.abs(bar.x - x) < (width + bar.width) / 2);
    const boxTop = Math.min(...members.map(topWithBoxes));
    const y = Math.min(...under.map(topWithBoxes), boxTop) - 6;
    const place = freePlace(taken, { x, y, width }, plot.top + 4);
    if (!place) return "";
    taken.push(place);
    const { signal: fill, paper: halo } = pen.palette;
    const lead =
      boxTop - place.y > 12
        ? line([middle, place.y + 4], [middle, boxTop - 1], { stroke: fill })
        : "";
    return lead + text(place.x, place.y, shown, { anchor: "middle", fill, halo });
  });
}

function topWithBoxes({ year, top }: Bar): number {
  return isWhollySilent(year) ? top : top - silentHeight(year, 0);
}

/** Neighbouring years with the same silence, together. */
function runsOf(bars: readonly Bar[]): { word: string; members: Bar[] }[] {
  const runs: { word: string; members: Bar[]; end: number }[] = [];
  for (const [index, bar] of bars.entries()) {
    const word = isWhollySilent(bar.year) ? "" : silencesOf(bar.year).join(", ");
    if (word === "") continue;
    const last = runs.at(-1);
    if (last && last.end === index - 1 && last.word === word) {
      last.members.push(bar);
      last.end = index;
    } else runs.push({ word, members: [bar], end: index });
  }
  return runs;
}

/** Why a year is not whole, under its name. */
function partialWords(pen: Pen, bars: readonly Bar[], plot: Plot, width: number): string[] {
  const taken: LabelBox[] = [];
  return bars.toReversed().map(({ year, x }) => {
    if (!year.partial) return "";
    const word = fitText(year.partial, width / 2);
    const half = textWidth(word) / 2;
    const centre = Math.min(Math.max(x, half), width - half);
    const place = freePlace(taken, { x: centre, y: 0, width: 2 * half }, 0);
    if (!place) return "";
    taken.push(place);
    const y = plot.bottom + 19 + LINE;
    return text(centre, y, word, { anchor: "middle", fill: pen.palette["ink-soft"] });
  });
}

function wordsOf(amount: ChartAmount): string {
  return "silence" in amount ? amount.silence : amount.words;
}

function anchorOf(spec: StackedYears, { year, x, top }: Bar): Anchor {
  const lines = year.amounts.map((amount, index) => ({
    label: spec.parts[index]?.label,
    words: wordsOf(amount),
  }));
  const title = year.partial ? `${year.label} · ${year.partial}` : year.label;
  return { x: Number(px(x)), y: Number(px(top)), title, lines };
}
