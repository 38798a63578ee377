import type { ChartPalette } from "#formats/chart/chart-spec.ts";
import { element, text } from "#formats/chart/svg-marks.ts";
import { escapeXml, textWidth } from "#formats/chart/svg-text.ts";
import { areaPath, boxOf, fitBox, type GeoBox, type Projection } from "./area-path.ts";

/** A small map without script or tile: outlines, and points as dots that grow with how many fall together. */
export type Plan = {
  /** Accessible name. */
  name: string;
  outline?: unknown;
  areas: readonly { geometry: unknown; name: string; isChosen?: boolean | undefined }[];
  /** `count` is how many stand there. */
  points: readonly PlanPoint[];
  /** A point that is looked for among the others. */
  chosen?: { longitude: number; latitude: number } | undefined;
};

export type PlanPoint = { longitude: number; latitude: number; count: number };

type Look = { width: number; palette: ChartPalette; id: string };
type Dot = { x: number; y: number; count: number };

/** Height over width. */
const SHAPE = 0.68;
/** Dots a drawing may hold: beyond, neighbours are drawn as one. */
const MOST_DOTS = 600;
/** From so many points in one dot, its diameter in pixels. */
const SIZES = [
  [1, 4],
  [2, 5.5],
  [5, 8],
  [20, 12],
  [100, 18],
] as const;

/** Undefined when there is nothing to draw. */
export function drawPlan(
  plan: Plan,
  { width, palette, id }: Look,
): { svg: string; width: number; height: number } | undefined {
  const box = boxAround(plan);
  if (!box) return undefined;
  const height = Math.round(width * SHAPE);
  const project = fitBox(box, width, height, 8);
  const key = `${id}-${width}`;
  const body = [
    outlineOf(plan, project, palette),
    ...plan.areas.map((area) => areaOf(area, project, palette)),
    namesOf(plan, project, palette),
    dotsOf(plan, project, palette, key),
    chosenOf(plan, project, palette),
  ].join("");
  const name = `${key}-plan`;
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": name,
      fill: palette.ink,
      "font-size": "13",
    },
    element("title", { id: name }, escapeXml(plan.name) || " ") + body,
  );
  return { svg, width, height };
}

function boxAround({ outline, areas, points, chosen }: Plan): GeoBox | undefined {
  const drawn = boxOf([outline, ...areas.map(({ geometry }) => geometry)]);
  if (drawn) return drawn;
  const all = [...points, ...(chosen ? [chosen] : [])];
  if (all.length === 0) return undefined;
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const { longitude, latitude } of all) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

function outlineOf({ outline }: Plan, project: Projection, palette: ChartPalette): string {
  const d = areaPath(outline, project);
  if (d === "") return "";
  return element("path", { d, fill: palette.rule, "fill-opacity": "0.45" });
}

function areaOf(area: Plan["areas"][number], project: Projection, palette: ChartPalette): string {
  const d = areaPath(area.geometry, project);
  if (d === "") return "";
  return element("path", {
    d,
    fill: area.isChosen ? palette["data-1"] : palette.rule,
    "fill-opacity": area.isChosen ? "0.25" : "0.45",
    stroke: area.isChosen ? palette["data-1"] : palette["rule-strong"],
    "stroke-width": area.isChosen ? "2" : "1",
    "stroke-linejoin": "round",
  });
}

/** Names that fit into their area; the chosen one always. */
function namesOf({ areas }: Plan, project: Projection, palette: ChartPalette): string {
  return areas
    .map(({ geometry, name, isChosen }) => {
      const box = boxOf([geometry]);
      if (!box) return "";
      const [left, bottom] = project(box.west, box.south);
      const [right, top] = project(box.east, box.north);
      if (!isChosen && textWidth(name) > (right - left) * 0.94) return "";
      return text((left + right) / 2, (top + bottom) / 2 + 4, name, {
        anchor: "middle",
        fill: isChosen ? palette.ink : palette["ink-soft"],
        ...(isChosen ? { weight: 700 } : {}),
        halo: palette.paper,
      });
    })
    .join("");
}

function dotsOf(plan: Plan, project: Projection, palette: ChartPalette, id: string): string {
  const dots = gathered(plan.points, project);
  return SIZES.map(([from, size], index) => {
    const below = SIZES[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const own = dots.filter(({ count }) => count >= from && count < below);
    if (own.length === 0) return "";
    const name = `${id}-dots-${index}`;
    const path = element("path", {
      id: name,
      d: own.map(({ x, y }) => `M${x} ${y}h0`).join(""),
      "stroke-linecap": "round",
    });
    const use = (stroke: string, width: number) =>
      element("use", { href: `#${name}`, stroke, "stroke-width": String(width) });
    return (
      element("defs", {}, path) + use(palette.paper, size + 1.5) + use(palette["data-1"], size)
    );
  }).join("");
}

/** Points on a grid fine enough to tell them apart, and no finer than the drawing can hold. */
function gathered(points: readonly PlanPoint[], project: Projection): Dot[] {
  for (let cell = 1; ; cell *= 1.5) {
    const cells = new Map<string, Dot>();
    for (const { longitude, latitude, count } of points) {
      const [x, y] = project(longitude, latitude).map((value) =>
        Math.round(Math.round(value / cell) * cell),
      ) as [number, number];
      const dot = cells.get(`${x} ${y}`);
      cells.set(`${x} ${y}`, { x, y, count: (dot?.count ?? 0) + count });
    }
    if (cells.size <= MOST_DOTS) return [...cells.values()];
  }
}

function chosenOf({ chosen }: Plan, project: Projection, palette: ChartPalette): string {
  if (!chosen) return "";
  const [x, y] = project(chosen.longitude, chosen.latitude);
  const ring = (r: string, look: Readonly<Record<string, string>>) =>
    element("circle", { cx: x, cy: y, r, ...look });
  return (
    ring("9", { fill: palette.paper, "fill-opacity": "0.8" }) +
    ring("8", { fill: "none", stroke: palette.signal, "stroke-width": "2.5" }) +
    ring("3", { fill: palette.signal })
  );
}
