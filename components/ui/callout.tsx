import type { ReactNode } from "react";
import styles from "./callout.module.css";

/** What is wrong or missing, set apart in the signal colour. Nothing else is. */
export function Callout({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.callout}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
