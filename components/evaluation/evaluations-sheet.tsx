import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./evaluation.module.css";
import type { ListedEvaluation, ShownCity } from "./evaluation-props.ts";
import { ObjectName } from "./object-name.tsx";
import { OpinionText } from "./opinion-text.tsx";
import { ReplyDelayText } from "./reply-delay-text.tsx";

type Props = {
  city: ShownCity;
  evaluations: readonly ListedEvaluation[];
  /** What else the committee has published. */
  children?: ReactNode;
};

/** What the committee has published: what it judged, what it thinks, and whether the city has answered. */
export function EvaluationsSheet({ city, evaluations, children }: Props) {
  const t = useTranslations("evaluations");
  const waiting = evaluations.filter(
    ({ reply, withdrawnOn }) => reply.kind === "waiting" && withdrawnOn === undefined,
  ).length;
  const overdue = evaluations
    .flatMap(({ recommendations }) => recommendations)
    .filter((state) => state === "overdue").length;
  if (evaluations.length === 0) {
    return (
      <Article kicker={city.name} title={t("none.title")} standfirst={<p>{t("none.text")}</p>}>
        {children}
        <ToAnnotations city={city} />
      </Article>
    );
  }
  return (
    <Article
      kicker={city.name}
      title={t("finding", { count: evaluations.length })}
      standfirst={
        <p>
          {t("waiting", { count: waiting })} {t("overdue", { count: overdue })}
        </p>
      }
    >
      <ul className={styles.list}>
        {evaluations.map((evaluation) => (
          <Entry key={evaluation.slug} city={city} evaluation={evaluation} />
        ))}
      </ul>
      {children}
      <ToAnnotations city={city} />
    </Article>
  );
}

function ToAnnotations({ city }: Pick<Props, "city">) {
  const t = useTranslations("annotations");
  return (
    <p className={text.note}>
      <Link to={`/${city.slug}/annotations`}>{t("all")}</Link>
    </p>
  );
}

function Entry({ city, evaluation }: { city: ShownCity; evaluation: ListedEvaluation }) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const { slug, title, object, publishedOn, revisedOn, withdrawnOn, recommendations } = evaluation;
  const count = (state: string) => recommendations.filter((one) => one === state).length;
  return (
    <li className={styles.entry}>
      <h2>
        <Link to={`/${city.slug}/evaluations/${slug}`}>{title}</Link>
      </h2>
      <p className={styles.meta}>
        <ObjectName object={object} /> · {t("publishedOn", { date: wordDate(locale, publishedOn) })}
        {revisedOn && ` · ${t("revisedOn", { date: wordDate(locale, revisedOn) })}`}
      </p>
      <p>
        {withdrawnOn ? (
          <strong className={styles.late}>
            {t("withdrawnOn", { date: wordDate(locale, withdrawnOn) })}
          </strong>
        ) : (
          <OpinionText opinion={evaluation.opinion} />
        )}
      </p>
      <p className={styles.meta}>
        <ReplyDelayText reply={evaluation.reply} />
        {recommendations.length > 0 && (
          <>
            {" · "}
            {t("recommendationCount", {
              count: recommendations.length,
              done: count("done") + count("verified"),
            })}
          </>
        )}
        {count("overdue") > 0 && (
          <>
            {" · "}
            <span className={styles.late}>{t("overdueCount", { count: count("overdue") })}</span>
          </>
        )}
      </p>
    </li>
  );
}
