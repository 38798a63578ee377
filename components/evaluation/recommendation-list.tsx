import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import styles from "./evaluation.module.css";
import type { EvaluationProps, ShownRecommendation } from "./evaluation-props.ts";

/** Each recommendation with who has to act, by when, where it stands, and all that was said of it. */
export function RecommendationList({ page }: EvaluationProps) {
  const t = useTranslations("evaluations.recommendations");
  return (
    <ArticleSection id="recommendations" title={t("title")}>
      <ol className={styles.list}>
        {page.recommendations.map((recommendation) => (
          <li key={recommendation.key} className={styles.entry}>
            <Recommendation recommendation={recommendation} timezone={page.city.timezone} />
          </li>
        ))}
      </ol>
    </ArticleSection>
  );
}

function Recommendation({
  recommendation,
  timezone,
}: {
  recommendation: ShownRecommendation;
  timezone: string;
}) {
  const t = useTranslations("evaluations.recommendations");
  const locale = useLocale();
  const { key, text, owner, dueOn, state, timeline } = recommendation;
  return (
    <>
      <p>
        <strong>{key.toUpperCase()}</strong> {text}
      </p>
      <p className={styles.meta}>
        {t("owner", { owner, date: wordDate(locale, dueOn) })} ·{" "}
        <strong className={state === "overdue" ? styles.late : undefined}>
          {t(`states.${state}`)}
        </strong>
      </p>
      {timeline.length > 0 && (
        <ol className={styles.timeline}>
          {timeline.map((said) => (
            <li key={said.at.toISOString()}>
              <strong>{t(`states.${said.kind}`)}</strong>
              {said.note && ` — ${said.note}`}
              <span className={styles.meta}>
                {" "}
                {said.name}, {said.quality} · {wordInstant(locale, said.at, timezone)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
