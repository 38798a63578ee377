import { useLocale, useTranslations } from "next-intl";
import styles from "./effect.module.css";
import type { ShownStudy } from "./effect-props.ts";
import { wordChange, wordEffect } from "./word-effect.ts";

/** What is said of a study whose four counts may not be read; one that was published as percentages still has a ratio. */
export function UnknownEffect({ shown }: { shown: ShownStudy }) {
  const t = useTranslations("effects.effect");
  const locale = useLocale();
  const { publishedTreatedChange: treated, publishedControlChange: control } = shown.study;
  const isPublished =
    shown.published !== undefined && treated !== undefined && control !== undefined;
  return (
    <p className={styles.prose}>
      {isPublished
        ? t("percentages", {
            treated: wordChange(locale, treated),
            control: wordChange(locale, control),
            ratio: wordEffect(locale, shown.published ?? 0),
          })
        : t("unknown")}
    </p>
  );
}
