import styles from "./range-cell.module.css";

/** An interval between 0 and 1 in words, and drawn on a common scale beside them. */
export function RangeCell({
  low,
  value,
  high,
  words,
  scaleTo = 1,
}: {
  low: number;
  value: number;
  high: number;
  words: string;
  /** Right end of the scale that every row shares. */
  scaleTo?: number;
}) {
  const place = (share: number) => (share / scaleTo) * 100;
  return (
    <span className={styles.range}>
      <span className={styles.words}>{words}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 5H100" className={styles.scale} />
        <rect x={place(low)} y="2" width={place(high - low)} height="6" className={styles.band} />
        <path d={`M${place(value)} 0V10`} className={styles.point} />
      </svg>
    </span>
  );
}
