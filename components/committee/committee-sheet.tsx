import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Button, FormProblem, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import { evaluationObjectKinds } from "#domain/evaluation/evaluation-content.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import evaluation from "../evaluation/evaluation.module.css";
import styles from "./committee.module.css";
import { SelectField, TextField } from "./desk-fields.tsx";

type Props = {
  page: {
    city: { slug: string; name: string; timezone: string };
    evaluations: readonly {
      slug: string;
      title: string;
      standing: string;
      at: Date;
      awaitsReply: boolean;
      overdue: number;
    }[];
    members: readonly { accountId: string; name: string; quality: string }[];
    mayDraft: boolean;
    appeals: number | undefined;
  };
  newKey: () => string;
  problem?: string | undefined;
  /** What else the committee works on. */
  children?: ReactNode;
};

/** What the committee is working on, what waits for the city, and who sits on it. */
export function CommitteeSheet({ page, newKey, problem, children }: Props) {
  const t = useTranslations("committee");
  const { city, evaluations, members } = page;
  return (
    <Article kicker={city.name} title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      {problem && (
        <FormProblem>
          {t(t.has(`problems.${problem}`) ? `problems.${problem}` : "problems.malformed")}
        </FormProblem>
      )}
      {evaluations.length > 0 && <Evaluations page={page} />}
      {page.mayDraft && (
        <ArticleSection id="start" title={t("start.title")} intro={t("start.intro")}>
          <Start citySlug={city.slug} requestKey={newKey()} />
        </ArticleSection>
      )}
      {children}
      <Annotations citySlug={city.slug} appeals={page.appeals} />
      <ArticleSection id="members" title={t("members.title")}>
        <ul className={evaluation.list}>
          {members.map(({ accountId, name, quality }) => (
            <li key={accountId} className={evaluation.entry}>
              <strong>{name}</strong>, {quality}
            </li>
          ))}
        </ul>
      </ArticleSection>
    </Article>
  );
}

function Annotations({ citySlug, appeals }: { citySlug: string; appeals: number | undefined }) {
  const t = useTranslations("annotations.committee");
  return (
    <ArticleSection id="annotations" title={t("title")} intro={t("intro")}>
      <p>
        <Link to={`/${citySlug}/annotations`}>{t("link")}</Link> ·{" "}
        <Link to={`/${citySlug}/committee/annotations/new`}>{t("write")}</Link>
        {appeals !== undefined && (
          <>
            {" · "}
            <Link to={`/${citySlug}/committee/moderation?state=contested`}>
              {t("appeals", { count: appeals })}
            </Link>
          </>
        )}
      </p>
    </ArticleSection>
  );
}

function Evaluations({ page }: Pick<Props, "page">) {
  const t = useTranslations("committee");
  const locale = useLocale();
  const { city, evaluations } = page;
  return (
    <ArticleSection id="evaluations" title={t("list.title")}>
      <DataTable
        caption={t("list.title")}
        hidesCaption={true}
        rows={evaluations}
        keyOf={({ slug }) => slug}
        columns={[
          {
            key: "title",
            label: t("list.evaluation"),
            isHeading: true,
            cell: ({ slug, title }) => <Link to={`/${city.slug}/committee/${slug}`}>{title}</Link>,
          },
          {
            key: "standing",
            label: t("list.standing"),
            cell: ({ standing }) => t(`standings.${standing}`),
          },
          {
            key: "at",
            label: t("list.since"),
            cell: ({ at }) => wordInstant(locale, at, city.timezone),
          },
          {
            key: "waits",
            label: t("list.waits"),
            cell: ({ awaitsReply, overdue }) =>
              [
                awaitsReply && t("list.awaitsReply"),
                overdue > 0 && t("list.overdue", { count: overdue }),
              ]
                .filter(Boolean)
                .join(" · "),
          },
        ]}
      />
    </ArticleSection>
  );
}

function Start({ citySlug, requestKey }: { citySlug: string; requestKey: string }) {
  const t = useTranslations("committee");
  const kinds = useTranslations("committee.objectKinds");
  return (
    <PostForm action={`/api/committee/${citySlug}`} hidden={{ requestKey }}>
      <TextField name="title" label={t("draft.title")} value="" required={true} />
      <div className={styles.pair}>
        <SelectField
          name="objectKind"
          label={t("draft.objectKind")}
          value="system"
          options={evaluationObjectKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <TextField name="objectReference" label={t("draft.objectReference")} value="" />
      </div>
      <Button>{t("start.submit")}</Button>
    </PostForm>
  );
}
