import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { wordInstant } from "#formats/wording/word-date.ts";
import styles from "./releases-sheet.module.css";
import { type SummedRelease, useReleaseWords } from "./use-release-words.ts";

export type ReleasesSheetProps = {
  page: {
    city: { slug: string; name: string; timezone: string };
    releases: readonly (SummedRelease & {
      number: number;
      contentHash: string;
      publishedAt: Date;
    })[];
    hasMore: boolean;
  };
};

/** Everything that was published, release by release: none is ever changed, the next one supersedes it. */
export function ReleasesSheet({ page }: ReleasesSheetProps) {
  const t = useTranslations("releases");
  const locale = useLocale();
  const word = useReleaseWords();
  const { city, releases } = page;
  return (
    <Article
      kicker={city.name}
      title={t("finding", { count: releases.length })}
      standfirst={<p>{t("standfirst")}</p>}
    >
      <ArticleSection id="list" title={t("list")} intro={t("listIntro")}>
        {releases.length === 0 ? (
          <p className={text.silence}>{t("none")}</p>
        ) : (
          <DataTable
            caption={t("list")}
            hidesCaption={true}
            columns={[
              {
                key: "number",
                label: t("number"),
                isHeading: true,
                cell: ({ number }) => (
                  <Link to={`/${city.slug}/releases/${number}`}>
                    {t("release", { number: String(number) })}
                  </Link>
                ),
              },
              {
                key: "date",
                label: t("date"),
                cell: ({ publishedAt }) => wordInstant(locale, publishedAt, city.timezone),
              },
              { key: "changed", label: t("changed"), cell: word },
              {
                key: "hash",
                label: t("hash"),
                cell: ({ contentHash }) => (
                  <code className={styles.hash} title={contentHash}>
                    {contentHash.slice(0, 12)}
                  </code>
                ),
              },
              {
                key: "read",
                label: t("read"),
                cell: ({ number }) => (
                  <Link to={`/${city.slug}?release=${number}`}>{t("readAsOf")}</Link>
                ),
              },
            ]}
            rows={releases}
            keyOf={({ number }) => String(number)}
          />
        )}
        {page.hasMore && <p className={text.note}>{t("more")}</p>}
      </ArticleSection>
      <AsOf slug={city.slug} number={releases[0]?.number} />
    </Article>
  );
}

function AsOf({ slug, number }: { slug: string; number: number | undefined }) {
  const t = useTranslations("releases.asOf");
  return (
    <ArticleSection id="as-of" title={t("title")} intro={t("intro")}>
      {number !== undefined && (
        <p>
          {t("example")} <code className={styles.hash}>{`/${slug}/costs?release=${number}`}</code>
        </p>
      )}
      <p className={text.note}>{t("hash")}</p>
      <p className={text.note}>
        <Link to="/methodology#release">{t("explained")}</Link>
      </p>
    </ArticleSection>
  );
}
