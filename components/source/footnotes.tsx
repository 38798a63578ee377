import { useLocale, useTranslations } from "next-intl";
import { InLanguage } from "#components/ui/in-language.tsx";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./footnotes.module.css";

/** A source as a page prints it. Structurally a row of the registry: components never import the database. */
export type PrintedSource = {
  id: number;
  /** Of the city whose document it is: tells the language of its title. */
  country?: string;
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  publishedOn: string | null;
  retrievedOn: string | null;
  verification: string;
};

/** Superscript links to the sources of a figure or a fact, in the page's own numbering. */
export function SourceMark({ ids, order }: { ids: readonly number[]; order: readonly number[] }) {
  const t = useTranslations("source");
  const numbers = [...new Set(ids)].map((id) => order.indexOf(id) + 1).filter((n) => n > 0);
  return (
    <sup className={styles.marks}>
      {numbers.map((number) => (
        <a key={number} href={`#source-${number}`} aria-label={t("mark", { number })}>
          {number}
        </a>
      ))}
    </sup>
  );
}

/** The sources of a page, numbered, with what their licence asks readers to see. */
export function SourceList({ sources }: { sources: readonly PrintedSource[] }) {
  const t = useTranslations("source");
  return (
    <ol className={styles.list}>
      {sources.map((source, i) => (
        <li key={source.id} id={`source-${i + 1}`}>
          <SourceEntry source={source} /> ·{" "}
          <span className={styles.verification}>{t(`verification.${source.verification}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function SourceEntry({ source }: { source: PrintedSource }) {
  const t = useTranslations("source");
  const locale = useLocale();
  const language = source.country && languageOfCountry(source.country);
  const said = (words: string) => <InLanguage language={language}>{words}</InLanguage>;
  const title = source.url ? (
    <a href={source.url} rel="noreferrer">
      {said(source.title)}
    </a>
  ) : (
    said(source.title)
  );
  const details = [
    source.publisher,
    source.publishedOn && t("published", { date: wordDate(locale, source.publishedOn) }),
    source.retrievedOn && t("retrieved", { date: wordDate(locale, source.retrievedOn) }),
    source.licence,
  ].filter(Boolean);
  return (
    <>
      {title}
      {details.length > 0 && <span className={styles.details}> · {details.join(" · ")}</span>}
      {source.attribution && <span className={styles.details}> · {said(source.attribution)}</span>}
    </>
  );
}
