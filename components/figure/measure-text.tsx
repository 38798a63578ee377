import { useTranslations } from "next-intl";
import type { Measure, MeasureKind } from "#domain/measure/measure.ts";
import styles from "./figure.module.css";

/** A measure in words: the number as `word` writes it, or the silence it is. The seven kinds never look alike. */
export function MeasureText({
  measure,
  word,
}: {
  measure: Measure;
  word: (value: number) => string;
}) {
  if (measure.kind === "known") return <span className={styles.known}>{word(measure.value)}</span>;
  return <SilenceText kind={measure.kind} />;
}

/** A state without a number, with its definition for whoever asks. */
export function SilenceText({ kind }: { kind: Exclude<MeasureKind, "known"> }) {
  const t = useTranslations("measure");
  return (
    <span className={styles[kind]} title={t(`kind.${kind}`)}>
      {t(`short.${kind}`)}
    </span>
  );
}
