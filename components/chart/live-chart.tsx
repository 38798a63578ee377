"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./chart-frame.module.css";
import type { LiveLayerProps, LivePlaces, Reading } from "./live-places.ts";

type Props = {
  /** What the focusable layer is called: the finding, and that arrows walk through it. */
  label: string;
  readings: readonly Reading[];
  places: LivePlaces;
  /** The drawn chart; it stays whatever happens to the script. */
  children: ReactNode;
};

const idle = (run: () => void) =>
  typeof requestIdleCallback === "function" ? requestIdleCallback(run) : setTimeout(run, 800);

/** Adds values under the pointer and arrow keys to a drawn chart, once the page is idle and someone points at it. */
export function LiveChart({ label, readings, places, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [Layer, setLayer] = useState<ComponentType<LiveLayerProps>>();
  useEffect(() => {
    idle(() => setReady(true));
  }, []);
  const load = () => {
    if (!isReady || Layer) return;
    import("./live-layer.tsx").then(
      (module) => setLayer(() => module.LiveLayer),
      // The drawn chart and its table say the same without it.
      () => undefined,
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, this holds a drawing
    <div
      ref={box}
      className={styles.live}
      role="group"
      aria-label={label}
      tabIndex={isReady && !Layer ? 0 : undefined}
      onPointerEnter={load}
      onFocus={load}
    >
      {children}
      {Layer && <Layer box={box} label={label} readings={readings} places={places} />}
    </div>
  );
}
