import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import type { AnnotatedKind, AnnotationTarget } from "#domain/annotation/annotation-content.ts";
import { annotatePath, moderationPath } from "#formats/addresses/annotated-path.ts";
import type { ShownAnnotation, ShownCity } from "./annotation-props.ts";
import { AnnotationThreads } from "./annotation-threads.tsx";

type Props = {
  city: ShownCity;
  annotations: readonly ShownAnnotation[];
  /** What the page is about: one thing, or many of a kind, each of which is then named. */
  target: AnnotationTarget | { kind: AnnotatedKind; reference?: undefined };
  /** False where nothing more is annotated. */
  isOpen?: boolean | undefined;
};

/** What the committee and the city have written beside what a page shows. */
export function AnnotationSection({ city, annotations, target, isOpen = true }: Props) {
  const t = useTranslations("annotations");
  const isOne = target.reference !== undefined;
  const desk =
    target.reference === undefined
      ? `/${city.slug}/committee/annotations/new?on=${target.kind}`
      : annotatePath(city.slug, target);
  return (
    <ArticleSection id="annotations" title={t("title")}>
      {annotations.length === 0 ? (
        <p className={text.silence}>{t("none")}</p>
      ) : (
        <AnnotationThreads city={city} annotations={annotations} namesTarget={!isOne} />
      )}
      <p className={`${text.note} ${text.onScreen}`}>
        <Link to={`/${city.slug}/annotations`}>{t("all")}</Link>
        {" · "}
        <Link to={moderationPath(city.slug)}>{t("moderation.link")}</Link>
        {isOpen && (
          <>
            {" · "}
            <Link to={desk} rel="nofollow">
              {t("write")}
            </Link>
          </>
        )}
      </p>
    </ArticleSection>
  );
}
