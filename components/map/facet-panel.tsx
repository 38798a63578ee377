"use client";

import { memo } from "react";
import { type CameraFilter, isFiltering, type ListFacet } from "#domain/dataset/camera-filter.ts";
import styles from "./facet-panel.module.css";
import type { FacetChoice, MapLabels, Writer } from "./map-labels.ts";
import type { FacetCounts } from "./use-scene.ts";

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
  counts: FacetCounts;
  labels: MapLabels["filters"];
  write: Writer;
  /** The same from one choice to the next: only the facet that was touched is then drawn anew. */
  onToggle: (facet: ListFacet, value: string) => void;
  onClear: () => void;
}) {
  return (
    <div className={styles.panel}>
      {facets.map(
        (choice) =>
          choice.facet in filter && (
            <Facet
              key={choice.facet}
              choice={choice}
              chosen={filter[choice.facet as ListFacet]}
              counts={counts.get(choice.facet)}
              write={write}
              onToggle={onToggle}
            />
          ),
      )}
      {isFiltering(filter) && (
        <button type="button" className={styles.clear} onClick={onClear}>
          {labels.clear}
        </button>
      )}
    </div>
  );
}

type FacetProps = {
  choice: FacetChoice;
  chosen: readonly string[];
  /** Undefined: not counted yet. A value that it lacks no camera of the city has. */
  counts: ReadonlyMap<string, number> | undefined;
  write: Writer;
  onToggle: (facet: ListFacet, value: string) => void;
};

/** A country has thousands of districts to choose from. */
const Facet = memo(function Facet({ choice, chosen, counts, write, onToggle }: FacetProps) {
  const { facet, label, values } = choice;
  return (
    <details className={styles.facet} open={chosen.length > 0 || undefined}>
      <summary>
        <span>{label}</span>
        {chosen.length > 0 && <b>{write.number(chosen.length)}</b>}
      </summary>
      <ul>
        {values.map(({ value, label: word }) => {
          const count = counts?.get(value);
          const isChosen = chosen.includes(value);
          if (counts && count === undefined && !isChosen) return null;
          return (
            <li key={value} data-empty={count === 0 || undefined}>
              <label>
                <input
                  type="checkbox"
                  name={facet}
                  value={value}
                  checked={isChosen}
                  onChange={() => onToggle(facet as ListFacet, value)}
                />
                <span>{word}</span>
                {count !== undefined && <span className={styles.count}>{write.number(count)}</span>}
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
});
