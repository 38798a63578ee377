import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { NeighbourPages } from "#components/ui/neighbour-pages.tsx";
import text from "#components/ui/text.module.css";
import { annotatedKinds, annotationKinds } from "#domain/annotation/annotation-content.ts";
import type { AnnotationsQuestion } from "#domain/annotation/annotations-question.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { moderationPath } from "#formats/addresses/annotated-path.ts";
import styles from "./annotation.module.css";
import { AnnotationEntry } from "./annotation-entry.tsx";
import type { ShownAnnotation, ShownCity } from "./annotation-props.ts";

type Props = {
  city: ShownCity;
  question: AnnotationsQuestion;
  total: number;
  perPage: number;
  annotations: readonly ShownAnnotation[];
  /** Address of the same question in another shape, or on another page. */
  addressFor: (path: string, page?: number) => string;
};

/** Every annotation of a city, the latest first, by what it is and by what it is about. */
export function AnnotationsSheet(props: Props) {
  const t = useTranslations("annotations");
  const { city, total, annotations, addressFor } = props;
  return (
    <Article
      kicker={city.name}
      title={t("list.finding", { count: total })}
      standfirst={<p>{t("list.standfirst")}</p>}
    >
      <Filter {...props} />
      {annotations.length === 0 ? (
        <p className={text.silence}>{t("list.none")}</p>
      ) : (
        <ol className={styles.threads}>
          {annotations.map((annotation) => (
            <li key={annotation.number}>
              <AnnotationEntry city={city} annotation={annotation} namesTarget={true} />
            </li>
          ))}
        </ol>
      )}
      <Pages {...props} />
      <p className={text.note}>
        {t("list.machines")} <a href={addressFor("annotations.atom")}>{t("list.atom")}</a> ·{" "}
        <a href={addressFor("annotations.jsonld")}>{t("list.jsonld")}</a>
      </p>
      <p className={text.note}>
        <Link to={moderationPath(city.slug)}>{t("moderation.link")}</Link>
      </p>
    </Article>
  );
}

/** A form that needs no script: what is chosen stands in the address. */
function Filter({ city, question }: Props) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  return (
    <form
      className={styles.filter}
      action={addressOf(locale, `/${city.slug}/annotations`)}
      method="get"
    >
      <label>
        {t("list.kind")}
        <select name="type" defaultValue={question.kind ?? ""}>
          <option value="">{t("list.anyKind")}</option>
          {annotationKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("list.on")}
        <select name="on" defaultValue={question.on ?? ""}>
          <option value="">{t("list.anything")}</option>
          {annotatedKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`list.objects.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t("list.show")}</button>
    </form>
  );
}

function Pages({ question, total, perPage, addressFor }: Props) {
  const t = useTranslations("annotations.list");
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1) return null;
  const { page } = question;
  return (
    <NeighbourPages
      newer={page > 1 ? addressFor("annotations", page - 1) : undefined}
      older={page < last ? addressFor("annotations", page + 1) : undefined}
      words={{ pages: t("pages"), newer: t("newer"), older: t("older") }}
    />
  );
}
