import { useEffect, useMemo, useState } from "react";
import { scanCameras } from "#domain/dataset/camera-facets.ts";
import { type CameraFilter, noFilter } from "#domain/dataset/camera-filter.ts";
import { overviewWeights } from "#domain/dataset/overview-weights.ts";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import type { CanvasScene } from "./engine/camera-canvas.ts";
import { type ColourMode, type MarkShape, markCodes, markShapes } from "./engine/marks.ts";
import { projectPoints } from "./engine/point-field.ts";
import type { Shading, Writer } from "./map-labels.ts";
import type { MapData } from "./use-map-data.ts";

const countedFacets = [
  "district",
  "operator",
  "purpose",
  "type",
  "status",
  "authorisation",
  "cost",
  "outcome",
  "year",
];

/** Counts of the values that occur in the city, zero included when the filter hides them all. */
export type FacetCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type Scene = {
  scene: CanvasScene | null;
  fails: Uint16Array | undefined;
  matching: number;
  isExact: boolean;
  counts: FacetCounts;
  shapes: ReadonlySet<MarkShape>;
};

/** Turns the data and the reader's choices into what the canvas draws. */
export function useScene(
  { points, isCells }: MapData,
  filter: CameraFilter,
  found: Uint8Array | null,
  look: { mode: ColourMode; shading: Shading | null; write: Writer },
): Scene {
  const { mode, shading, write } = look;
  const positions = points?.positions ?? null;
  const field = useMemo(() => positions && projectPoints(positions), [positions]);
  const marked = useMemo(
    () => points && markCodes(points.columns, points.count, mode),
    [points, mode],
  );
  const shown = useMemo(
    () => points && show(points, isCells, filter, found),
    [points, isCells, filter, found],
  );
  const counts = useCounts(points, isCells, filter, found);
  const shapes = useMemo(() => shapesIn(marked?.marks, isCells), [marked, isCells]);
  // The same object as long as the shades are: outlines are drawn anew for another.
  const choropleth = useMemo(() => shading && new Map(Object.entries(shading.classes)), [shading]);
  const scene = useMemo((): CanvasScene | null => {
    if (!points || !field || !marked || !shown) return null;
    const direction = points.columns.find(({ name }) => name === "direction");
    return {
      field,
      fails: shown.fails,
      weights: shown.weights,
      marks: marked.marks,
      alerts: isCells ? undefined : marked.alerts,
      directions: direction?.values as ArrayLike<number> | undefined,
      mode,
      choropleth,
      formatCount: write.compact,
    };
  }, [points, isCells, field, marked, shown, mode, choropleth, write]);
  return {
    scene,
    fails: shown?.fails,
    matching: shown?.matching ?? 0,
    isExact: shown?.isExact ?? true,
    counts,
    shapes,
  };
}

function show(
  points: ColumnarPoints,
  isCells: boolean,
  filter: CameraFilter,
  found: Uint8Array | null,
) {
  if (isCells) return { fails: undefined, ...overviewWeights(points, filter) };
  const usable = found?.length === points.count ? found : null;
  const { fails, matching } = scanCameras(points, filter, { found: usable });
  return { fails, weights: undefined, matching, isExact: true };
}

/** Counted after the map is drawn: the numbers beside the choices may come a moment later than the dots. */
function useCounts(
  points: ColumnarPoints | null,
  isCells: boolean,
  filter: CameraFilter,
  found: Uint8Array | null,
): FacetCounts {
  const [counts, setCounts] = useState<FacetCounts>(new Map());
  useEffect(() => {
    if (!points) return;
    const timer = setTimeout(() => {
      setCounts(isCells ? countCells(points) : countPoints(points, filter, found));
    }, 30);
    return () => clearTimeout(timer);
  }, [points, isCells, filter, found]);
  return counts;
}

function countPoints(
  points: ColumnarPoints,
  filter: CameraFilter,
  found: Uint8Array | null,
): FacetCounts {
  const usable = found?.length === points.count ? found : null;
  const all = scanCameras(points, noFilter, { count: countedFacets }).counts;
  const passing = scanCameras(points, filter, { count: countedFacets, found: usable }).counts;
  return new Map(
    [...passing].map(([facet, values]) => {
      const column = points.columns.find(({ name }) => name === facet);
      const names = column && column.kind !== "text" ? (column.dictionary ?? []) : [];
      const known = names.flatMap((name, code): [string, number][] =>
        all.get(facet)?.[code] ? [[name, values[code] ?? 0]] : [],
      );
      return [facet, new Map(known)];
    }),
  );
}

/** In the grid of a country each value has its own column of counts, whatever the filter. */
function countCells(points: ColumnarPoints): FacetCounts {
  const counts = new Map<string, Map<string, number>>();
  for (const { name, values } of points.columns) {
    const [facet = "", value] = name.split(/:(.*)/s);
    if (value === undefined) continue;
    const known = counts.get(facet) ?? new Map<string, number>();
    known.set(
      value,
      (values as Uint32Array).reduce((sum, count) => sum + count, 0),
    );
    counts.set(facet, known);
  }
  return counts;
}

function shapesIn(marks: Uint8Array | undefined, isCells: boolean): ReadonlySet<MarkShape> {
  const seen = new Set<number>();
  if (marks && !isCells) for (const mark of marks) seen.add(mark >> 3);
  return new Set(markShapes.filter((_, code) => seen.has(code)));
}
