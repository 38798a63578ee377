import { useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { type CreditedDocument, CreditedDocuments } from "./credited-documents.tsx";
import styles from "./credits.module.css";

type Props = { city: { name: string }; sources: readonly CreditedDocument[] };

/** The documents of one city, on a page of their own. */
export function CityCredits({ city, sources }: Props) {
  const t = useTranslations("credits");
  return (
    <Article title={t("cityTitle", { city: city.name })} standfirst={t("cityStandfirst")}>
      <div className={styles.city}>
        <CreditedDocuments sources={sources} />
        <p>
          <Link to="/credits">{t("all")}</Link>
        </p>
      </div>
    </Article>
  );
}
