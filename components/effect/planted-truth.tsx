import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./effect.module.css";
import type { ShownStudy } from "./effect-props.ts";
import { effectValues, headlineOf, wordEffect } from "./word-effect.ts";

/** Of the fictional city, whose truth is known: what was planted, and whether the interval holds it. */
export function PlantedTruth({ shown }: { shown: ShownStudy }) {
  const t = useTranslations("effects.planted");
  const locale = useLocale();
  const headline = headlineOf(shown);
  if (!shown.planted || !headline) return null;
  const { treated, ring } = shown.planted;
  const { low, high } = headline.interval;
  const found = (size: typeof headline) => {
    const { ratio, ...bounds } = effectValues(locale, size);
    return { found: ratio, ...bounds };
  };
  const ofRing = shown.displacement?.ringEffect;
  return (
    <aside className={styles.planted}>
      <p>
        <strong>{t("title")}</strong>
      </p>
      <p>
        {t("text", {
          planted: wordEffect(locale, treated),
          ...found(headline),
          holds: low <= treated && treated <= high ? "yes" : "no",
        })}{" "}
        {ring !== undefined &&
          ofRing &&
          t("ring", { planted: wordEffect(locale, ring), ...found(ofRing) })}
      </p>
      <p>
        <Link to="/methodology#fictional-city">{t("link")}</Link>
      </p>
    </aside>
  );
}
