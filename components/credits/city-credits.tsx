import { useTranslations } from "next-intl";
import type { ShownAnnotation, ShownCity } from "#components/annotation/annotation-props.ts";
import { AnnotationSection } from "#components/annotation/annotation-section.tsx";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { type CreditedDocument, CreditedDocuments } from "./credited-documents.tsx";
import styles from "./credits.module.css";

type Props = {
  city: ShownCity & { country: string };
  sources: readonly CreditedDocument[];
  annotations: readonly ShownAnnotation[];
};

/** The documents of one city, on a page of their own. */
export function CityCredits({ city, sources, annotations }: Props) {
  const t = useTranslations("credits");
  return (
    <Article title={t("cityTitle", { city: city.name })} standfirst={t("cityStandfirst")}>
      <div className={styles.city}>
        <CreditedDocuments sources={sources} country={city.country} />
        <AnnotationSection city={city} annotations={annotations} target={{ kind: "document" }} />
        <p>
          <Link to="/credits">{t("all")}</Link>
        </p>
      </div>
    </Article>
  );
}
