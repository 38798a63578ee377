import { traceCones } from "./paint-cameras.ts";
import type { Palette } from "./palette.ts";
import { type PointField, unitsPerPixel, type View } from "./point-field.ts";

export type Highlight = {
  field: PointField | null;
  directions: ArrayLike<number> | undefined;
  selected: number | null;
  hovered: number | null;
  /** The reader's own position, in world units; it is drawn and goes nowhere else. */
  me: { x: number; y: number; radius: number } | null;
};

export function paintHighlight(
  context: CanvasRenderingContext2D,
  view: View,
  highlight: Highlight,
  palette: Palette,
): void {
  if (highlight.me) paintMe(context, view, highlight.me, palette);
  const { selected, hovered } = highlight;
  if (hovered !== null && hovered !== selected)
    paintRow(context, view, highlight, hovered, palette);
  if (selected !== null) paintRow(context, view, highlight, selected, palette);
}

function paintRow(
  context: CanvasRenderingContext2D,
  view: View,
  { field, directions, selected }: Highlight,
  row: number,
  palette: Palette,
): void {
  if (!field || row >= field.count) return;
  const scale = 1 / unitsPerPixel(view.zoom);
  const x = (field.x[row] as number) * scale - view.left;
  const y = (field.y[row] as number) * scale - view.top;
  const sectors = Number(directions?.[row] ?? 0);
  if (sectors !== 0) {
    traceCones(context, sectors, x, y, 84);
    context.fillStyle = palette.selected;
    context.strokeStyle = palette.selected;
    context.globalAlpha = 0.28;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, row === selected ? 9 : 8, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = row === selected ? palette.paper : palette.selected;
  if (row === selected) {
    context.fillStyle = palette.selected;
    context.fill();
  }
  context.stroke();
}

function paintMe(
  context: CanvasRenderingContext2D,
  view: View,
  me: { x: number; y: number; radius: number },
  palette: Palette,
): void {
  const scale = 1 / unitsPerPixel(view.zoom);
  const x = me.x * scale - view.left;
  const y = me.y * scale - view.top;
  context.beginPath();
  context.arc(x, y, Math.max(14, me.radius * scale), 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.globalAlpha = 0.08;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 10, y);
  context.lineTo(x + 10, y);
  context.moveTo(x, y - 10);
  context.lineTo(x, y + 10);
  context.stroke();
}
