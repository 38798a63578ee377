import { useLocale, useTranslations } from "next-intl";
import { AnnotateSelection } from "#components/annotation/annotate-selection.tsx";
import type { ShownAnnotation } from "#components/annotation/annotation-props.ts";
import { AnnotationSection } from "#components/annotation/annotation-section.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { annotatePath } from "#formats/addresses/annotated-path.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { ChecklistTable } from "./checklist-table.tsx";
import { CitedFigures } from "./cited-figures.tsx";
import styles from "./evaluation.module.css";
import { EvaluationBody } from "./evaluation-body.tsx";
import type { EvaluationProps } from "./evaluation-props.ts";
import { ObjectName } from "./object-name.tsx";
import { OpinionText } from "./opinion-text.tsx";
import { RatingsTable } from "./ratings-table.tsx";
import { RecommendationList } from "./recommendation-list.tsx";
import { ReplyDelayText } from "./reply-delay-text.tsx";
import { VersionList } from "./version-list.tsx";
import { VoteSummary } from "./vote-summary.tsx";

/** One evaluation: the opinion and its vote, the text, what it leans on, the city's reply beside it, its history. */
export function EvaluationSheet({
  page,
  annotations,
}: EvaluationProps & { annotations: readonly ShownAnnotation[] }) {
  const t = useTranslations("evaluations");
  const { city, shown, slug, isLatest, withdrawal } = page;
  const { content } = shown;
  const target = { kind: "evaluation", reference: slug } as const;
  return (
    <Article
      kicker={`${city.name} · ${t("kicker")}`}
      title={content.title}
      standfirst={<Standfirst page={page} />}
    >
      <Warnings page={page} />
      {content.objective && (
        <ArticleSection id="objective" title={t("objective.title")} intro={t("objective.intro")}>
          <p className={styles.body}>{content.objective.text}</p>
          {content.objective.fixedOn && (
            <p className={styles.meta}>
              {t("objective.fixedOn", { date: content.objective.fixedOn })}
            </p>
          )}
        </ArticleSection>
      )}
      <ArticleSection id="text" title={t("text")}>
        <EvaluationBody
          content={content}
          citySlug={city.slug}
          annotations={isLatest ? annotations : []}
        />
        {isLatest && !withdrawal && <AnnotatePassage citySlug={city.slug} target={target} />}
      </ArticleSection>
      <ArticleSection id="ratings" title={t("ratings.title")} intro={t("ratings.intro")}>
        <RatingsTable ratings={content.ratings} />
      </ArticleSection>
      {content.figures.length > 0 && <CitedFigures page={page} />}
      {content.recommendations.length > 0 && <RecommendationList page={page} />}
      <Replies page={page} />
      <VoteSummary tally={shown.tally} dissents={page.dissents} />
      <ArticleSection id="checklist" title={t("checklist.title")} intro={t("checklist.intro")}>
        <ChecklistTable answers={content.checklist} />
      </ArticleSection>
      <AnnotationSection
        city={city}
        annotations={annotations}
        target={target}
        isOpen={!withdrawal}
      />
      <VersionList page={page} />
    </Article>
  );
}

function AnnotatePassage({
  citySlug,
  target,
}: {
  citySlug: string;
  target: { kind: "evaluation"; reference: string };
}) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  return (
    <AnnotateSelection
      address={addressOf(locale, annotatePath(citySlug, target))}
      words={t("writePassage")}
    />
  );
}

function Standfirst({ page }: EvaluationProps) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const { city, shown } = page;
  return (
    <>
      <p>
        <OpinionText opinion={shown.content.opinion} />
      </p>
      <p className={styles.meta}>
        <ObjectName object={shown.content.object} />
        {shown.publishedAt &&
          ` · ${t("publishedOn", { date: wordInstant(locale, shown.publishedAt, city.timezone) })}`}
        {` · ${t("judges", { release: String(shown.dataRelease) })} · `}
        <ReplyDelayText reply={page.reply} />
      </p>
    </>
  );
}

function Warnings({ page }: EvaluationProps) {
  const t = useTranslations("evaluations");
  const locale = useLocale();
  const { city, withdrawal, shown, isLatest, slug } = page;
  const judged = shown.dataRelease ?? 0;
  return (
    <>
      {withdrawal && (
        <Callout
          title={t("withdrawnOn", { date: wordInstant(locale, withdrawal.at, city.timezone) })}
        >
          <p>{withdrawal.reason}</p>
        </Callout>
      )}
      {!isLatest && (
        <Callout title={t("older.title", { number: String(shown.number) })}>
          <p>
            <a href={`${locale === "en" ? "/en" : ""}/${city.slug}/evaluations/${slug}`}>
              {t("older.link")}
            </a>
          </p>
        </Callout>
      )}
      {judged > 0 && judged < city.latestRelease && (
        <p className={styles.meta}>
          {t("superseded", { judged: String(judged), latest: String(city.latestRelease) })}
        </p>
      )}
    </>
  );
}

function Replies({ page }: EvaluationProps) {
  const t = useTranslations("evaluations.reply");
  const locale = useLocale();
  return (
    <ArticleSection id="reply" title={t("title")} intro={t("intro")}>
      {page.replies.length === 0 ? (
        <p>
          <ReplyDelayText reply={page.reply} />
        </p>
      ) : (
        page.replies.map((reply) => (
          <blockquote key={reply.at.toISOString()} className={styles.quote}>
            <p>{reply.body}</p>
            <footer className={styles.meta}>
              {reply.name}, {reply.quality} · {wordInstant(locale, reply.at, page.city.timezone)} ·{" "}
              {t("toVersion", { number: String(reply.versionNumber) })}
            </footer>
          </blockquote>
        ))
      )}
    </ArticleSection>
  );
}
