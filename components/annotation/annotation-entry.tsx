import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import type { AnnotationKind } from "#domain/annotation/annotation-content.ts";
import { annotationPath } from "#formats/addresses/annotated-path.ts";
import { renderMarkdown } from "#formats/markdown/render-markdown.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./annotation.module.css";
import type { ShownAnnotation, ShownCity } from "./annotation-props.ts";
import { HiddenNotice, Reviewed } from "./moderation-notice.tsx";
import { SupersededNotice } from "./superseded-notice.tsx";
import { TargetLink } from "./target-name.tsx";

type Props = {
  city: ShownCity;
  annotation: ShownAnnotation;
  /** Also says what it is about: where the page is not about that thing. */
  namesTarget?: boolean | undefined;
};

const marks: Partial<Record<AnnotationKind, MarkState>> = {
  reservation: "warning",
  correction: "warning",
};

/** One annotation: what it is, the passage, what it says, who says so in what quality, and how what it judged stands. */
export function AnnotationEntry({ city, annotation, namesTarget = false }: Props) {
  const { number, target, said } = annotation;
  return (
    <article className={styles.annotation} id={`annotation-${number}`}>
      <Head city={city} annotation={annotation} />
      {namesTarget && (
        <p className={styles.target}>
          <TargetLink citySlug={city.slug} target={target} />
        </p>
      )}
      {said ? (
        <Said city={city} annotation={annotation} said={said} />
      ) : (
        <Tombstone city={city} annotation={annotation} />
      )}
    </article>
  );
}

function Head({ city, annotation }: Props) {
  const t = useTranslations("annotations");
  const { number, kind, answers, settled, withdrawal } = annotation;
  const mark = marks[kind];
  return (
    <p className={styles.head}>
      <Link to={annotationPath(city.slug, number)}>{t("number", { number: String(number) })}</Link>
      <strong>
        {mark && <StatusMark state={mark} />} {t(`kinds.${kind}`)}
      </strong>
      {answers !== null && (
        <Link to={annotationPath(city.slug, answers)}>
          {t("answersTo", { number: String(answers) })}
        </Link>
      )}
      {settled && !withdrawal && (
        <span>
          <StatusMark state={settled.kind === "resolved" ? "good" : "unknown"} />{" "}
          {t(`settled.${settled.kind}`)}
        </span>
      )}
    </p>
  );
}

type SaidProps = Props & { said: NonNullable<ShownAnnotation["said"]> };

function Said({ city, annotation, said }: SaidProps) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { author, at, judged, settled, answers, reviewed } = annotation;
  const day = (instant: Date) => wordInstant(locale, instant, city.timezone);
  const revised = said.revisions.length > 1 ? said.revisions.at(-1) : undefined;
  return (
    <>
      <QuotedPassage said={said} />
      <div
        className={styles.body}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing pass that could act.
        dangerouslySetInnerHTML={{ __html: renderMarkdown(said.body) }}
      />
      <p className={styles.meta}>
        {author?.name}, {author?.quality} · {day(at)}
        {revised && ` · ${t("revisedOn", { date: day(revised.at) })}`}
        {answers === null &&
          ` · ${
            judged.version === null
              ? t("judgesRelease", { release: String(judged.release) })
              : t("judgesVersion", { version: String(judged.version) })
          }`}
      </p>
      {settled && (
        <p className={styles.meta}>
          {t(`settledBy.${settled.kind}`, { name: settled.name, date: day(settled.at) })}{" "}
          {settled.reason}
        </p>
      )}
      {reviewed && <Reviewed city={city} reviewed={reviewed} />}
      {answers === null && <SupersededNotice citySlug={city.slug} annotation={annotation} />}
    </>
  );
}

function QuotedPassage({ said }: Pick<SaidProps, "said">) {
  const t = useTranslations("annotations.passage");
  const { passage, anchoring, standsNow } = said;
  if (!passage) return null;
  return (
    <>
      <blockquote className={styles.passage}>
        <p>{passage.exact}</p>
      </blockquote>
      {standsNow !== undefined && (
        <>
          <p className={styles.standing}>{t("changed")}</p>
          <blockquote className={styles.passage}>
            <p>{standsNow}</p>
          </blockquote>
        </>
      )}
      {anchoring?.kind === "lost" && <p className={styles.standing}>{t("lost")}</p>}
    </>
  );
}

/** That something stood here, who withdrew it, when and why. */
function Tombstone({ city, annotation }: Props) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { withdrawal, hiding } = annotation;
  if (hiding) return <HiddenNotice city={city} hiding={hiding} />;
  if (!withdrawal) return null;
  return (
    <>
      <p className={styles.standing}>
        {t("withdrawnBy", {
          name: withdrawal.name,
          quality: withdrawal.quality,
          date: wordInstant(locale, withdrawal.at, city.timezone),
        })}
      </p>
      <p>{t("withdrawnBecause", { reason: withdrawal.reason })}</p>
    </>
  );
}
