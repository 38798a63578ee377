import type { Anchor, DrawOptions, Steps } from "./chart-spec.ts";
import type { FormBody } from "./form-body.ts";
import { drawable } from "./scales.ts";
import {
  element,
  fillOf,
  hatchOf,
  hint,
  LINE,
  line,
  type Pen,
  px,
  silentBox,
  text,
} from "./svg-marks.ts";
import { fitText, textWidth, wrapText } from "./svg-text.ts";

type Stage = Steps["stages"][number];
type Placed = {
  stage: Stage;
  label: string[];
  loss: string[];
  y: number;
  sure: number;
  possible: number;
  /** Ends of the interval, in pixels from the origin. */
  whisker: number[] | undefined;
};
type Frame = { left: number; width: number; isWide: boolean; right: number };

const WIDE = 560;
const BAR = 26;

export function drawSteps(spec: Steps, pen: Pen, options: DrawOptions): FormBody {
  const isWide = options.width >= WIDE;
  const left = isWide ? labelColumn(spec.stages, options.width) : 0;
  const words = Math.max(...spec.stages.map((stage) => textWidth(stage.words)), 0) + 10;
  const room = options.width - left;
  const frame: Frame = {
    left,
    right: options.width,
    width: Math.max(room - Math.min(words, room * 0.4), 40),
    isWide,
  };
  const placed = place(spec.stages, frame, options);
  const body = placed.map((stage) => drawStage(pen, stage, frame)).join("");
  const height = Math.max(heightOf(placed, frame), 40);
  return {
    body,
    height,
    anchors: placed.map((stage) => anchorOf(stage, frame)),
    along: "y",
    namesSeries: true,
  };
}

function labelColumn(stages: readonly Stage[], width: number): number {
  const widest = Math.max(...stages.map((stage) => textWidth(stage.label)), 0) + 20;
  return Math.min(Math.max(widest, width * 0.14), width * 0.34);
}

/** How far the interval of a known number goes; undefined without one. */
function whiskerOf(stage: Stage): [number, number] | undefined {
  const [value, low, high] = [stage.value, stage.low, stage.high].map(drawable);
  if (value === undefined || low === undefined || high === undefined) return undefined;
  return [Math.max(low, 0), high];
}

/** The number a stage is sure to have, and the one it may have. */
function boundsOf(stage: Stage): [number, number] {
  const value = drawable(stage.value);
  const low = Math.max(value ?? drawable(stage.low) ?? 0, 0);
  return [low, Math.max(value ?? drawable(stage.high) ?? low, low)];
}

function place(stages: readonly Stage[], frame: Frame, options: DrawOptions): Placed[] {
  const ends = stages.map((stage) => Math.max(boundsOf(stage)[1], whiskerOf(stage)?.[1] ?? 0));
  const most = Math.max(...ends, 0) || 1;
  const laid = stages.map((stage, index) => ({
    stage,
    label: wrapText(stage.label, frame.isWide ? frame.left - 14 : frame.right, 2),
    loss:
      stage.loss && index < stages.length - 1
        ? wrapText(stage.loss, frame.right - frame.left - 22, 3)
        : [],
  }));
  const needed = laid.reduce((sum, entry) => sum + heightOfStage(entry, frame), 0);
  const spare = Math.max((options.height ?? 0) - needed - 12, 0) / Math.max(stages.length, 1);
  let y = 4;
  return laid.map((entry) => {
    const [sure, possible] = boundsOf(entry.stage);
    const above = frame.isWide ? 0 : entry.label.length * LINE + 2;
    const placed = {
      ...entry,
      y: y + above,
      sure: (sure / most) * frame.width,
      possible: (possible / most) * frame.width,
      whisker: whiskerOf(entry.stage)?.map((end) => (end / most) * frame.width),
    };
    y += heightOfStage(entry, frame) + spare;
    return placed;
  });
}

function heightOfStage(entry: Pick<Placed, "label" | "loss">, frame: Frame): number {
  const above = frame.isWide ? 0 : entry.label.length * LINE + 2;
  return above + BAR + Math.max(entry.loss.length * LINE, 4) + 18;
}

function heightOf(placed: readonly Placed[], frame: Frame): number {
  const last = placed.at(-1);
  if (!last) return 0;
  return last.y + BAR + Math.max(frame.isWide ? (last.label.length - 1) * LINE : 0, 8);
}

