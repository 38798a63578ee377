"use client";

import { useEffect, useState } from "react";
import {
  type CameraFilter,
  formatCameraFilter,
  type ListFacet,
} from "#domain/dataset/camera-filter.ts";
import type { ColourMode } from "./engine/marks.ts";
import { FacetPanel } from "./facet-panel.tsx";
import type { FacetChoice, MapLabels, Shading, Writer } from "./map-labels.ts";
import { MapLegend } from "./map-legend.tsx";
import styles from "./map-tools.module.css";
import type { Scene } from "./use-scene.ts";

/** Search, filters and legend, over the map. One plain form, so that it also works without script. */
export function MapTools({
  filter,
  facets,
  drawing,
  mode,
  shading,
  shadings,
  labels,
  write,
  onSearch,
  onToggle,
  onClear,
  onMode,
  onShading,
}: {
  filter: CameraFilter;
  facets: readonly FacetChoice[];
  drawing: Scene;
  mode: ColourMode;
  shading: Shading | null;
  shadings: readonly Shading[];
  labels: MapLabels;
  write: Writer;
  onSearch: (text: string) => void;
  onToggle: (facet: ListFacet, value: string) => void;
  onClear: () => void;
  onMode: (mode: ColourMode) => void;
  onShading: (key: string) => void;
}) {
  const [isLegendOpen, setLegendOpen] = useState(false);
  const active = formatCameraFilter({ ...filter, text: "" }).size;
  return (
    <form method="get" className={styles.tools} onSubmit={(event) => event.preventDefault()}>
      <SearchBox text={filter.text} labels={labels.search} onSearch={onSearch} />
      <details className={styles.filters}>
        <summary>
          {labels.filters.title}
          {active > 0 && <span>{write.count(labels.filters.active, active)}</span>}
        </summary>
        <FacetPanel
          facets={facets}
          filter={filter}
          counts={drawing.counts}
          labels={labels.filters}
          write={write}
          onToggle={onToggle}
          onClear={onClear}
        />
        <noscript>
          <button type="submit">{labels.search.submit}</button>
        </noscript>
      </details>
      <button
        type="button"
        className={styles.legendButton}
        aria-expanded={isLegendOpen}
        onClick={() => setLegendOpen(!isLegendOpen)}
      >
        {labels.legend.title}
      </button>
      <div className={styles.legend} data-open={isLegendOpen || undefined}>
        <MapLegend
          present={drawing.shapes}
          mode={mode}
          shading={shading}
          shadings={shadings}
          facets={facets}
          labels={labels.legend}
          onMode={onMode}
          onShading={onShading}
        />
      </div>
    </form>
  );
}

/** Takes effect when the reader pauses; another address (a shared link, a cleared filter) rewrites the field. */
function SearchBox({
  text,
  labels,
  onSearch,
}: {
  text: string;
  labels: MapLabels["search"];
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const words = typed.trim();
    if (words === text) return;
    const timer = setTimeout(() => onSearch(words), 450);
    return () => clearTimeout(timer);
  });
  return (
    <input
      type="search"
      name="q"
      className={styles.search}
      value={typed}
      maxLength={100}
      aria-label={labels.label}
      placeholder={labels.placeholder}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
