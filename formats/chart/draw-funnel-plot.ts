import { horizontalGrid, type Plot, tickWords, verticalGrid, widthOfTicks } from "./axes.ts";
import type { Anchor, DrawOptions, FunnelPlot, FunnelStanding, SeriesRole } from "./chart-spec.ts";
import type { FormBody } from "./form-body.ts";
import type { LabelBox } from "./place-labels.ts";
import { drawable, linearScale, logScale, type Scale } from "./scales.ts";
import { element, hint, LINE, line, type Pen, px, shapeOf, text } from "./svg-marks.ts";
import { fitText, textWidth } from "./svg-text.ts";

type Point = FunnelPlot["points"][number];
type Scales = { x: Scale; y: Scale };

/** Shape and colour of a point; inside the limits, a ring. */
const ROLES: Readonly<Record<FunnelStanding, SeriesRole>> = {
  within: "data-1",
  "outside-inner": "data-2",
  "outside-outer": "data-4",
};

export function drawFunnelPlot(spec: FunnelPlot, pen: Pen, options: DrawOptions): FormBody {
  const { width } = options;
  const height = Math.max(options.height ?? Math.round(width * 0.36 + 160), 240);
  const plot: Plot = { left: 0, right: width - 6, top: 10 + LINE, bottom: height - 28 - LINE };
  const y = rateScale(spec, plot);
  const words = tickWords(spec.rateAxis, y.ticks);
  plot.left = widthOfTicks(words);
  const plotWidth = width >= 560 ? plot.right - 64 : plot.right - 50;
  const x = exposureScale(spec, [plot.left, plotWidth]);
  const scales = { x, y };
  plot.right = plotWidth;
  const limits = limitLabels(spec, scales, width - plot.right);
  const target = targetLabel(spec, scales, plot);
  const soft = pen.palette["ink-soft"];
  const body = [
    text(0, 12, fitText(spec.rateAxis.title, width), { fill: soft }),
    horizontalGrid(pen, plot, y, words),
    verticalGrid(pen, plot, x, tickWords(spec.exposureAxis, x.ticks)),
    text(width, height - 6, fitText(spec.exposureAxis.title, width), { anchor: "end", fill: soft }),
    drawLimits(spec, pen, scales),
    drawTarget(spec, pen, scales, plot),
    ...limits.map((label) => drawLabel(pen, label, soft)),
    drawLabel(pen, target, pen.palette.ink),
    ...byStanding(spec.points).map((point) => drawPoint(pen, point, scales)),
    ...outsideLabels(spec, pen, scales, plot, [...limits, target].map(boxOf)),
  ].join("");
  const anchors = spec.points
    .toSorted((one, other) => (drawable(one.exposure) ?? 0) - (drawable(other.exposure) ?? 0))
    .map((point) => anchorOf(point, scales));
  return { body, height, anchors, along: "x", namesSeries: true };
}

/** From 0 to the highest point; limits far above every point may leave the plot. */
function rateScale(spec: FunnelPlot, plot: Plot): Scale {
  const rates = [...spec.points.map(({ rate }) => rate), spec.target.rate];
  const most = Math.max(...rates.map((rate) => drawable(rate) ?? 0), 0);
  const lasting = spec.limits.slice(Math.floor(spec.limits.length / 5));
  const limits = lasting.map(({ outerHigh }) => Math.min(drawable(outerHigh) ?? 0, most * 1.4));
  return linearScale([...rates, ...limits], [plot.bottom, plot.top]);
}

function exposureScale(spec: FunnelPlot, range: readonly [number, number]): Scale {
  const values = spec.points.map(({ exposure }) => exposure);
  const count = Math.max(Math.floor((range[1] - range[0]) / 80), 2);
  return spec.exposureAxis.scale === "log"
    ? logScale(values, range, count + 1)
    : linearScale(values, range, { count, endsAtMost: true });
}

type Limit = FunnelPlot["limits"][number];

function drawLimits(spec: FunnelPlot, pen: Pen, { x, y }: Scales): string {
  const shown = limitsWithin(spec, x);
  const curve = (pick: (limit: Limit) => number, limits = shown) =>
    limits.map((limit) => `${px(x.at(limit.exposure))} ${px(y.at(drawable(pick(limit)) ?? 0))}`);
  if (shown.length < 2) return "";
  /** A curve ends where it leaves the plot. */
  const stroke = (pick: (limit: Limit) => number, dash: string | undefined) => {
    const inside = shown.filter((limit) => pick(limit) > y.domain[0] && pick(limit) < y.domain[1]);
    if (inside.length < 2) return "";
    return element("path", {
      d: `M${curve(pick, inside).join("L")}`,
      fill: "none",
      stroke: pen.palette["ink-soft"],
      "stroke-dasharray": dash,
    });
  };
  const area = [
    ...curve((limit) => limit.innerHigh),
    ...curve((limit) => limit.innerLow).toReversed(),
  ];
  return [
    element("path", { d: `M${area.join("L")}Z`, fill: pen.palette.rule, "fill-opacity": "0.4" }),
    stroke((limit) => limit.innerHigh, "5 3"),
    stroke((limit) => limit.innerLow, "5 3"),
    stroke((limit) => limit.outerHigh, undefined),
    stroke((limit) => limit.outerLow, undefined),
  ].join("");
}

