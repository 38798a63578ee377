import { compareTexts } from "#formats/text/compare-texts.ts";
import styles from "./evaluation.module.css";

/** What one text has more and less than the one before it. */
export function ComparedTexts({ before, after }: { before: string; after: string }) {
  const parts = compareTexts(before, after);
  return (
    <div className={styles.compared}>
      {parts.map((part, place) => {
        const key = `${place} ${part.kind}`;
        if (part.kind === "added") return <ins key={key}>{part.text}</ins>;
        return part.kind === "removed" ? (
          <del key={key}>{part.text}</del>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </div>
  );
}
