import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Dataset } from "#domain/dataset/dataset.ts";
import { citationSentence, type ReleasedCity } from "#domain/dataset/files/city-files.ts";
import { cityFiles, type FileFormat, filesOf } from "#domain/dataset/files/data-file.ts";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { CityLicences, type LicensedSource } from "./city-licences.tsx";
import styles from "./data.module.css";

export type CityDataProps = {
  city: ReleasedCity;
  timezone: string;
  datasets: readonly Dataset[];
  rows: Readonly<Record<string, number>>;
  sources: readonly LicensedSource[];
};

const schemas: readonly FileFormat[] = ["table-schema", "csvw"];
const words = {
  "data-package": "package",
  dictionary: "dictionary",
  readme: "readme",
  citation: "citation",
  checksums: "checksums",
} as const;

/** Everything of one release, to take away: archive, files, citation, licences. */
export function CityData({ city, timezone, datasets, rows, sources }: CityDataProps) {
  const t = useTranslations("openData");
  const locale = useLocale();
  const language = locale === "fr" ? "fr" : "en";
  const number = String(city.release);
  const to = (name: string) => `/${city.slug}/data/${number}/${name}`;
  const links = (dataset: Dataset, isShown: (format: FileFormat) => boolean) => (
    <ul className={styles.files}>
      {filesOf(dataset)
        .filter(({ format }) => isShown(format))
        .map(({ name, format }) => (
          <li key={name}>
            <a
              href={to(name)}
              aria-label={t("files.file", {
                dataset: setSpaces(language, dataset.title[language]),
                format: t(`files.names.${format}`),
              })}
            >
              {t(`files.names.${format}`)}
            </a>
          </li>
        ))}
    </ul>
  );
  return (
    <Article
      kicker={city.name}
      title={t("city.title", { city: city.name })}
      standfirst={
        <p>
          {t("city.standfirst", {
            number,
            date: wordInstant(locale, new Date(city.publishedAt), timezone),
          })}
        </p>
      }
    >
      <ArticleSection id="archive" title={t("archive.title")} intro={t("archive.text")}>
        <ul className={styles.links}>
          <li>
            <a href={to("archive.zip")}>{t("archive.link")}</a>
          </li>
          {cityFiles.map(({ name, format }) =>
            format === "archive" ? null : (
              <li key={name}>
                <a href={to(name)}>{t(`archive.${words[format]}`)}</a>
              </li>
            ),
          )}
        </ul>
      </ArticleSection>
      <ArticleSection id="files" title={t("files.title")} intro={t("files.intro")}>
        <DataTable
          caption={t("files.caption", { number })}
          hidesCaption
          rows={datasets}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "dataset",
              label: t("files.dataset"),
              isHeading: true,
              cell: ({ id, title }) => (
                <span id={`dataset-${id}`}>{setSpaces(language, title[language])}</span>
              ),
            },
            {
              key: "rows",
              label: t("files.rows"),
              isNumber: true,
              cell: ({ id }) =>
                (rows[id] ?? 0).toLocaleString(language === "fr" ? "fr-FR" : "en-GB"),
            },
            {
              key: "formats",
              label: t("files.formats"),
              cell: (dataset) => links(dataset, (format) => !schemas.includes(format)),
            },
            {
              key: "schemas",
              label: t("files.schemas"),
              cell: (dataset) => links(dataset, (format) => schemas.includes(format)),
            },
          ]}
        />
      </ArticleSection>
      <ArticleSection id="cite" title={t("cite.title")} intro={t("cite.intro")}>
        <blockquote className={styles.quote}>
          <p>{citationSentence(city)}</p>
          <p>
            <code className={styles.code}>SHA-256 {city.contentHash}</code>
          </p>
        </blockquote>
      </ArticleSection>
      <CityLicences sources={sources} />
    </Article>
  );
}
