import { useLocale, useTranslations } from "next-intl";
import { EvaluationBody } from "#components/evaluation/evaluation-body.tsx";
import { OpinionText } from "#components/evaluation/opinion-text.tsx";
import { RatingsTable } from "#components/evaluation/ratings-table.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Button, FormProblem, Notice, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Gap } from "#domain/evaluation/evaluation-content.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import styles from "./committee.module.css";
import { type DeskProps, deedAddress } from "./committee-props.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { LongField } from "./desk-fields.tsx";
import { DraftForm } from "./draft-form.tsx";
import { VotePanel } from "./vote-panel.tsx";

/** The desk of one evaluation: what can be done with it now, by whoever reads. */
export function DeskSheet(props: DeskProps) {
  const { page, notice, problem } = props;
  const t = useTranslations("committee");
  const { working, published, city, slug } = page;
  const content = working?.content ?? published?.content;
  return (
    <Article
      kicker={`${city.name} · ${t("kicker")}`}
      title={content?.title ?? slug}
      standfirst={<p>{t(`standing.${page.standing}`)}</p>}
    >
      {notice && t.has(`notices.${notice}`) && <Notice>{t(`notices.${notice}`)}</Notice>}
      {problem && t.has(`problems.${problem}`) && (
        <FormProblem>{t(`problems.${problem}`)}</FormProblem>
      )}
      <p className={styles.ways}>
        <Link to={`/${city.slug}/committee`}>{t("title")}</Link>
        {published && (
          <>
            {" · "}
            <Link to={`/${city.slug}/evaluations/${slug}`}>
              {t("readPublic", { number: String(published.number) })}
            </Link>
          </>
        )}
      </p>
      {page.aside && (
        <ConflictPanel
          conflicts={page.aside.conflicts}
          labelOf={(field) => t(`conflict.fields.${field}`)}
        />
      )}
      {page.deeds.includes("edit") ? <Writing {...props} /> : <Reading {...props} />}
      <VotePanel {...props} />
      <AnswerPanel {...props} />
      <PublicDeeds {...props} />
    </Article>
  );
}

function Writing(props: DeskProps) {
  const t = useTranslations("committee");
  const locale = useLocale();
  const { page, newKey } = props;
  const { lastSave, city, slug, gaps } = page;
  return (
    <ArticleSection id="draft" title={t("draft.heading")}>
      {lastSave && (
        <p className={styles.state}>
          {t("draft.lastSave", {
            name: lastSave.savedBy.name,
            date: wordInstant(locale, lastSave.at, city.timezone),
            number: String(lastSave.number),
          })}
        </p>
      )}
      <DraftForm {...props} />
      <Gaps gaps={gaps} />
      <div className={styles.deeds}>
        <PostForm
          action={deedAddress(city.slug, slug, "submit")}
          hidden={{ requestKey: newKey() }}
          shape="inline"
        >
          <Button kind="quiet">{t("draft.submit")}</Button>
        </PostForm>
        <PostForm
          action={deedAddress(city.slug, slug, "abandon")}
          hidden={{ requestKey: newKey() }}
          shape="inline"
        >
          <Button kind="quiet">{t("draft.abandon")}</Button>
        </PostForm>
      </div>
    </ArticleSection>
  );
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const t = useTranslations("committee.gaps");
  const aspects = useTranslations("evaluations.ratings.aspects");
  if (gaps.length === 0) return <p>{t("none")}</p>;
  return (
    <Callout title={t("title")}>
      <ul>
        {gaps.map((gap) => (
          <li key={JSON.stringify(gap)}>
            {t(gap.kind, {
              aspect: "aspect" in gap ? aspects(gap.aspect) : "",
              key: "key" in gap ? gap.key : "",
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** What is being voted on, or was adopted: its words are fixed. */
function Reading({ page }: DeskProps) {
  const t = useTranslations("committee");
  const { working, city } = page;
  if (!working) return null;
  return (
    <ArticleSection id="draft" title={t("draft.fixed")}>
      <p>
        <OpinionText opinion={working.content.opinion} />
      </p>
      <EvaluationBody content={working.content} citySlug={city.slug} />
      <RatingsTable ratings={working.content.ratings} />
    </ArticleSection>
  );
}

function PublicDeeds({ page, newKey }: DeskProps) {
  const t = useTranslations("committee.public");
  const { city, slug, deeds } = page;
  return (["revise", "withdraw"] as const)
    .filter((deed) => deeds.includes(deed))
    .map((deed) => (
      <ArticleSection key={deed} id={deed} title={t(`${deed}.title`)} intro={t(`${deed}.intro`)}>
        <PostForm action={deedAddress(city.slug, slug, deed)} hidden={{ requestKey: newKey() }}>
          <LongField name={`reason`} label={t("reason")} value="" required={true} />
          <Button kind="quiet">{t(`${deed}.submit`)}</Button>
        </PostForm>
      </ArticleSection>
    ));
}
