import type { Cluster, PassResult } from "./cluster-pass.ts";
import { rampClasses } from "./marks.ts";
import type { Palette } from "./palette.ts";
import { type PointField, unitsPerPixel, type View } from "./point-field.ts";
import { spriteSize } from "./sprites.ts";

/** From this zoom on, every public direction is drawn. */
export const coneZoom = 17;

export type CameraPaint = {
  field: PointField;
  marks: Uint8Array;
  /** One bit per sector of the compass, when directions are known. */
  directions: ArrayLike<number> | undefined;
  sprites: HTMLCanvasElement;
  palette: Palette;
  ratio: number;
  formatCount: (count: number) => string;
};

export function paintCameras(
  context: CanvasRenderingContext2D,
  view: View,
  pass: PassResult,
  paint: CameraPaint,
): void {
  if (view.zoom >= coneZoom && paint.directions) paintCones(context, view, pass.singles, paint);
  paintMarks(context, view, pass.singles, paint);
  for (const cluster of pass.clusters) paintCluster(context, cluster, paint);
}

function paintMarks(
  context: CanvasRenderingContext2D,
  view: View,
  rows: Int32Array,
  { field, marks, sprites, ratio }: CameraPaint,
): void {
  const scale = 1 / unitsPerPixel(view.zoom);
  const step = Math.ceil(spriteSize * ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  // Removed and planned cameras first, those that call for attention last and on top.
  for (const layer of paintOrder) {
    for (const row of rows) {
      const mark = marks[row] as number;
      const shape = mark >> 3;
      if (paintLayer[shape] !== layer) continue;
      const x = Math.round(((field.x[row] as number) * scale - view.left) * ratio - step / 2);
      const y = Math.round(((field.y[row] as number) * scale - view.top) * ratio - step / 2);
      const colour = Math.min(mark & 7, rampClasses);
      context.drawImage(sprites, colour * step, shape * step, step, step, x, y, step, step);
    }
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

const paintOrder = [0, 1, 2] as const;
/** By shape code: service, planned, removed, impaired, expired, gap, unknown. */
const paintLayer: readonly number[] = [1, 0, 0, 1, 2, 1, 0];

function paintCones(
  context: CanvasRenderingContext2D,
  view: View,
  rows: Int32Array,
  { field, directions, palette }: CameraPaint,
): void {
  const scale = 1 / unitsPerPixel(view.zoom);
  context.fillStyle = palette.camera;
  context.globalAlpha = 0.16;
  for (const row of rows) {
    const x = (field.x[row] as number) * scale - view.left;
    const y = (field.y[row] as number) * scale - view.top;
    traceCones(context, Number(directions?.[row] ?? 0), x, y, 44);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Traces the sectors that are set, neighbours joined, each lone one opened to 60° so that it reads as a view. */
export function traceCones(
  context: CanvasRenderingContext2D,
  sectors: number,
  x: number,
  y: number,
  radius: number,
): void {
  context.beginPath();
  if (sectors === 0xffff) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (let first = 0; first < 16; first++) {
    const isStart = sectors & (1 << first) && !(sectors & (1 << ((first + 15) % 16)));
    if (!isStart) continue;
    let last = first;
    while (sectors & (1 << ((last + 1) % 16))) last += 1;
    const opening = first === last ? 30 : 11.25;
    context.moveTo(x, y);
    context.arc(x, y, radius, radians(first * 22.5 - opening), radians(last * 22.5 + opening));
    context.closePath();
  }
}

/** Degrees clockwise from north, in the canvas's radians clockwise from east. */
function radians(degrees: number): number {
  return ((degrees - 90) * Math.PI) / 180;
}

function paintCluster(
  context: CanvasRenderingContext2D,
  { x, y, radius, count, alerts }: Cluster,
  { palette, formatCount }: CameraPaint,
): void {
  const disc = (size: number) => {
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
  };
  context.fillStyle = palette.camera;
  context.globalAlpha = 0.22;
  disc(radius + 3.5);
  context.fill();
  context.globalAlpha = 1;
  disc(radius);
  context.fill();
  if (alerts > 0) paintAlertArc(context, { x, y, radius, count, alerts }, palette);
  context.fillStyle = palette.paper;
  context.font = `600 ${count < 10_000 ? 13 : 12}px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(formatCount(count), x, y + 0.5);
}

/** The part of the ring that stands for the cameras without a valid authorisation. */
function paintAlertArc(
  context: CanvasRenderingContext2D,
  { x, y, radius, count, alerts }: Cluster,
  palette: Palette,
): void {
  const share = Math.max(0.06, alerts / count) * 2 * Math.PI;
  context.beginPath();
  context.arc(x, y, radius + 2, -Math.PI / 2, -Math.PI / 2 + share);
  context.strokeStyle = palette.signal;
  context.lineWidth = 3;
  context.stroke();
}
