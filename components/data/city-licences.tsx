import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";

export type LicensedSource = {
  source: string;
  title: string;
  publisher: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
};

export function CityLicences({ sources }: { sources: readonly LicensedSource[] }) {
  const t = useTranslations("openData.licences");
  return (
    <ArticleSection id="licences" title={t("title")} intro={t("intro")}>
      <DataTable
        caption={t("caption")}
        hidesCaption
        rows={sources}
        keyOf={({ source }) => source}
        columns={[
          { key: "source", label: t("source"), isHeading: true, cell: ({ title }) => title },
          {
            key: "publisher",
            label: t("publisher"),
            cell: ({ publisher }) => publisher ?? t("noPublisher"),
          },
          {
            key: "licence",
            label: t("licence"),
            cell: ({ licence, licenceUrl }) =>
              licence && licenceUrl ? (
                <a href={licenceUrl}>{licence}</a>
              ) : (
                (licence ?? t("noLicence"))
              ),
          },
          {
            key: "attribution",
            label: t("attribution"),
            cell: ({ attribution }) => attribution ?? t("noAttribution"),
          },
        ]}
      />
    </ArticleSection>
  );
}
