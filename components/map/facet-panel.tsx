"use client";

import { type CameraFilter, isFiltering, type ListFacet } from "#domain/dataset/camera-filter.ts";
import styles from "./facet-panel.module.css";
import type { FacetChoice, MapLabels, Writer } from "./map-labels.ts";

/**
 * The filter as a plain form: without script it is sent and the server answers with the list; with it, each choice
 * takes effect at once. A value that would show nothing with the other choices stays, dimmed.
 */
export function FacetPanel({
  facets,
  filter,
  counts,
  labels,
  write,
  onToggle,
  onClear,
}: {
  facets: readonly FacetChoice[];
  filter: CameraFilter;
  /** Undefined: no camera of the city has this value. Null: not counted yet. */
  counts: (facet: string, value: string) => number | null | undefined;
  labels: MapLabels["filters"];
  write: Writer;
  onToggle: (facet: ListFacet, value: string) => void;
  onClear: () => void;
}) {
  return (
    <div className={styles.panel}>
      {facets.map(({ facet, label, values }) => {
        if (!(facet in filter)) return null;
        const chosen: readonly string[] = filter[facet as ListFacet];
        return (
          <details key={facet} className={styles.facet} open={chosen.length > 0 || undefined}>
            <summary>
              <span>{label}</span>
              {chosen.length > 0 && <b>{write.number(chosen.length)}</b>}
            </summary>
            <ul>
              {values.map(({ value, label: word }) => {
                const count = counts(facet, value);
                if (count === undefined && !chosen.includes(value)) return null;
                return (
                  <li key={value} data-empty={count === 0 || undefined}>
                    <label>
                      <input
                        type="checkbox"
                        name={facet}
                        value={value}
                        checked={chosen.includes(value)}
                        onChange={() => onToggle(facet as ListFacet, value)}
                      />
                      <span>{word}</span>
                      {typeof count === "number" && (
                        <span className={styles.count}>{write.number(count)}</span>
                      )}
                    </label>
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
      {isFiltering(filter) && (
        <button type="button" className={styles.clear} onClick={onClear}>
          {labels.clear}
        </button>
      )}
    </div>
  );
}
