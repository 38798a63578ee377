"use client";

import { useState } from "react";
import styles from "./locate-button.module.css";
import type { MapLabels } from "./map-labels.ts";

export type ReaderPosition = { latitude: number; longitude: number; accuracy: number };

/** Asks the browser where the reader is. The answer moves the map and goes nowhere else, which is said beside it. */
export function LocateButton({
  labels,
  onLocate,
}: {
  labels: MapLabels["locate"];
  onLocate: (position: ReaderPosition) => void;
}) {
  const [words, setWords] = useState("");
  const locate = () => {
    setWords(labels.explained);
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setWords("");
        onLocate(coords);
      },
      () => setWords(labels.failed),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return (
    <div className={styles.locate}>
      <button type="button" onClick={locate} title={`${labels.button}. ${labels.explained}`}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="5" />
          <path d="M10 1v5M10 14v5M1 10h5M14 10h5" />
        </svg>
        <span>{labels.button}</span>
      </button>
      <p role="status">{words}</p>
    </div>
  );
}
