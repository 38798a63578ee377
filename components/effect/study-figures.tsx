import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureRow } from "#components/figure/figure.tsx";
import styles from "./effect.module.css";
import type { ShownStudy } from "./effect-props.ts";
import {
  effectValues,
  headlineOf,
  leanedWord,
  wordChange,
  wordEffect,
  wordPValue,
} from "./word-effect.ts";

/** Ratio, change, adjusted p-value and level of evidence, each with what it takes to read it. */
export function StudyFigures({ shown, studies }: { shown: ShownStudy; studies: number }) {
  const t = useTranslations("effects.figures");
  const levels = useTranslations("effects.levels");
  const locale = useLocale();
  const headline = headlineOf(shown);
  const unknown = t("unknown");
  const published = shown.published === undefined ? undefined : wordEffect(locale, shown.published);
  const values = headline && effectValues(locale, headline);
  return (
    <div className={styles.figures}>
      <FigureRow>
        <Figure
          label={t("ratio")}
          value={values?.ratio ?? published ?? unknown}
          isSilent={!values && published === undefined}
          caveat={
            values
              ? t("ratioCaveat", { ...values, rule: leanedWord(shown) })
              : published && t("ratioPublished")
          }
        />
        <Figure
          label={t("percent")}
          value={headline ? wordChange(locale, headline.percentage.point) : unknown}
          isSilent={!headline}
          caveat={
            headline &&
            t("percentCaveat", {
              low: wordChange(locale, headline.percentage.low),
              high: wordChange(locale, headline.percentage.high),
            })
          }
        />
        <Figure
          label={t("pValue")}
          value={
            shown.adjustedPValue === undefined ? unknown : wordPValue(locale, shown.adjustedPValue)
          }
          isSilent={shown.adjustedPValue === undefined}
          caveat={t("pValueCaveat", { count: studies })}
        />
        <Figure
          label={t("level")}
          value={t("levelValue", { level: shown.level })}
          caveat={levels(String(shown.level) as "1")}
        />
      </FigureRow>
    </div>
  );
}
