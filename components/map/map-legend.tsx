"use client";

import {
  ageClasses,
  bandClasses,
  type ColourMode,
  colourModes,
  type MarkShape,
} from "./engine/marks.ts";
import { type FacetChoice, fill, type MapLabels, type Shading } from "./map-labels.ts";
import styles from "./map-legend.module.css";

const shownShapes: readonly MarkShape[] = [
  "service",
  "impaired",
  "planned",
  "removed",
  "expired",
  "gap",
  "unknown",
];

/** What shapes and colours mean, with the choice of colours; only the shapes that occur are explained. */
export function MapLegend({
  present,
  mode,
  shading,
  shadings,
  facets,
  labels,
  onMode,
  onShading,
}: {
  present: ReadonlySet<MarkShape>;
  mode: ColourMode;
  shading: Shading | null;
  shadings: readonly Shading[];
  facets: readonly FacetChoice[];
  labels: MapLabels["legend"];
  onMode: (mode: ColourMode) => void;
  onShading: (key: string) => void;
}) {
  return (
    <div className={styles.legend}>
      <ul className={styles.shapes}>
        {shownShapes
          .filter((shape) => present.has(shape))
          .map((shape) => (
            <li key={shape} data-shape={mode === "status" ? shape : undefined}>
              <MarkIcon shape={shape} />
              {labels.shapes[shape]}
            </li>
          ))}
        {present.has("expired") && (
          <li>
            <svg
              className={styles.icon}
              data-shape="expired"
              viewBox="-7 -7 14 14"
              aria-hidden="true"
            >
              <circle r="3.6" className={styles.full} />
              <path d="M0-6a6 6 0 0 1 6 6" />
            </svg>
            {labels.cluster}
          </li>
        )}
      </ul>
      {mode !== "status" && (
        <Ramp
          kind={mode === "age" ? "ramp" : "heat"}
          steps={stepsOf(mode, facets, labels)}
          unknown={labels.unknown}
        />
      )}
      <label className={styles.choice}>
        {labels.colour}
        <select value={mode} onChange={(event) => onMode(event.target.value as ColourMode)}>
          {colourModes.map((choice) => (
            <option key={choice} value={choice}>
              {labels.modes[choice]}
            </option>
          ))}
        </select>
      </label>
      {shadings.length > 0 && (
        <label className={styles.choice}>
          {labels.districts}
          <select value={shading?.key ?? ""} onChange={(event) => onShading(event.target.value)}>
            <option value="">{labels.noShading}</option>
            {shadings.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {shading && <Ramp kind="shade" steps={shading.steps} unknown="" />}
    </div>
  );
}

function stepsOf(
  mode: Exclude<ColourMode, "status">,
  facets: readonly FacetChoice[],
  labels: MapLabels["legend"],
): readonly string[] {
  if (mode === "age") return [...ageClasses].reverse().map((from) => ageWords(from, labels.ages));
  const words = facets.find(({ facet }) => facet === mode)?.values ?? [];
  return bandClasses[mode]
    .slice(1)
    .map((band) => words.find(({ value }) => value === band)?.label ?? band);
}

function ageWords(from: number, labels: MapLabels["legend"]["ages"]): string {
  const next = (ageClasses as readonly number[])[
    (ageClasses as readonly number[]).indexOf(from) + 1
  ];
  if (next === undefined) return fill(labels.from, { year: String(from) });
  if (from === 0) return fill(labels.before, { year: String(next) });
  return fill(labels.between, { year: String(from), to: String(next - 1) });
}

function Ramp({
  kind,
  steps,
  unknown,
}: {
  kind: "ramp" | "heat" | "shade";
  steps: readonly string[];
  unknown: string;
}) {
  return (
    <ul className={styles.ramp} data-kind={kind}>
      {steps.map((step, i) => (
        <li key={step}>
          <i data-class={`${kind}-${i + 1}`} />
          {step}
        </li>
      ))}
      {unknown !== "" && (
        <li>
          <i data-class="unknown" />
          {unknown}
        </li>
      )}
    </ul>
  );
}

/** The mark as the canvas draws it. */
export function MarkIcon({ shape }: { shape: MarkShape }) {
  return (
    <svg className={styles.icon} data-shape={shape} viewBox="-7 -7 14 14" aria-hidden="true">
      {shape === "service" && <circle r="4.6" className={styles.full} />}
      {shape === "unknown" && <circle r="2.8" className={styles.full} />}
      {(shape === "planned" || shape === "impaired") && <circle r="4.3" />}
      {shape === "impaired" && <path d="M0-4.3a4.3 4.3 0 0 0 0 8.6z" className={styles.full} />}
      {shape === "removed" && <path d="M-3.6-3.6l7.2 7.2m0-7.2l-7.2 7.2" />}
      {(shape === "expired" || shape === "gap") && (
        <rect
          x="-4.2"
          y="-4.2"
          width="8.4"
          height="8.4"
          strokeDasharray={shape === "gap" ? "2.2 1.7" : undefined}
        />
      )}
    </svg>
  );
}
