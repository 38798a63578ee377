import { type Ground, worldPerGround } from "./ground-shape.ts";
import type { Palette } from "./palette.ts";
import { unitsPerPixel, type View } from "./point-field.ts";

export type Choropleth = ReadonlyMap<string, number>;

/** Prepares the outlines once; what is returned paints them, and the names over them, at any view. */
export function prepareGround(ground: Ground) {
  const shapes = ground.shapes.map((shape) => ({ ...shape, outline: new Path2D(shape.path) }));
  const placeOf = (view: View) => {
    const scale = worldPerGround / unitsPerPixel(view.zoom);
    return { scale, x: ground.left * scale - view.left, y: ground.top * scale - view.top };
  };
  return {
    paintOutlines(
      context: CanvasRenderingContext2D,
      view: View,
      ratio: number,
      palette: Palette,
      choropleth: Choropleth | null,
    ): void {
      const { scale, x, y } = placeOf(view);
      // Outlines are scaled by the canvas itself, so widths and dashes are divided by the scale.
      context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
      for (const shape of shapes) {
        const shade = shape.kind === "district" ? choropleth?.get(shape.code) : undefined;
        if (shade) paintShade(context, shape.outline, palette.ink, shade);
        paintOutline(context, shape, scale, palette);
      }
      context.setLineDash([]);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    },
    paintNames(
      context: CanvasRenderingContext2D,
      view: View,
      margin: number,
      palette: Palette,
      obstacles: readonly Obstacle[],
    ): void {
      const sight = { from: margin, to: view.width - margin };
      const to = { ...placeOf(view), sight };
      writeNames(context, palette, placeNames(context, palette, shapes, to, obstacles));
    },
  };
}

/** Districts are shaded in ink, so that colour stays with the cameras. */
function paintShade(
  context: CanvasRenderingContext2D,
  outline: Path2D,
  ink: string,
  shade: number,
): void {
  context.globalAlpha = shadeOpacity(shade);
  context.fillStyle = ink;
  context.fill(outline, "evenodd");
  context.globalAlpha = 1;
}

function shadeOpacity(shade: number): number {
  return 0.02 + 0.055 * shade;
}

function paintOutline(
  context: CanvasRenderingContext2D,
  { kind, outline }: { kind: string; outline: Path2D },
  scale: number,
  palette: Palette,
): void {
  const isBoundary = kind === "boundary";
  context.strokeStyle = isBoundary ? palette.boundary : palette.district;
  context.lineWidth = (isBoundary ? 1.5 : 1) / scale;
  context.setLineDash(isBoundary ? [] : [4 / scale, 3 / scale]);
  context.stroke(outline);
}

type Name = { name: string; x: number; y: number };
/** Something already drawn, in pixels from the corner of the view. */
export type Obstacle = { x: number; y: number; radius: number };

/**
 * Names that do not run over one another; the largest districts come first in the ground. Each is moved a little
 * from the middle of its district to where it hides, and is hidden by, the fewest cameras.
 */
function placeNames(
  context: CanvasRenderingContext2D,
  palette: Palette,
  shapes: Ground["shapes"],
  to: { scale: number; x: number; y: number; sight: Sight },
  obstacles: readonly Obstacle[],
): Name[] {
  context.font = `500 13px ${palette.font}`;
  const placed: (Name & { half: number })[] = [];
  for (const { kind, name, label } of shapes) {
    if (kind !== "district") continue;
    const half = context.measureText(name).width / 2 + 6;
    const middle = { x: label[0] * to.scale + to.x, y: label[1] * to.scale + to.y };
    const quiet = quietPlace(middle, half, obstacles);
    const x = withinSight(quiet.x, half, to.sight);
    const { y } = quiet;
    const isFree = placed.every(
      (other) => Math.abs(other.y - y) > 20 || Math.abs(other.x - x) > other.half + half,
    );
    if (isFree) placed.push({ name, x, y, half });
  }
  return placed;
}

/** What the window shows of the canvas, which is wider so that a push of the map is not at once an edge. */
type Sight = { from: number; to: number };

/** A name whose district is in sight is read whole; one that is out of sight stays there. */
function withinSight(x: number, half: number, { from, to }: Sight): number {
  if (x < from || x > to || 2 * half > to - from) return x;
  return Math.min(Math.max(x, from + half), to - half);
}

const shifts = [0, -18, 18, -36, 36, -54, 54].flatMap((y) =>
  [0, -30, 30].map((x) => ({ x, y, cost: (Math.abs(x) + Math.abs(y)) / 40 })),
);

function quietPlace(
  middle: { x: number; y: number },
  half: number,
  obstacles: readonly Obstacle[],
): { x: number; y: number } {
  const near = obstacles.filter(
    ({ x, y }) => Math.abs(x - middle.x) < half + 70 && Math.abs(y - middle.y) < 100,
  );
  let best = { ...middle, cost: Number.POSITIVE_INFINITY };
  for (const shift of shifts) {
    const x = middle.x + shift.x;
    const y = middle.y + shift.y;
    const hits = near.filter(
      (mark) => Math.abs(mark.x - x) < half + mark.radius && Math.abs(mark.y - y) < 8 + mark.radius,
    ).length;
    if (hits + shift.cost < best.cost) best = { x, y, cost: hits + shift.cost };
  }
  return best;
}

function writeNames(context: CanvasRenderingContext2D, palette: Palette, names: Name[]): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.letterSpacing = "0.4px";
  context.strokeStyle = palette.land;
  context.lineWidth = 4;
  context.fillStyle = palette.inkSoft;
  for (const { name, x, y } of names) {
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
  }
  context.letterSpacing = "0px";
}
