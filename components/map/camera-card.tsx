"use client";

import { useEffect, useRef } from "react";
import styles from "./camera-card.module.css";
import type { Wording } from "./camera-list.tsx";
import { shapeOf } from "./engine/marks.ts";
import { fill, type MapLabels } from "./map-labels.ts";
import type { CameraRow } from "./read-camera.ts";

/** The selected camera in short: the same words as its line, and the way to its sheet. */
export function CameraCard({
  row,
  place,
  address,
  locale,
  wording,
  labels,
  takesFocus,
  onClose,
}: {
  row: CameraRow;
  /** "2 / 312", when the camera is in the list. */
  place: string;
  address: string;
  locale: string;
  wording: Wording;
  labels: MapLabels["card"];
  /** Chosen with the keyboard: the next step is the way to its sheet. */
  takesFocus: boolean;
  onClose: (isByKeyboard: boolean) => void;
}) {
  const sheet = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) sheet.current?.focus();
  }, [takesFocus]);
  const shape = shapeOf(row.status, row.authorisation);
  return (
    <article className={styles.card} aria-labelledby="selected-camera">
      <p className={styles.kicker}>
        <span>
          {row.reference} · {wording("type", row.type)} · {wording("status", row.status)}
        </span>
        <span>{place}</span>
        <button
          type="button"
          onClick={({ detail }) => onClose(detail === 0)}
          aria-label={labels.close}
        >
          ×
        </button>
      </p>
      <h2 id="selected-camera">{row.place || row.reference}</h2>
      <dl>
        <Fact name={labels.installed} value={writeDate(row.installed, locale) || labels.unknown} />
        <Fact
          name={labels.cost}
          value={wording("cost", row.cost)}
          note={row.cost === "unknown" ? "" : labels.costUnit}
          isLarge={row.cost !== "unknown"}
        />
        <Fact
          name={labels.requests}
          value={wording("outcome", row.outcome)}
          note={isBand(row.outcome) ? labels.requestsUnit : ""}
          isLarge={isBand(row.outcome)}
        />
        <Fact
          name={labels.authorisation}
          value={wording("authorisation", row.authorisation)}
          isAlert={shape === "expired"}
        />
      </dl>
      {shape === "expired" && <p className={styles.alert}>{labels.expired}</p>}
      {shape === "gap" && <p className={styles.note}>{labels.gap}</p>}
      {row.precision === "street" && <p className={styles.note}>{labels.imprecise}</p>}
      <a ref={sheet} className={styles.sheet} href={address}>
        {fill(labels.sheet, { reference: row.reference })}
      </a>
    </article>
  );
}

function Fact({
  name,
  value,
  note = "",
  isLarge = false,
  isAlert = false,
}: {
  name: string;
  value: string;
  note?: string;
  isLarge?: boolean;
  isAlert?: boolean;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-large={isLarge || undefined} data-alert={isAlert || undefined}>
        {value}
      </dd>
      {note !== "" && <dd className={styles.unit}>{note}</dd>}
    </div>
  );
}

/** A date known to the year, the month or the day, written as precisely as it is known. */
/** True of a number of requests, not of a silence. */
function isBand(outcome: string): boolean {
  return outcome !== "not-communicated" && outcome !== "withheld";
}

function writeDate(date: string, locale: string): string {
  const [year, month, day] = date.split("-");
  if (!year || !month) return date;
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
    ...(day ? { day: "numeric" } : {}),
  }).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}
