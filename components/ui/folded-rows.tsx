import type { ReactNode } from "react";
import styles from "./folded-rows.module.css";

type Props<Row> = {
  rows: readonly Row[];
  /** How many rows are shown at once. */
  shown: number;
  /** The gesture that opens the others. */
  more: string;
  /** Draws the table of some rows; `isRest` for those that are folded, whose caption need not be seen again. */
  table: (rows: readonly Row[], isRest: boolean) => ReactNode;
};

/** A long table whose first rows are shown; the others are one gesture away, and printed. */
export function FoldedRows<Row>({ rows, shown, more, table }: Props<Row>) {
  if (rows.length <= shown + 1) return table(rows, false);
  return (
    <>
      {table(rows.slice(0, shown), false)}
      <details className={styles.rest}>
        <summary>{more}</summary>
        {table(rows.slice(shown), true)}
      </details>
    </>
  );
}
