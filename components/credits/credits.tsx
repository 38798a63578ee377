import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./credits.module.css";

export type CreditedCity = {
  slug: string;
  name: string;
  sources: readonly {
    id: number;
    title: string;
    publisher: string | null;
    url: string | null;
    licence: string | null;
    licenceUrl: string | null;
    attribution: string | null;
    publishedOn: string | null;
    retrievedOn: string | null;
    sha256: string | null;
    verification: string;
    imports: readonly { preset: string; fileName: string; release: number; records: number }[];
  }[];
};
export type CreditedPackage = { name: string; version: string; licence: string };

/** Who must be credited for what: the documents of every city, then the software. */
export function Credits(props: {
  cities: readonly CreditedCity[];
  packages: readonly CreditedPackage[];
}) {
  const t = useTranslations("credits");
  return (
    <Article title={t("title")} standfirst={t("standfirst")}>
      {props.cities.map((city) => (
        <ArticleSection key={city.slug} id={city.slug} title={city.name}>
          {city.sources.length === 0 && <p>{t("noSource")}</p>}
          <ol className={styles.sources}>
            {city.sources.map((source) => (
              <CreditedDocument key={source.id} source={source} />
            ))}
          </ol>
        </ArticleSection>
      ))}
      <ArticleSection id="software" title={t("softwareTitle")} intro={t("software")}>
        <p className={styles.caution}>{t("leaflet")}</p>
        <DataTable
          caption={t("caption")}
          hidesCaption
          columns={[
            { key: "name", label: t("package"), cell: ({ name }) => name, isHeading: true },
            { key: "version", label: t("version"), cell: ({ version }) => version },
            { key: "licence", label: t("packageLicence"), cell: ({ licence }) => licence },
          ]}
          rows={props.packages}
          keyOf={({ name }) => name}
        />
      </ArticleSection>
    </Article>
  );
}

function CreditedDocument({ source }: { source: CreditedCity["sources"][number] }) {
  const t = useTranslations("credits");
  const verification = useTranslations("source.verification");
  const locale = useLocale();
  const dates = [
    source.publishedOn && t("published", { date: wordDate(locale, source.publishedOn) }),
    source.retrievedOn && t("retrieved", { date: wordDate(locale, source.retrievedOn) }),
  ].filter(Boolean);
  return (
    <li>
      <p className={styles.title}>
        {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
      </p>
      <p className={styles.detail}>
        {source.publisher && <>{t("publisher", { publisher: source.publisher })} · </>}
        {[...dates, verification(source.verification)].join(" · ")}
      </p>
      <p className={styles.detail}>
        {t("licence")} <Licence source={source} />
        {source.attribution && <> · {t("attribution", { attribution: source.attribution })}</>}
      </p>
      {source.imports.map((batch) => (
        <p key={batch.release} className={styles.detail}>
          {t("imports", { ...batch, release: String(batch.release) })}
          {source.sha256 && (
            <>
              {" "}
              · {t("checksum")} <code title={source.sha256}>{source.sha256.slice(0, 12)}</code>
            </>
          )}
        </p>
      ))}
    </li>
  );
}

function Licence({ source }: { source: CreditedCity["sources"][number] }) {
  const t = useTranslations("credits");
  if (source.licence === null) return <em>{t("noLicence")}</em>;
  if (source.licenceUrl === null) return source.licence;
  return <a href={source.licenceUrl}>{source.licence}</a>;
}
