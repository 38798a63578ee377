import { type ColourMode, type MarkShape, markShapes, rampClasses } from "./marks.ts";
import type { Palette } from "./palette.ts";

/** Side of one drawn mark with its halo, in CSS pixels. */
export const spriteSize = 20;

/** Every shape in every colour, drawn once: copying a mark is far cheaper than drawing it. */
export function drawSprites(palette: Palette, mode: ColourMode, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(spriteSize * ratio) * (rampClasses + 1);
  canvas.height = Math.ceil(spriteSize * ratio) * markShapes.length;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const step = Math.ceil(spriteSize * ratio);
  markShapes.forEach((shape, row) => {
    for (let colour = 0; colour <= rampClasses; colour++) {
      context.setTransform(ratio, 0, 0, ratio, colour * step + step / 2, row * step + step / 2);
      drawMark(context, shape, colourOf(palette, mode, shape, colour), palette.paper);
    }
  });
  return canvas;
}

/** In the colours of states, what is removed or planned steps back; elsewhere the class alone gives the colour. */
export function colourOf(
  palette: Palette,
  mode: ColourMode,
  shape: MarkShape,
  colour: number,
): string {
  if (mode !== "status") {
    const classes = mode === "age" ? palette.ramp : palette.heat;
    return classes[colour - 1] ?? palette.unknown;
  }
  if (shape === "expired") return palette.signal;
  if (shape === "planned" || shape === "removed" || shape === "unknown") return palette.inkFaint;
  return palette.camera;
}

/** Draws one mark around the origin. */
export function drawMark(
  context: CanvasRenderingContext2D,
  shape: MarkShape,
  colour: string,
  halo: string,
): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.9;
  const draw = painters[shape];
  context.save();
  context.strokeStyle = halo;
  context.fillStyle = halo;
  context.lineWidth = 4.6;
  draw(context, halo);
  context.restore();
  draw(context, halo);
}

const painters: Record<MarkShape, (context: CanvasRenderingContext2D, paper: string) => void> = {
  service: (context) => {
    disc(context, 4.6);
    context.fill();
    if (context.lineWidth > 2) context.stroke();
  },
  planned: (context, paper) => ring(context, paper, 4.3),
  removed: (context) => {
    context.beginPath();
    context.moveTo(-3.6, -3.6);
    context.lineTo(3.6, 3.6);
    context.moveTo(3.6, -3.6);
    context.lineTo(-3.6, 3.6);
    context.stroke();
  },
  impaired: (context, paper) => {
    ring(context, paper, 4.3);
    context.beginPath();
    context.arc(0, 0, 4.3, Math.PI / 2, -Math.PI / 2);
    context.fill();
  },
  expired: (context, paper) => square(context, paper),
  gap: (context, paper) => {
    context.setLineDash(context.lineWidth > 2 ? [] : [2.2, 1.7]);
    square(context, paper);
    context.setLineDash([]);
  },
  unknown: (context) => {
    disc(context, 2.8);
    context.fill();
    if (context.lineWidth > 2) context.stroke();
  },
};

function disc(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}

function ring(context: CanvasRenderingContext2D, paper: string, radius: number): void {
  const ink = context.fillStyle;
  disc(context, radius);
  context.fillStyle = paper;
  context.fill();
  context.fillStyle = ink;
  context.stroke();
}

function square(context: CanvasRenderingContext2D, paper: string): void {
  const ink = context.fillStyle;
  context.beginPath();
  context.rect(-4.2, -4.2, 8.4, 8.4);
  context.fillStyle = paper;
  context.fill();
  context.fillStyle = ink;
  context.stroke();
}
