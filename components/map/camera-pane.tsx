"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import { CameraCard } from "./camera-card.tsx";
import { CameraList } from "./camera-list.tsx";
import styles from "./camera-pane.module.css";
import type { MapLabels } from "./map-labels.ts";
import type { Explorer } from "./use-explorer.ts";

/** Beside the map, or under it: the selected camera, and the list of those in the view. */
export function CameraPane({
  explorer,
  labels,
  locale,
  sheets,
  wholeList,
  children,
}: {
  explorer: Explorer;
  labels: MapLabels;
  locale: string;
  sheets: string;
  wholeList: string;
  children: ReactNode;
}) {
  const { address, inView, lines, selection, wording, write, drawing } = explorer;
  const words =
    inView === null ? "" : write.count(drawing.isExact ? labels.inView : labels.about, inView);
  const spoken = useSettled(words);
  const isPaged = usePaged();
  const { select, close } = selection;
  const [typed, setTyped] = useState("");
  const onSelect = useCallback(
    (reference: string, isByKeyboard: boolean) => {
      setTyped(isByKeyboard ? reference : "");
      select(reference);
    },
    [select],
  );
  const onClose = (isByKeyboard: boolean) => {
    setTyped("");
    close();
    if (isByKeyboard) document.getElementById("camera-list")?.focus();
  };
  return (
    <section className={styles.pane} aria-labelledby="camera-list">
      {selection.line && (
        <CameraCard
          key={selection.line.reference}
          row={selection.line}
          place={placeInList(explorer)}
          address={sheets + encodeURIComponent(address.camera)}
          locale={locale}
          wording={wording}
          labels={labels.card}
          takesFocus={typed === selection.line.reference}
          onClose={onClose}
        />
      )}
      <header className={styles.heading}>
        <h2 id="camera-list" tabIndex={-1}>
          {words || labels.list.title}
        </h2>
        {lines && (
          <p aria-hidden="true">
            {labels.list.columns.split(" · ").map((column) => (
              <span key={column}>{column}</span>
            ))}
          </p>
        )}
      </header>
      <p className={styles.unseen} role="status">
        {spoken}
      </p>
      {explorer.isOffline && <p className={styles.remark}>{labels.list.offline}</p>}
      {lines ? (
        <CameraList
          rows={lines}
          selected={address.camera}
          wording={wording}
          labels={labels.list}
          onSelect={onSelect}
          onPoint={explorer.onPoint}
        />
      ) : (
        children
      )}
      <Remainder listed={lines?.length ?? null} inView={inView ?? 0} {...{ labels, write }} />
      {lines && (
        <details className={styles.whole} open={isPaged}>
          <summary>{wholeList}</summary>
          {children}
        </details>
      )}
    </section>
  );
}

function Remainder({
  listed,
  inView,
  labels,
  write,
}: {
  listed: number | null;
  inView: number;
  labels: MapLabels;
  write: Explorer["write"];
}) {
  if (listed === 0) return <p className={styles.remark}>{labels.list.empty}</p>;
  if (listed === null || inView <= listed) return null;
  return <p className={styles.remark}>{write.count(labels.list.more, inView - listed)}</p>;
}

/** "2 / 312", when the camera is among the lines. */
function placeInList({ lines, address, inView, write }: Explorer): string {
  const place = lines?.findIndex(({ reference }) => reference === address.camera) ?? -1;
  return place < 0 ? "" : `${write.number(place + 1)} / ${write.number(inView ?? 0)}`;
}

/** Whether the reader has come by "next page": the whole list is then what they read. */
function usePaged(): boolean {
  const [isPaged, setPaged] = useState(false);
  useEffect(() => setPaged(new URLSearchParams(window.location.search).has("page")), []);
  return isPaged;
}

/** Spoken only once the reader has stopped moving. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 900);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
