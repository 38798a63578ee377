import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Dataset } from "#domain/dataset/dataset.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordInstant } from "#formats/wording/word-date.ts";

export type OverviewCity = {
  slug: string;
  name: string;
  timezone: string;
  release: number;
  publishedAt: Date | null;
};

const languageOf = (locale: string) => (locale === "fr" ? "fr" : "en");

/** What can be taken away: by city for people, and the doors for machines. */
export function DataOverview({
  cities,
  datasets,
}: {
  cities: readonly OverviewCity[];
  datasets: readonly Dataset[];
}) {
  const t = useTranslations("openData");
  const locale = useLocale();
  const language = languageOf(locale);
  return (
    <Article title={t("title")} standfirst={<p>{t("standfirst")}</p>}>
      <ArticleSection id="cities" title={t("cities.title")} intro={t("cities.intro")}>
        <ul>
          {cities.map((city) => (
            <li key={city.slug}>
              <a href={addressOf(locale, `/${city.slug}/data`)}>{city.name}</a>
              {", "}
              {city.publishedAt
                ? t("cities.release", {
                    number: String(city.release),
                    date: wordInstant(locale, city.publishedAt, city.timezone),
                  })
                : t("cities.none")}
            </li>
          ))}
        </ul>
      </ArticleSection>
      <ArticleSection id="machine" title={t("machine.title")} intro={t("machine.intro")}>
        <ul>
          <li>
            <a href={addressOf(locale, "/data/api")}>{t("machine.api")}</a> – {t("machine.apiText")}
          </li>
          <li>
            <a href={addressOf(locale, "/data/dictionary")}>{t("machine.dictionary")}</a> –{" "}
            {t("machine.dictionaryText")}
          </li>
          <li>
            <a href="/data/catalog.jsonld">{t("machine.catalogue")}</a> –{" "}
            {t("machine.catalogueText")}
          </li>
        </ul>
      </ArticleSection>
      <ArticleSection id="datasets" title={t("datasets.title")}>
        <DataTable
          caption={t("datasets.caption")}
          hidesCaption
          rows={datasets}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "dataset",
              label: t("datasets.dataset"),
              isHeading: true,
              cell: ({ id, title }) => (
                <a href={addressOf(locale, `/data/dictionary#${id}`)}>
                  {setSpaces(language, title[language])}
                </a>
              ),
            },
            {
              key: "what",
              label: t("datasets.what"),
              isProse: true,
              cell: ({ description }) => setSpaces(language, description[language]),
            },
            {
              key: "columns",
              label: t("datasets.columns"),
              isNumber: true,
              cell: ({ columns }) => columns.length,
            },
          ]}
        />
      </ArticleSection>
      <ArticleSection id="kept" title={t("kept.title")}>
        <p>{t("kept.text")}</p>
      </ArticleSection>
    </Article>
  );
}
