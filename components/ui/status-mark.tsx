import styles from "./status-mark.module.css";

export type MarkState = "good" | "warning" | "bad" | "unknown";

/** A sign beside words: its shape says as much as its colour. */
export function StatusMark({ state }: { state: MarkState }) {
  return (
    <svg viewBox="0 0 12 12" className={styles.mark} aria-hidden="true" focusable="false">
      {state === "good" && <circle cx="6" cy="6" r="5" className={styles.good} />}
      {state === "warning" && <path d="M6 .8 11.6 11H.4Z" className={styles.warning} />}
      {state === "bad" && <rect x="1.5" y="1.5" width="9" height="9" className={styles.bad} />}
      {state === "unknown" && <circle cx="6" cy="6" r="4.5" className={styles.unknown} />}
    </svg>
  );
}
