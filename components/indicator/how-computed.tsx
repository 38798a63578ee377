import { ArticleSection } from "#components/layout/article.tsx";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import styles from "./indicator-sheet.module.css";
import { useIndicatorWords } from "./indicator-words.ts";

/** Definition, formula, unit, uncertainty, reading and limits of an indicator. */
export function HowComputed({
  indicator,
  methodology,
}: {
  indicator: IndicatorDefinition;
  methodology: string;
}) {
  const { t } = useIndicatorWords();
  const item = (key: string) => t(`items.${indicator.id}.${key}`);
  const facts = [
    { key: "definition", words: item("definition") },
    { key: "formula", words: <span className={styles.formula}>{item("formula")}</span> },
    { key: "unit", words: item("unit") },
    { key: "uncertainty", words: t(`methods.${indicator.method}`) },
    { key: "lecture", words: t(`reading.${indicator.reading}`) },
    { key: "limits", words: item("limits") },
    ...(indicator.accepts.length > 0 ? [{ key: "assumes", words: t("accepted.registry") }] : []),
  ];
  return (
    <ArticleSection id="how" title={t("page.how")}>
      <dl className={styles.facts}>
        {facts.map(({ key, words }) => (
          <div key={key}>
            <dt>{t(`page.${key}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={methodology}>{t("page.methodology")}</a>
      </p>
    </ArticleSection>
  );
}
