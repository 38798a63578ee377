import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { PageContents } from "#components/layout/page-contents.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Dataset } from "#domain/dataset/dataset.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import styles from "./data.module.css";

/** Every column of every dataset, from the declarations that the files and the API are written from. */
export function DataDictionary({ datasets }: { datasets: readonly Dataset[] }) {
  const t = useTranslations("openData.dictionary");
  const language = useLocale() === "fr" ? "fr" : "en";
  return (
    <Article title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      <PageContents
        parts={datasets.map(({ id, title }) => ({
          id,
          title: setSpaces(language, title[language]),
        }))}
      />
      {datasets.map(({ id, title, description, columns, key }) => (
        <ArticleSection
          key={id}
          id={id}
          title={setSpaces(language, title[language])}
          intro={setSpaces(language, description[language])}
        >
          <p>{t("key", { columns: key.join(", ") })}</p>
          <DataTable
            caption={t("caption", { dataset: setSpaces(language, title[language]) })}
            hidesCaption
            rows={columns}
            keyOf={({ name }) => name}
            columns={[
              {
                key: "column",
                label: t("column"),
                isHeading: true,
                isWhole: true,
                cell: ({ name }) => (
                  <code id={`${id}.${name}`} className={styles.code}>
                    {name}
                  </code>
                ),
              },
              {
                key: "meaning",
                label: t("meaning"),
                isProse: true,
                cell: (column) => setSpaces(language, column.description[language]),
              },
              {
                key: "type",
                label: t("type"),
                cell: ({ type, required }) =>
                  required ? `${t(`types.${type}`)}, ${t("required")}` : t(`types.${type}`),
              },
              { key: "unit", label: t("unit"), cell: ({ unit }) => unit ?? "" },
              {
                key: "values",
                label: t("values"),
                cell: ({ values }) =>
                  values && <span className={styles.code}>{values.join(", ")}</span>,
              },
            ]}
          />
        </ArticleSection>
      ))}
    </Article>
  );
}
