import type { ReactNode } from "react";
import styles from "./data-table.module.css";

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers are set at the end of their column. */
  isNumber?: boolean;
  /** The cell that names the row. One column, usually the first. */
  isHeading?: boolean;
  /** Sentences: in a card they take its whole width, and need no label. */
  isProse?: boolean;
  /** References, dates: where columns stand side by side, they are not broken. */
  isWhole?: boolean;
};

type Props<Row> = {
  caption: ReactNode;
  /** The caption stays readable by a screen reader when the heading above already says it. */
  hidesCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** A real table where there is room; one card per row where there is none. */
export function DataTable<Row>({ caption, hidesCaption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={styles.table}>
      <caption className={hidesCaption ? "visually-hidden" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.isNumber ? styles.number : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lookOf<Row>({ isNumber, isProse, isWhole }: Column<Row>) {
  if (isNumber) return styles.number;
  if (isWhole) return styles.whole;
  return isProse ? styles.prose : undefined;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = lookOf(column);
  const content = (
    <>
      {!column.isHeading && (
        <span className={styles.label} aria-hidden="true">
          {column.label}
        </span>
      )}
      <span className={styles.content}>{column.cell(row)}</span>
    </>
  );
  return column.isHeading ? (
    <th scope="row" className={look}>
      {content}
    </th>
  ) : (
    <td className={look}>{content}</td>
  );
}
