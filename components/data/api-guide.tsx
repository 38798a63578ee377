import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { ApiProblem } from "#domain/dataset/api/problems.ts";
import type { Words } from "#domain/dataset/dataset.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import styles from "./data.module.css";

export type GuideResource = {
  id: string;
  path: string;
  summary: Words;
  description: Words;
  parameters: readonly {
    name: string;
    style: "once" | "repeated" | "listed";
    description: Words;
    values: string;
  }[];
};

const rules = ["forms", "pages", "conditional", "cors", "strict", "rate"] as const;

/** The interface as a page: every address with its parameters, from the registry that answers them. */
export function ApiGuide({
  resources,
  problems,
}: {
  resources: readonly GuideResource[];
  problems: readonly ApiProblem[];
}) {
  const t = useTranslations("openData.api");
  const words = useTranslations("problems");
  const locale = useLocale();
  const language = locale === "fr" ? "fr" : "en";
  return (
    <Article
      title={t("title")}
      standfirst={
        <>
          <p>{t("standfirst")}</p>
          <p>
            <a href="/api/v1/openapi.json">{t("document")}</a>
          </p>
        </>
      }
    >
      <ArticleSection id="rules" title={t("rules.title")}>
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
      </ArticleSection>
      {resources.map(({ id, path, summary, description, parameters }) => (
        <ArticleSection
          key={id}
          id={id}
          title={setSpaces(language, summary[language])}
          intro={setSpaces(language, description[language])}
        >
          <p className={styles.code}>
            <code>GET /api/v1{path}</code>
          </p>
          {parameters.length === 0 ? (
            <p>{t("noParameter")}</p>
          ) : (
            <DataTable
              caption={t("caption", { path })}
              hidesCaption
              rows={parameters}
              keyOf={({ name }) => name}
              columns={[
                {
                  key: "parameter",
                  label: t("parameter"),
                  isHeading: true,
                  cell: ({ name }) => <code>{name}</code>,
                },
                {
                  key: "meaning",
                  label: t("meaning"),
                  cell: (parameter) => setSpaces(language, parameter.description[language]),
                },
                {
                  key: "values",
                  label: t("values"),
                  cell: ({ values, style }) => (
                    <span className={styles.code}>
                      {values || t("text")}
                      {style === "once" ? "" : ` (${t(style)})`}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </ArticleSection>
      ))}
      <ArticleSection id="problems" title={t("problems.title")} intro={t("problems.intro")}>
        <ul>
          {problems.map((type) => (
            <li key={type}>
              <a href={addressOf(locale, `/problems/${type}`)}>{words(`${type}.title`)}</a>
            </li>
          ))}
        </ul>
      </ArticleSection>
    </Article>
  );
}
