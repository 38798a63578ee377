import styles from "./annotation.module.css";
import { AnnotationEntry } from "./annotation-entry.tsx";
import type { ShownAnnotation, ShownCity } from "./annotation-props.ts";

type Props = {
  city: ShownCity;
  annotations: readonly ShownAnnotation[];
  namesTarget?: boolean | undefined;
};

/** Annotations under what they answer. One whose thread is not shown here stands by itself. */
export function AnnotationThreads({ city, annotations, namesTarget }: Props) {
  const numbers = new Set(annotations.map(({ number }) => number));
  const roots = annotations.filter(({ answers }) => answers === null || !numbers.has(answers));
  return (
    <ol className={styles.threads}>
      {roots.map((annotation) => (
        <Thread
          key={annotation.number}
          city={city}
          annotation={annotation}
          all={annotations}
          namesTarget={namesTarget}
        />
      ))}
    </ol>
  );
}

function Thread({
  city,
  annotation,
  all,
  namesTarget,
}: Pick<Props, "city" | "namesTarget"> & {
  annotation: ShownAnnotation;
  all: readonly ShownAnnotation[];
}) {
  const replies = all.filter(({ answers }) => answers === annotation.number);
  return (
    <li>
      <AnnotationEntry city={city} annotation={annotation} namesTarget={namesTarget} />
      {replies.length > 0 && (
        <ol className={styles.replies}>
          {replies.map((reply) => (
            <Thread key={reply.number} city={city} annotation={reply} all={all} />
          ))}
        </ol>
      )}
    </li>
  );
}
