import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { pathOf } from "#formats/addresses/address-of.ts";
import { annotationPath, judgedPath } from "#formats/addresses/annotated-path.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./annotation.module.css";
import type { ShownAnnotation, ShownCity } from "./annotation-props.ts";
import { AnnotationThreads } from "./annotation-threads.tsx";
import { isShownFact, useFactWords } from "./fact-words.ts";
import { TargetLink } from "./target-name.tsx";

type Props = {
  city: ShownCity;
  annotation: ShownAnnotation;
  thread: readonly ShownAnnotation[];
};

/** The permanent page of an annotation: its thread, what it judged, and every version of its words. */
export function AnnotationSheet({ city, annotation, thread }: Props) {
  const t = useTranslations("annotations");
  const { number, kind, withdrawal, hiding, target } = annotation;
  const stands = !withdrawal && !hiding;
  const words = { number: String(number), kind: t(`kinds.${kind}`) };
  return (
    <Article
      kicker={
        <>
          {city.name} · <Link to={`/${city.slug}/annotations`}>{t("title")}</Link>
        </>
      }
      title={t(hiding ? "one.hidden" : withdrawal ? "one.withdrawn" : "one.title", words)}
      standfirst={
        <p>
          {t("one.on")} <TargetLink citySlug={city.slug} target={target} />
        </p>
      }
    >
      <AnnotationThreads city={city} annotations={thread} />
      {stands && <Judged city={city} annotation={annotation} />}
      {stands && <Versions city={city} annotation={annotation} />}
      <p className={text.note}>
        <a href={`${annotationPath(city.slug, number)}.jsonld`}>{t("list.jsonld")}</a>
        {stands && (
          <>
            {" · "}
            <Link to={pathOf(city.slug, "committee", "annotations", String(number))} rel="nofollow">
              {t("act")}
            </Link>
          </>
        )}
      </p>
    </Article>
  );
}

function Judged({ city, annotation }: Omit<Props, "thread">) {
  const t = useTranslations("annotations");
  const names = useTranslations("annotations.facts");
  const { target, judged } = annotation;
  const word = useFactWords(target);
  const facts = Object.entries(judged.facts).filter(([name]) => isShownFact(target, name));
  return (
    <ArticleSection id="judged" title={t("one.judged")} intro={t("one.judgedIntro")}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{names(name as never)}</dt>
              <dd>{word(name, value, judged.facts)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={text.note}>
        <Link to={judgedPath(city.slug, target, judged)}>
          {judged.version === null
            ? t("one.asOfRelease", { release: String(judged.release) })
            : t("one.asOfVersion", { version: String(judged.version) })}
        </Link>{" "}
        · {t("one.hash")} <span className={styles.hash}>{judged.hash}</span>
      </p>
    </ArticleSection>
  );
}

function Versions({ city, annotation }: Omit<Props, "thread">) {
  const t = useTranslations("annotations.one");
  const locale = useLocale();
  const revisions = annotation.said?.revisions ?? [];
  if (revisions.length < 2) return null;
  return (
    <ArticleSection id="versions" title={t("versions")} intro={t("versionsIntro")}>
      <ol className={styles.threads}>
        {revisions.map(({ number, body, reason, at }) => (
          <li key={number} className={styles.annotation}>
            <strong>{t("version", { number: String(number) })}</strong>
            {` · ${wordInstant(locale, at, city.timezone)}`}
            {reason && ` · ${reason}`}
            <p className={styles.plain}>{body}</p>
          </li>
        ))}
      </ol>
    </ArticleSection>
  );
}