function limitsWithin(spec: FunnelPlot, x: Scale): Limit[] {
  return spec.limits.filter(({ exposure }) => exposure >= x.domain[0] && exposure <= x.domain[1]);
}

/** The names of the limits, at their right ends. */
function limitLabels(spec: FunnelPlot, { x, y }: Scales, room: number): Label[] {
  const last = limitsWithin(spec, x).at(-1);
  if (!last) return [];
  const left = x.at(last.exposure) + 5;
  const outer = y.at(drawable(last.outerHigh) ?? 0);
  const inner = Math.max(y.at(drawable(last.innerHigh) ?? 0), outer + 15);
  const { outer: outerWords, inner: innerWords } = spec.limitWords;
  return [
    { words: fitText(outerWords, room), left, y: outer + 4.5 },
    { words: fitText(innerWords, room), left, y: inner + 4.5 },
  ];
}

type Label = { words: string; left: number; y: number };

function boxOf({ words, left, y }: Label): LabelBox {
  const width = textWidth(words);
  return { x: left + width / 2, y, width };
}

/** The words of the target stand above its line, at the end where they cover fewer points. */
function targetLabel(spec: FunnelPlot, { x, y }: Scales, plot: Plot): Label {
  const words = fitText(spec.target.words, (plot.right - plot.left) * 0.6);
  const at = y.at(drawable(spec.target.rate) ?? 0) - 6;
  const width = textWidth(words);
  const covered = (left: number) =>
    spec.points.filter((point) => {
      const [px0, py0] = [x.at(point.exposure), y.at(point.rate)];
      return px0 > left - 6 && px0 < left + width + 6 && py0 > at - 16 && py0 < at + 8;
    }).length;
  const ends = [plot.right - 4 - width, plot.left + 6, (plot.left + plot.right - width) / 2];
  const left = ends.toSorted((one, other) => covered(one) - covered(other))[0] ?? plot.left;
  return { words, left, y: at };
}

function drawTarget(spec: FunnelPlot, pen: Pen, { y }: Scales, plot: Plot): string {
  const at = y.at(drawable(spec.target.rate) ?? 0);
  return line([plot.left, at], [plot.right, at], {
    stroke: pen.palette.ink,
    "stroke-width": "1.5",
  });
}

function drawLabel(pen: Pen, { words, left, y }: Label, fill: string): string {
  return text(left, y, words, { fill, halo: pen.palette.paper });
}

/** Points outside the limits are drawn last, above the others. */
function byStanding(points: readonly Point[]): Point[] {
  const order: Record<FunnelStanding, number> = {
    within: 0,
    "outside-inner": 1,
    "outside-outer": 2,
  };
  return points.toSorted((one, other) => order[one.standing] - order[other.standing]);
}

function drawPoint(pen: Pen, point: Point, { x, y }: Scales): string {
  const role = ROLES[point.standing];
  const within = point.standing === "within";
  const d = shapeOf(role, x.at(point.exposure), y.at(point.rate), within ? 3.2 : 4.4);
  return element(
    "path",
    {
      d,
      fill: within ? pen.palette.paper : pen.palette[role],
      stroke: within ? pen.palette[role] : pen.palette.paper,
      "stroke-width": within ? "1.5" : "1",
    },
    hint(point.label, point.words),
  );
}

/** Names of the points outside: beside, above or below the point, wherever none is covered. */
function outsideLabels(
  spec: FunnelPlot,
  pen: Pen,
  { x, y }: Scales,
  plot: Plot,
  covered: readonly LabelBox[],
): string[] {
  const outside = byStanding(
    spec.points.filter(({ standing }) => standing !== "within"),
  ).toReversed();
  const marks = outside.map((point) => ({
    x: x.at(point.exposure),
    y: y.at(point.rate) + 4.5,
    width: 2,
  }));
  const taken: LabelBox[] = [...marks, ...covered];
  const { ink, paper } = pen.palette;
  return outside.map((point) => {
    const words = fitText(point.label, (plot.right - plot.left) * 0.5);
    const width = textWidth(words);
    const [px0, py0] = [x.at(point.exposure), y.at(point.rate) + 4.5];
    const candidates: LabelBox[] = [
      { x: px0 + 12 + width / 2, y: py0, width },
      { x: px0 - 12 - width / 2, y: py0, width },
      { x: px0, y: py0 - 15, width },
      { x: px0, y: py0 + 17, width },
    ];
    const place = candidates.find((box) => isFree(box, taken, plot));
    if (!place) return "";
    taken.push(place);
    return text(place.x, place.y, words, { anchor: "middle", weight: 700, fill: ink, halo: paper });
  });
}

function isFree(box: LabelBox, taken: readonly LabelBox[], plot: Plot): boolean {
  const inside =
    box.x - box.width / 2 >= plot.left - 4 &&
    box.x + box.width / 2 <= plot.right + 40 &&
    box.y > plot.top &&
    box.y < plot.bottom;
  return (
    inside &&
    taken.every(
      (other) =>
        Math.abs(box.x - other.x) >= (box.width + other.width) / 2 + 4 ||
        Math.abs(box.y - other.y) >= 14,
    )
  );
}

function anchorOf(point: Point, { x, y }: Scales): Anchor {
  return {
    x: Number(px(x.at(point.exposure))),
    y: Number(px(y.at(point.rate))),
    title: point.label,
    lines: [{ words: point.words }],
  };
}
