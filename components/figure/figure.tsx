import type { ReactNode } from "react";
import { SourceMark } from "#components/source/footnotes.tsx";
import styles from "./figure.module.css";

type Props = {
  label: ReactNode;
  /** The value with its unit, or the words of a silence. */
  value: ReactNode;
  /** True when the value is a silence: it is then written small, and never looks like a number. */
  isSilent?: boolean | undefined;
  /** What is wrong: written in the signal colour. */
  isAlert?: boolean | undefined;
  /** Period, denominator, interval, completeness: right under the value. */
  caveat?: ReactNode;
  sourceIds?: readonly number[] | undefined;
  /** Numbering of the page's sources. */
  order?: readonly number[] | undefined;
};

/** A figure never travels alone: its unit, its caveat and its source are part of it. */
export function Figure({ label, value, isSilent, isAlert, caveat, sourceIds, order }: Props) {
  const look = isSilent ? styles.silence : styles.value;
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        <span className={isAlert ? `${look} ${styles.alert}` : look}>
          {value}
          {sourceIds && order && <SourceMark ids={sourceIds} order={order} />}
        </span>
        {caveat && <span className={styles.caveat}>{caveat}</span>}
      </dd>
    </div>
  );
}

/** Figures side by side, aligned on a grid. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>;
}
