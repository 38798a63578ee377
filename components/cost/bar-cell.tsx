import styles from "./bar-cell.module.css";

/** A bar in a table, drawn by the server: its parts one after the other; open at its end when a part is missing. */
export function BarCell({
  parts,
  most,
  isPartial = false,
}: {
  parts: readonly number[];
  /** The longest bar of the table. */
  most: number;
  isPartial?: boolean;
}) {
  const scale = most > 0 ? 96 / most : 0;
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part, 0));
  const end = parts.reduce((sum, part) => sum + part, 0) * scale;
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
      {parts.map((part, i) => (
        <rect
          key={starts[i]}
          x={(starts[i] ?? 0) * scale}
          y="0"
          width={Math.max(part, 0) * scale}
          height="10"
          className={i === 0 ? styles.first : styles.second}
        />
      ))}
      {isPartial && <rect x={end} y="0.5" width="4" height="9" className={styles.missing} />}
    </svg>
  );
}
