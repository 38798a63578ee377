import type { ReactNode } from "react";
import styles from "./choices.module.css";

export type Choice = { key: string; label: ReactNode; to: string; isChosen: boolean };

/** One choice among few, as links: it works without JavaScript, and the address says what is chosen. */
export function Choices({ label, choices }: { label: ReactNode; choices: readonly Choice[] }) {
  return (
    <div className={styles.choices}>
      <span className={styles.label}>{label}</span>
      <ul>
        {choices.map(({ key, label: words, to, isChosen }) => (
          <li key={key}>
            <a href={to} aria-current={isChosen ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
