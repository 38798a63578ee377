"use client";

import { useEffect, useState } from "react";
import { fill, type MapLabels, type Writer } from "./map-labels.ts";
import styles from "./time-slider.module.css";

export type YearCount = { year: number; cameras: number };

/**
 * Installations per year, and a cursor: the map shows what was installed up to that year. At the last year nothing
 * is left out, not even the cameras without a date.
 */
export function TimeSlider({
  years,
  undated,
  matching,
  to,
  labels,
  write,
  onChange,
}: {
  years: readonly YearCount[];
  undated: number;
  matching: number;
  to: number | null;
  labels: MapLabels["timeline"];
  write: Writer;
  onChange: (to: number | null) => void;
}) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const year = to === null ? last : Math.max(first, Math.min(last, to));
  const move = (next: number) => onChange(next >= last ? null : next);
  const [isPlaying, setPlaying] = usePlay(year, last, move);
  if (years.length < 2) return null;
  const start = () => {
    if (year >= last) move(first);
    setPlaying(!isPlaying);
  };
  return (
    <section className={styles.slider} aria-label={labels.label}>
      <div className={styles.words}>
        <output className={styles.year}>{to === null ? labels.all : year}</output>
        <span>{write.count(labels.installed, matching)}</span>
      </div>
      <div className={styles.chart}>
        <Histogram years={years} to={year} />
        <input
          type="range"
          min={first}
          max={last}
          value={year}
          aria-label={labels.label}
          aria-valuetext={`${to === null ? labels.all : year}, ${write.count(labels.installed, matching)}`}
          onChange={(event) => move(Number(event.target.value))}
        />
      </div>
      <button type="button" className={styles.play} onClick={start}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isPlaying ? "M3 2h4v12H3zM9 2h4v12H9z" : "M4 2l10 6-10 6z"} />
        </svg>
        <span className={styles.unseen}>{isPlaying ? labels.pause : labels.play}</span>
      </button>
      <div className={styles.caption}>
        <span>{fill(labels.title, { from: String(first), to: String(last) })}</span>
        {undated > 0 && <span>{write.count(labels.undated, undated)}</span>}
      </div>
    </section>
  );
}

/** Bars on the grid of the cursor: the middle of the thumb falls on the middle of the bar. */
function Histogram({ years, to }: { years: readonly YearCount[]; to: number }) {
  const most = Math.max(...years.map(({ cameras }) => cameras));
  const first = years[0]?.year ?? 0;
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${years.length * 10} 40`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {years.map(({ year, cameras }, i) => {
        const height = cameras === 0 ? 0 : Math.max(1, (cameras / most) * 40);
        return (
          <rect
            key={year}
            className={year <= to ? styles.past : styles.future}
            x={i * 10 + 0.8}
            y={40 - height}
            width={8.4}
            height={height}
          />
        );
      })}
      <line
        className={styles.cursor}
        x1={(to - first + 0.98) * 10}
        x2={(to - first + 0.98) * 10}
        y1={0}
        y2={40}
      />
    </svg>
  );
}

/** One year at a time until the last. The button is hidden where the reader asked for less motion (style sheet). */
function usePlay(year: number, last: number, move: (year: number) => void) {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      move(year + 1);
      if (year + 1 >= last) setPlaying(false);
    }, 650);
    return () => clearTimeout(timer);
  });
  return [isPlaying, setPlaying] as const;
}
