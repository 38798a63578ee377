import { type Ground, worldPerGround } from "./ground-shape.ts";
import type { Palette } from "./palette.ts";
import { unitsPerPixel, type View } from "./point-field.ts";

export type Choropleth = ReadonlyMap<string, number>;

/** Prepares the outlines once; the returned function paints them at any view. */
export function prepareGround(ground: Ground) {
  const shapes = ground.shapes.map((shape) => ({ ...shape, outline: new Path2D(shape.path) }));
  return (
    context: CanvasRenderingContext2D,
    view: View,
    ratio: number,
    palette: Palette,
    choropleth: Choropleth | null,
  ): void => {
    const scale = worldPerGround / unitsPerPixel(view.zoom);
    const x = ground.left * scale - view.left;
    const y = ground.top * scale - view.top;
    // Outlines are scaled by the canvas itself, so widths and dashes are divided by the scale.
    context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
    for (const shape of shapes) {
      const shade = shape.kind === "district" ? choropleth?.get(shape.code) : undefined;
      if (shade) paintShade(context, shape.outline, palette.ramp[shade - 1] ?? palette.land);
      paintOutline(context, shape, scale, palette);
    }
    context.setLineDash([]);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    writeNames(context, palette, placeNames(context, palette, shapes, { scale, x, y }));
  };
}

function paintShade(context: CanvasRenderingContext2D, outline: Path2D, colour: string): void {
  context.globalAlpha = 0.45;
  context.fillStyle = colour;
  context.fill(outline, "evenodd");
  context.globalAlpha = 1;
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

/** Names that do not run over one another; the largest districts come first in the ground. */
function placeNames(
  context: CanvasRenderingContext2D,
  palette: Palette,
  shapes: Ground["shapes"],
  to: { scale: number; x: number; y: number },
): Name[] {
  context.font = `500 13px ${palette.font}`;
  const placed: (Name & { half: number })[] = [];
  for (const { kind, name, label } of shapes) {
    if (kind !== "district") continue;
    const half = context.measureText(name).width / 2 + 6;
    const x = label[0] * to.scale + to.x;
    const y = label[1] * to.scale + to.y;
    const isFree = placed.every(
      (other) => Math.abs(other.y - y) > 20 || Math.abs(other.x - x) > other.half + half,
    );
    if (isFree) placed.push({ name, x, y, half });
  }
  return placed;
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