function drawStage(pen: Pen, placed: Placed, frame: Frame): string {
  return (
    stageLabel(pen, placed, frame) + stageBar(pen, placed, frame) + stageLoss(pen, placed, frame)
  );
}

function stageLabel(pen: Pen, { label, y }: Placed, frame: Frame): string {
  const first = frame.isWide
    ? y + BAR / 2 + 4.5 - ((label.length - 1) * LINE) / 2
    : y - 6 - (label.length - 1) * LINE;
  return label
    .map((words, index) => text(0, first + index * LINE, words, { fill: pen.palette.ink }))
    .join("");
}

function stageBar(pen: Pen, placed: Placed, frame: Frame): string {
  const { stage, y, sure, possible } = placed;
  const { left } = frame;
  const role = stage.role ?? "data-1";
  const title = hint(stage.label, stage.words);
  if ([stage.value, stage.low, stage.high].every((number) => drawable(number) === undefined)) {
    const words = fitText(stage.words, frame.right - left - 16);
    const box = { x: left, y, width: textWidth(words) + 16, height: BAR };
    return (
      silentBox(pen, box, title) +
      text(left + 8, y + BAR / 2 + 4.5, words, { fill: pen.palette.signal })
    );
  }
  const bar = (x: number, width: number, look: Record<string, string>) =>
    element("rect", { x, y, width, height: BAR, ...look }, title);
  const solid = sure > 0 ? bar(left, Math.max(sure, 1.5), { fill: fillOf(pen, role) }) : "";
  const unsure =
    possible > sure
      ? element(
          "rect",
          {
            x: left + sure,
            y: y + 0.5,
            width: Math.max(possible - sure, 2),
            height: BAR - 1,
            fill: hatchOf(pen, role),
            stroke: pen.palette[role],
            "stroke-dasharray": "3 2.5",
          },
          title,
        )
      : "";
  const origin = line([left, y - 3], [left, y + BAR + 3], { stroke: pen.palette["rule-strong"] });
  const end = Math.max(possible, placed.whisker?.[1] ?? 0);
  const words = fitText(stage.words, frame.right - left - end - 8);
  return (
    solid +
    unsure +
    whisker(pen, placed, left) +
    origin +
    text(left + end + 8, y + BAR / 2 + 4.5, words, { weight: 700, fill: pen.palette.ink })
  );
}

/** The interval across the end of the bar: inked on a halo of paper, so that it is read on the bar and beyond it. */
function whisker(pen: Pen, { whisker: ends, y }: Placed, left: number): string {
  const [low, high] = ends ?? [];
  if (low === undefined || high === undefined) return "";
  const middle = y + BAR / 2;
  const [from, to] = [left + low, left + Math.max(high, low + 1)];
  const strokes = [
    { stroke: pen.palette.paper, "stroke-width": "4" },
    { stroke: pen.palette.ink, "stroke-width": "1.5" },
  ];
  return strokes
    .map(
      (stroke) =>
        line([from, middle], [to, middle], stroke) +
        line([from, middle - 4], [from, middle + 4], stroke) +
        line([to, middle - 4], [to, middle + 4], stroke),
    )
    .join("");
}

/** An elbow that goes down to the next stage, with what is lost on the way. */
function stageLoss(pen: Pen, { loss, y }: Placed, { left }: Frame): string {
  if (loss.length === 0) return "";
  const top = y + BAR + 6;
  const middle = top + (loss.length * LINE) / 2;
  const stroke = pen.palette["ink-soft"];
  const elbow = element("path", {
    d: `M${px(left + 6)} ${px(top)}V${px(middle)}H${px(left + 15)}`,
    fill: "none",
    stroke,
  });
  const words = loss.map((part, index) =>
    text(left + 20, top + 12 + index * LINE, part, { fill: stroke }),
  );
  return elbow + words.join("");
}

function anchorOf({ stage, y, sure }: Placed, { left }: Frame): Anchor {
  const lines = [{ words: stage.words }, ...(stage.loss ? [{ words: stage.loss }] : [])];
  return { x: Number(px(left + sure)), y: Number(px(y + BAR / 2)), title: stage.label, lines };
}
