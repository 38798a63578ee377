import { useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { type CreditedDocument, CreditedDocuments } from "./credited-documents.tsx";
import styles from "./credits.module.css";

type Props = {
  cities: readonly {
    slug: string;
    name: string;
    country: string;
    sources: readonly CreditedDocument[];
  }[];
  packages: readonly { name: string; version: string; licence: string }[];
};

/** Who must be credited for what: the documents of every city, then the software. */
export function Credits({ cities, packages }: Props) {
  const t = useTranslations("credits");
  return (
    <Article title={t("title")} standfirst={t("standfirst")}>
      {cities.map((city) => (
        <ArticleSection key={city.slug} id={`city-${city.slug}`} title={city.name}>
          <CreditedDocuments sources={city.sources} country={city.country} />
        </ArticleSection>
      ))}
      <ArticleSection id="software" title={t("softwareTitle")} intro={t("software")}>
        <p className={styles.caution}>{t("leaflet")}</p>
        <div className={styles.packages}>
          <DataTable
            caption={t("caption")}
            hidesCaption
            columns={[
              { key: "name", label: t("package"), cell: ({ name }) => name, isHeading: true },
              { key: "version", label: t("version"), cell: ({ version }) => version },
              { key: "licence", label: t("packageLicence"), cell: ({ licence }) => licence },
            ]}
            rows={packages}
            keyOf={({ name }) => name}
          />
        </div>
      </ArticleSection>
    </Article>
  );
}
