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
  const soft = pen.palette["ink-soft"];
  const body = [
    text(0, 12, fitText(spec.rateAxis.title, width), { fill: soft }),
    horizontalGrid(pen, plot, y, words),
    verticalGrid(pen, plot, x, tickWords(spec.exposureAxis, x.ticks)),
    text(width, height - 6, fitText(spec.exposureAxis.title, width), { anchor: "end", fill: soft }),
    drawLimits(spec, pen, scales, plot),
    drawTarget(spec, pen, scales, plot),
    ...byStanding(spec.points).map((point) => drawPoint(pen, point, scales)),
    ...outsideLabels(spec, pen, scales, plot),
  ].join("");
  const anchors = spec.points.map((point) => anchorOf(point, scales)).sort((a, b) => a.x - b.x);
  return { body, height, anchors, along: "x", namesSeries: true };
}

/** From 0 to the highest point; limits far above every point may leave the plot. */
function rateScale(spec: FunnelPlot, plot: Plot): Scale {
  const rates = [...spec.points.map(({ rate }) => rate), spec.target.rate];
  const most = Math.max(...rates.map((rate) => drawable(rate) ?? 0), 0);
  const lasting = spec.limits.slice(Math.floor(spec.limits.length / 5));
  const limits = lasting.map(({ outerHigh }) => Math.min(drawable(outerHigh) ?? 0, most * 1.4));
  return linearScale([...rates, ...limits], [plot.bottom, plot.top], 5);
}

function exposureScale(spec: FunnelPlot, range: readonly [number, number]): Scale {
  const values = spec.points.map(({ exposure }) => exposure);
  const count = Math.max(Math.floor((range[1] - range[0]) / 80), 2);
  return spec.exposureAxis.scale === "log"
    ? logScale(values, range, count + 1)
    : linearScale(values, range, count);
}

type Limit = FunnelPlot["limits"][number];

function drawLimits(spec: FunnelPlot, pen: Pen, { x, y }: Scales, plot: Plot): string {
  const shown = spec.limits.filter(
    ({ exposure }) => exposure >= x.domain[0] && exposure <= x.domain[1],
  );
  const curve = (pick: (limit: Limit) => number) =>
    shown.map((limit) => `${px(x.at(limit.exposure))} ${px(y.at(drawable(pick(limit)) ?? 0))}`);
  const last = shown.at(-1);
  if (!last || shown.length < 2) return "";
  const soft = pen.palette["ink-soft"];
  const draw = (high: string[], low: string[], dash: string | undefined) =>
    element("path", {
      d: `M${high.join("L")}M${low.join("L")}`,
      fill: "none",
      stroke: soft,
      "stroke-dasharray": dash,
    });
  const area = [
    ...curve((limit) => limit.innerHigh),
    ...curve((limit) => limit.innerLow).toReversed(),
  ];
  return [
    element("path", { d: `M${area.join("L")}Z`, fill: pen.palette.rule, "fill-opacity": "0.4" }),
    draw(
      curve((limit) => limit.innerHigh),
      curve((limit) => limit.innerLow),
      "5 3",
    ),
    draw(
      curve((limit) => limit.outerHigh),
      curve((limit) => limit.outerLow),
      undefined,
    ),
    ...limitLabels(spec, pen, last, { x, y }, plot),
  ].join("");
}

/** The names of the limits at their upper ends. */
function limitLabels(
  spec: FunnelPlot,
  pen: Pen,
  last: Limit,
  { x, y }: Scales,
  plot: Plot,
): string[] {
  const left = x.at(last.exposure) + 5;
  const outer = y.at(drawable(last.outerHigh) ?? 0);
  const inner = Math.max(y.at(drawable(last.innerHigh) ?? 0), outer + 15);
  const look = { fill: pen.palette["ink-soft"], halo: pen.palette.paper };
  const room = plot.right + 60 - left;
  return [
    text(left, outer + 4.5, fitText(spec.limitWords.outer, room), look),
    text(left, inner + 4.5, fitText(spec.limitWords.inner, room), look),
  ];
}

function drawTarget(spec: FunnelPlot, pen: Pen, { y }: Scales, plot: Plot): string {
  const at = y.at(drawable(spec.target.rate) ?? 0);
  const { ink, paper } = pen.palette;
  const words = fitText(spec.target.words, (plot.right - plot.left) * 0.6);
  return (
    line([plot.left, at], [plot.right, at], { stroke: ink, "stroke-width": "1.5" }) +
    text(plot.right - 4, at - 6, words, { anchor: "end", fill: ink, halo: paper })
  );
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
function outsideLabels(spec: FunnelPlot, pen: Pen, { x, y }: Scales, plot: Plot): string[] {
  const outside = byStanding(
    spec.points.filter(({ standing }) => standing !== "within"),
  ).toReversed();
  const taken: LabelBox[] = outside.map((point) => ({
    x: x.at(point.exposure),
    y: y.at(point.rate) + 4.5,
    width: 2,
  }));
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
