import { useLocale, useTranslations } from "next-intl";
import {
  CorrectionsTable,
  type ShownCorrection,
} from "#components/correction/corrections-table.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { wordInstant } from "#formats/wording/word-date.ts";
import { MovedFigures, type ShownMovingFigure } from "./moved-figures.tsx";
import { RecordChanges, type ShownKindChange } from "./record-changes.tsx";
import { ReleaseImports, type ShownImport } from "./release-imports.tsx";
import styles from "./releases-sheet.module.css";
import { type SummedRelease, useReleaseWords } from "./use-release-words.ts";

export type ReleaseSheetProps = {
  page: {
    city: { slug: string; name: string; country: string; timezone: string; currency: string };
    release: SummedRelease & {
      number: number;
      contentHash: string;
      contentForm: number;
      publishedAt: Date;
    };
    previous: { number: number } | undefined;
    kinds: readonly ShownKindChange[];
    cameras: {
      added: number;
      removed: number;
      moved: number;
      renumbered: number;
      statusChanged: number;
    };
    figures: readonly ShownMovingFigure[];
    corrections: readonly ShownCorrection[];
    imports: readonly ShownImport[];
    judgedYears: number;
  };
};

/** One release: what it changed for the reader, which figures moved and why, and how to read the city as of it. */
export function ReleaseSheet({ page }: ReleaseSheetProps) {
  const t = useTranslations("releases.one");
  const word = useReleaseWords();
  const { city, corrections, figures, imports } = page;
  return (
    <Article
      kicker={city.name}
      title={<Title page={page} />}
      standfirst={<p>{word(page.release)}</p>}
    >
      <ArticleSection id="records" title={t("records")} intro={<Since page={page} />}>
        <RecordChanges kinds={page.kinds} cameras={page.cameras} />
      </ArticleSection>
      <ArticleSection id="figures" title={t("figures")} intro={t("figuresIntro")}>
        {figures.length === 0 ? (
          <p className={text.silence}>{t(page.previous ? "noFigure" : "firstRelease")}</p>
        ) : (
          <MovedFigures figures={figures} />
        )}
        {page.judgedYears > 0 && (
          <p className={text.note}>{t("judged", { count: page.judgedYears })}</p>
        )}
      </ArticleSection>
      {corrections.length > 0 && (
        <ArticleSection id="corrections" title={t("corrections")} intro={t("correctionsIntro")}>
          <CorrectionsTable city={city} corrections={corrections} caption={t("corrections")} />
        </ArticleSection>
      )}
      {imports.length > 0 && (
        <ArticleSection id="imports" title={t("imports")} intro={t("importsIntro")}>
          <ReleaseImports imports={imports} />
        </ArticleSection>
      )}
      <AsOf page={page} />
    </Article>
  );
}

function Title({ page: { city, release } }: ReleaseSheetProps) {
  const t = useTranslations("releases.one");
  const locale = useLocale();
  return t("title", {
    number: String(release.number),
    date: wordInstant(locale, release.publishedAt, city.timezone),
  });
}

function Since({ page: { city, previous } }: ReleaseSheetProps) {
  const t = useTranslations("releases.one");
  if (!previous) return t("first");
  return (
    <>
      {t("since")}{" "}
      <Link to={`/${city.slug}/releases/${previous.number}`}>
        {t("previous", { number: String(previous.number) })}
      </Link>
      .
    </>
  );
}

const pages = ["home", "costs", "outcomes", "authorisations", "published-figures"] as const;

function AsOf({ page: { city, release } }: ReleaseSheetProps) {
  const t = useTranslations("releases.one");
  return (
    <ArticleSection id="as-of" title={t("asOf")} intro={t("asOfIntro")}>
      <ul className={styles.pages}>
        {pages.map((name) => (
          <li key={name}>
            <Link
              to={`/${city.slug}${name === "home" ? "" : `/${name}`}?release=${release.number}`}
            >
              {t(`pages.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        {t("hash")} <code className={styles.hash}>{release.contentHash}</code>
      </p>
      <p className={text.note}>
        {t(release.contentForm === 1 ? "hashNoteEarlier" : "hashNote")}
        {release.contentForm > 1 && (
          <>
            {" "}
            <a href={`/${city.slug}/data/${release.number}/README.md`}>{t("hashHow")}</a>.
          </>
        )}
      </p>
      <p>
        <Link to={`/${city.slug}/releases`}>{t("all")}</Link>
      </p>
    </ArticleSection>
  );
}
