import { useLocale } from "next-intl";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./district-sheet.module.css";

/** Counts as a table whose cells draw themselves: read by a screen reader, printed, and seen without a script. */
export function CountBars(props: {
  caption: string;
  label: string;
  unit: string;
  empty: string;
  rows: readonly { name: string; count: number }[];
}) {
  const locale = useLocale();
  const largest = Math.max(1, ...props.rows.map((row) => row.count));
  if (props.rows.length === 0) return <p className={styles.silence}>{props.empty}</p>;
  return (
    <table className={styles.bars}>
      <caption className={styles.hidden}>{props.caption}</caption>
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">{props.label}</th>
          <th scope="col">{props.unit}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>
              <svg
                aria-hidden="true"
                className={styles.bar}
                height="11"
                width={`${(row.count / largest) * 75}%`}
              >
                <rect height="100%" width="100%" />
              </svg>
              {wordNumber(locale, row.count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
