import { useCallback, useMemo, useState } from "react";
import { type CameraFilter, type ListFacet, noFilter } from "#domain/dataset/camera-filter.ts";
import type { CameraExplorerProps } from "./camera-explorer-props.ts";
import type { MapPosition } from "./leaflet-camera-map.tsx";
import { createWriter } from "./map-labels.ts";
import { useCameraLines } from "./use-camera-lines.ts";
import { type Bounds, useCameraRows } from "./use-camera-rows.ts";
import { type AddressChange, useMapAddress } from "./use-map-address.ts";
import { useMapData } from "./use-map-data.ts";
import { foundRows, useReferences } from "./use-references.ts";
import { useScene } from "./use-scene.ts";
import { useSelectedCamera } from "./use-selected-camera.ts";
import { useTextSearch } from "./use-text-search.ts";

type View = { bounds: Bounds; inView: number };

/** What the map, its tools, the card and the list share: one state, in the address. */
export function useExplorer(props: CameraExplorerProps) {
  const { api, facets, locale, shadings } = props;
  const write = useMemo(() => createWriter(locale), [locale]);
  const { address, change, isRead, opened } = useMapAddress(props.filter ?? noFilter);
  const { filter, mode } = address;
  const data = useMapData(props.data);
  const references = useReferences(data);
  const searched = useTextSearch(api, filter.text);
  const count = data.points?.count ?? 0;
  const found = useMemo(
    () => foundRows(count, references.rows, searched?.references ?? null),
    [count, references.rows, searched],
  );
  // Whoever shares a search with a view shares the view.
  const isShared = opened?.position != null && opened.filter.text === filter.text;
  const shading = shadings.find(({ key }) => key === address.shading) ?? null;
  const drawing = useScene(data, filter, found, { mode, shading, write });
  const { view, onViewChange } = useView(change, data.look);
  const bounds = view?.bounds ?? null;
  const answer = useCameraRows(api, filter, bounds);
  const lines = useCameraLines(answer, data.points, references, { filter, bounds });
  const selection = useSelectedCamera({ api, address, change, data, references, lines });
  const actions = useMemo(() => filterActions(change), [change]);
  const [pointed, setPointed] = useState<number | null>(null);
  const onPoint = useCallback(
    (reference: string | null) =>
      setPointed(reference === null ? null : (references.rows.get(reference) ?? null)),
    [references.rows],
  );
  return {
    write,
    address,
    change,
    isRead,
    data,
    shading,
    drawing,
    inView: data.points && view ? view.inView : null,
    onViewChange,
    frame: isShared ? null : (searched?.box ?? null),
    isOffline: answer === "failed",
    lines,
    selection,
    pointed,
    onPoint,
    wording: useWording(facets),
    ...actions,
  };
}
export type Explorer = ReturnType<typeof useExplorer>;

/** The same functions from one choice to the next, so that only what was touched is drawn anew. */
function filterActions(change: (part: AddressChange) => void) {
  const setFilter = (part: Partial<CameraFilter>) =>
    change(({ filter }) => ({ filter: { ...filter, ...part } }));
  const toggle = (facet: ListFacet, value: string) =>
    change(({ filter }) => {
      const chosen: readonly string[] = filter[facet];
      const others = chosen.filter((other) => other !== value);
      const now = others.length < chosen.length ? others : [...chosen, value];
      return { filter: { ...filter, [facet]: now } };
    });
  return { setFilter, toggle };
}

function useView(
  change: (part: { position: MapPosition }) => void,
  look: (box: readonly [number, number, number, number]) => void,
) {
  const [view, setView] = useState<View | null>(null);
  const onViewChange = useCallback(
    (bounds: Bounds, position: MapPosition, inView: number) => {
      setView((before) => (isSameView(before, bounds, inView) ? before : { bounds, inView }));
      change({ position });
      look(toUnits(bounds));
    },
    [change, look],
  );
  return { view, onViewChange };
}

function isSameView(before: View | null, bounds: Bounds, inView: number): boolean {
  return before?.inView === inView && bounds.every((side, i) => side === before.bounds[i]);
}

function toUnits([west, south, east, north]: Bounds): readonly [number, number, number, number] {
  return [
    Math.floor(west * 1e5),
    Math.floor(south * 1e5),
    Math.ceil(east * 1e5),
    Math.ceil(north * 1e5),
  ];
}

function useWording(facets: CameraExplorerProps["facets"]) {
  return useMemo(() => {
    const words = new Map(
      facets.flatMap(({ facet, values }) =>
        values.map(({ value, label }) => [`${facet}:${value}`, label]),
      ),
    );
    return (facet: string, value: string) => words.get(`${facet}:${value}`) ?? value;
  }, [facets]);
}
