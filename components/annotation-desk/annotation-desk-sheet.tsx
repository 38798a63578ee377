import { useTranslations } from "next-intl";
import words from "#components/annotation/annotation.module.css";
import type { ShownAnnotation, ShownCity } from "#components/annotation/annotation-props.ts";
import { AnnotationThreads } from "#components/annotation/annotation-threads.tsx";
import { TargetLink } from "#components/annotation/target-name.tsx";
import styles from "#components/committee/committee.module.css";
import { LongField } from "#components/committee/desk-fields.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Button, FormProblem, Notice, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import { annotationPath } from "#formats/addresses/annotated-path.ts";

type Step = "reply" | "revise" | "resolve" | "reopen" | "withdraw";

type Props = {
  page: {
    city: ShownCity;
    annotation: ShownAnnotation;
    thread: readonly ShownAnnotation[];
    steps: readonly Step[];
    ownHidden: { body: string; canContest: boolean } | undefined;
    mayEnterWorkspace: boolean;
  };
  newKey: () => string;
  notice?: string | undefined;
  problem?: string | undefined;
};

/** What whoever is signed in may do with an annotation now: answer, revise, settle, withdraw. */
export function AnnotationDeskSheet({ page, newKey, notice, problem }: Props) {
  const t = useTranslations("annotations.desk");
  const workspace = useTranslations("committee");
  const { city, annotation, thread, steps } = page;
  const { number, target } = annotation;
  return (
    <Article
      kicker={city.name}
      title={t("one", { number: String(number) })}
      standfirst={
        <p>
          <TargetLink citySlug={city.slug} target={target} />
        </p>
      }
    >
      {notice && t.has(`notices.${notice}` as never) && (
        <Notice>{t(`notices.${notice}` as never)}</Notice>
      )}
      {problem && t.has(`problems.${problem}` as never) && (
        <FormProblem>{t(`problems.${problem}` as never)}</FormProblem>
      )}
      <p className={styles.ways}>
        {page.mayEnterWorkspace && (
          <>
            <Link to={`/${city.slug}/committee`}>{workspace("title")}</Link>
            {" · "}
          </>
        )}
        <Link to={annotationPath(city.slug, number)}>{t("public")}</Link>
      </p>
      <AnnotationThreads city={city} annotations={thread} />
      {page.ownHidden && <OwnHidden page={page} hidden={page.ownHidden} requestKey={newKey()} />}
      {steps.map((step) => (
        <ArticleSection key={step} id={step} title={t(`steps.${step}.title`)}>
          <StepForm page={page} step={step} requestKey={newKey()} />
        </ArticleSection>
      ))}
    </Article>
  );
}

type OwnHiddenProps = Pick<Props, "page"> & {
  hidden: NonNullable<Props["page"]["ownHidden"]>;
  requestKey: string;
};

/** What moderation hides, as its author alone still reads it, and the way to contest that. */
function OwnHidden({ page, hidden, requestKey }: OwnHiddenProps) {
  const t = useTranslations("annotations.desk.hidden");
  const { city, annotation } = page;
  return (
    <ArticleSection
      id="hidden"
      title={t(hidden.canContest ? "title" : "read")}
      intro={t(hidden.canContest ? "intro" : "readIntro")}
    >
      <blockquote className={`${words.passage} ${words.hidden}`}>
        <p className={words.plain}>{hidden.body}</p>
      </blockquote>
      {hidden.canContest && (
        <PostForm
          action={`/api/committee/${city.slug}/annotations/${annotation.number}/contest`}
          hidden={{ requestKey }}
        >
          <LongField
            id="reason-contest"
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            value=""
            required={true}
          />
          <Button>{t("submit")}</Button>
        </PostForm>
      )}
    </ArticleSection>
  );
}

function StepForm({
  page,
  step,
  requestKey,
}: Pick<Props, "page"> & { step: Step; requestKey: string }) {
  const t = useTranslations("annotations.desk");
  const { city, annotation } = page;
  const rooms = `/api/committee/${city.slug}/annotations`;
  if (step === "reply") {
    const hidden = { requestKey, kind: "reply", answers: String(annotation.number) };
    return (
      <PostForm action={rooms} hidden={hidden}>
        <LongField
          id={`body-${step}`}
          name="body"
          label={t("reply")}
          hint={t("bodyHint")}
          value=""
          required={true}
        />
        <Button>{t("steps.reply.submit")}</Button>
      </PostForm>
    );
  }
  return (
    <PostForm action={`${rooms}/${annotation.number}/${step}`} hidden={{ requestKey }}>
      {step === "revise" && (
        <LongField
          id={`body-${step}`}
          name="body"
          label={t("newBody")}
          value={annotation.said?.body ?? ""}
          required={true}
        />
      )}
      <LongField
        id={`reason-${step}`}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        value=""
        required={true}
      />
      <Button kind="quiet">{t(`steps.${step}.submit`)}</Button>
    </PostForm>
  );
}
