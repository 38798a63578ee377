import { useLocale, useTranslations } from "next-intl";
import { Article } from "#components/layout/article.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordCountry } from "#formats/wording/word-country.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./city-list.module.css";

export type ListedCity = {
  city: {
    slug: string;
    name: string;
    country: string;
    kind: string;
    fictional: boolean;
    timezone: string;
    release: number;
    publishedAt: Date | null;
  };
  cameras: number;
  camerasInService: number;
};

/** The cities of an installation, and what each has published. */
export function CityList({ cities }: { cities: readonly ListedCity[] }) {
  const t = useTranslations("cities");
  const columns = useColumns();
  if (cities.length === 0) return <Article title={t("emptyTitle")} standfirst={t("empty")} />;
  return (
    <Article title={t("title")} standfirst={t("standfirst")}>
      <div className={styles.list}>
        <DataTable
          caption={t("caption")}
          hidesCaption
          columns={columns}
          rows={cities}
          keyOf={({ city }) => city.slug}
        />
      </div>
    </Article>
  );
}

function useColumns(): Column<ListedCity>[] {
  const t = useTranslations("cities");
  const locale = useLocale();
  return [
    {
      key: "city",
      label: t("city"),
      isHeading: true,
      cell: ({ city }) => (
        <>
          <Link to={`/${city.slug}`}>{city.name}</Link>
          <span className={styles.note}>
            {city.fictional
              ? t("fictional")
              : t("place", { country: wordCountry(locale, city.country), kind: city.kind })}
          </span>
        </>
      ),
    },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: ({ cameras, camerasInService }) =>
        cameras === 0 ? (
          <em className={styles.silence}>{t("none")}</em>
        ) : (
          <>
            {wordNumber(locale, cameras)}
            <span className={styles.note}>
              {wordNumber(locale, camerasInService)} {t("inService")}
            </span>
          </>
        ),
    },
    {
      key: "release",
      label: t("release"),
      cell: ({ city }) =>
        city.publishedAt === null ? (
          <em className={styles.silence}>{t("noRelease")}</em>
        ) : (
          t("releaseOf", {
            number: String(city.release),
            date: wordInstant(locale, city.publishedAt, city.timezone),
          })
        ),
    },
  ];
}
