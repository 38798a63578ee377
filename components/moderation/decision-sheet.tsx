import { useLocale, useTranslations } from "next-intl";
import styles from "#components/annotation/annotation.module.css";
import type { ShownCity } from "#components/annotation/annotation-props.ts";
import { LongField } from "#components/committee/desk-fields.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Button, FormProblem, Notice, PostForm, RadioGroup } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { moderationRules } from "#domain/annotation/moderation.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { type ModeratedProps, ModeratedWords } from "./moderated-words.tsx";
import room from "./moderation.module.css";

type Props = {
  page: ModeratedProps & { city: ShownCity };
  newKey: () => string;
  notice?: string | undefined;
  problem?: string | undefined;
};

/** One thing said in public, everything that was done with it, and what may be done now. */
export function DecisionSheet({ page, newKey, notice, problem }: Props) {
  const t = useTranslations("annotations.moderation");
  const { city, annotation, steps } = page;
  return (
    <Article
      kicker={
        <>
          {city.name} · <Link to={`/${city.slug}/committee/moderation`}>{t("title")}</Link>
        </>
      }
      title={t("desk.one", { number: String(annotation.number) })}
    >
      {notice && t.has(`desk.notices.${notice}` as never) && (
        <Notice>{t(`desk.notices.${notice}` as never)}</Notice>
      )}
      {problem && t.has(`desk.problems.${problem}` as never) && (
        <FormProblem>{t(`desk.problems.${problem}` as never)}</FormProblem>
      )}
      <div className={room.words}>
        <ModeratedWords city={city} moderated={page} />
      </div>
      <Versions page={page} />
      <History page={page} />
      {steps.length === 0 && <p className={text.silence}>{t("desk.nothing")}</p>}
      {steps.map((step) => (
        <ArticleSection key={step} id={step} title={t(`desk.steps.${step}.title`)}>
          <StepForm page={page} step={step} requestKey={newKey()} />
        </ArticleSection>
      ))}
    </Article>
  );
}

function Versions({ page }: Pick<Props, "page">) {
  const t = useTranslations("annotations.one");
  const locale = useLocale();
  const [, ...earlier] = page.words;
  if (earlier.length === 0) return null;
  return (
    <ArticleSection id="versions" title={t("versions")} intro={t("versionsIntro")}>
      <ol className={room.history}>
        {earlier.map(({ number, body, at }) => (
          <li key={number}>
            <strong>{t("version", { number: String(number) })}</strong>
            {` · ${wordInstant(locale, at, page.city.timezone)}`}
            <p className={styles.plain}>{body}</p>
          </li>
        ))}
      </ol>
    </ArticleSection>
  );
}

function History({ page }: Pick<Props, "page">) {
  const t = useTranslations("annotations.moderation");
  const locale = useLocale();
  if (page.acts.length === 0) return null;
  return (
    <ArticleSection id="history" title={t("desk.history")} intro={t("desk.historyIntro")}>
      <ol className={room.history}>
        {page.acts.map(({ id, kind, rule, by, reason, at, answers }) => (
          <li key={id}>
            <strong>
              {t(
                kind === "restored" && answers !== null ? "acts.restoredOnAppeal" : `acts.${kind}`,
              )}
            </strong>
            {` · ${wordInstant(locale, at, page.city.timezone)} · ${t(`qualities.${by}`)}`}
            {rule && ` · ${t(`rules.${rule}.name`)}`}
            <p className={styles.plain}>{reason}</p>
          </li>
        ))}
      </ol>
    </ArticleSection>
  );
}

type Step = Props["page"]["steps"][number];

function StepForm({
  page,
  step,
  requestKey,
}: Pick<Props, "page"> & { step: Step; requestKey: string }) {
  const t = useTranslations("annotations.moderation");
  const action = `/api/committee/${page.city.slug}/moderation/${page.annotation.number}/${step}`;
  return (
    <PostForm action={action} hidden={{ requestKey }}>
      {step === "hide" && (
        <RadioGroup
          name="rule"
          legend={t("desk.rule")}
          options={moderationRules.map(({ id }) => ({
            value: id,
            label: t(`rules.${id}.name`),
            help: t(`rules.${id}.text`),
          }))}
        />
      )}
      <LongField
        id={`reason-${step}`}
        name="reason"
        label={t("desk.reason")}
        hint={t(step === "hide" || step === "uphold" ? "desk.reasonOfHidden" : "desk.reasonHint")}
        value=""
        required={true}
      />
      <Button kind={step === "hide" ? "main" : "quiet"}>{t(`desk.steps.${step}.submit`)}</Button>
    </PostForm>
  );
}
