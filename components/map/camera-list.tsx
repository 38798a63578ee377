"use client";

import { memo } from "react";
import styles from "./camera-list.module.css";
import type { MapLabels } from "./map-labels.ts";
import type { CameraRow } from "./read-camera.ts";

/** The value of a facet in words; the facets of the panel are the one dictionary of the page. */
export type Wording = (facet: string, value: string) => string;

/** The list twin: what the map shows, in words, for the keyboard and the screen reader as for everyone. */
export const CameraList = memo(function CameraList({
  rows,
  selected,
  wording,
  labels,
  onSelect,
  onPoint,
}: {
  rows: readonly CameraRow[];
  selected: string;
  wording: Wording;
  labels: MapLabels["list"];
  onSelect: (reference: string, isByKeyboard: boolean) => void;
  onPoint: (reference: string | null) => void;
}) {
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <li key={row.reference}>
          <button
            type="button"
            className={styles.line}
            aria-pressed={row.reference === selected}
            onClick={({ detail }) => onSelect(row.reference, detail === 0)}
            onPointerEnter={() => onPoint(row.reference)}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => onPoint(row.reference)}
            onBlur={() => onPoint(null)}
          >
            <span className={styles.name}>
              <b>{row.reference}</b> {row.place}
            </span>
            <span>{row.installed.slice(0, 4) || labels.noYear}</span>
            <LegalState row={row} wording={wording} />
            <span className={styles.figure}>{wording("cost", row.cost)}</span>
            <span className={styles.figure}>{wording("outcome", row.outcome)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
});

/** In service, the authorisation matters; otherwise the state of the camera does. */
function LegalState({ row, wording }: { row: CameraRow; wording: Wording }) {
  if (row.status !== "in-service") return <span>{wording("status", row.status)}</span>;
  const words = wording("authorisation", row.authorisation);
  return row.authorisation === "expired" ? (
    <b className={styles.alert}>{words}</b>
  ) : (
    <span>{words}</span>
  );
}
