import styles from "./outcome.module.css";

/** How much is left, to the same scale in the whole funnel; nothing is drawn for a count that is not known. */
export function StepBar({ value, most }: { value: number | undefined; most: number }) {
  if (value === undefined) return null;
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="0" width={(100 * value) / most} height="10" />
    </svg>
  );
}
