import { useLocale, useTranslations } from "next-intl";
import { InLanguage } from "#components/ui/in-language.tsx";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import styles from "./credits.module.css";

type RecordKind =
  | "boundary"
  | "district"
  | "population"
  | "camera"
  | "authorisation"
  | "cost"
  | "outcome"
  | "figure"
  | "institution";

export type CreditedDocument = {
  id: number;
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  publishedOn: string | null;
  retrievedOn: string | null;
  verification: string;
  records: readonly { kind: string; count: number }[];
  imports: readonly {
    preset: string;
    fileName: string;
    sha256: string | null;
    commitment: string | null;
    release: number;
    records: number;
  }[];
};

type Props = {
  sources: readonly CreditedDocument[];
  /** Whose language the documents are in. */
  country: string;
};

/** The documents that the facts of one city rest on: whose they are, what they ask, what they brought. */
export function CreditedDocuments({ sources, country }: Props) {
  const t = useTranslations("credits");
  const language = languageOfCountry(country);
  if (sources.length === 0) return <p>{t("noSource")}</p>;
  return (
    <ol className={styles.sources}>
      {sources.map((source) => (
        <Document key={source.id} source={source} language={language} />
      ))}
    </ol>
  );
}

type OneProps = { source: CreditedDocument; language: string | undefined };

function Document({ source, language }: OneProps) {
  const t = useTranslations("credits");
  const verification = useTranslations("source.verification");
  const locale = useLocale();
  const origin = [
    source.publisher && t("publisher", { publisher: source.publisher }),
    source.publishedOn && t("published", { date: wordDate(locale, source.publishedOn) }),
    source.retrievedOn && t("retrieved", { date: wordDate(locale, source.retrievedOn) }),
    verification(source.verification),
  ].filter(Boolean);
  return (
    <li>
      <p className={styles.title}>
        <InLanguage language={language}>
          {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
        </InLanguage>
      </p>
      <p className={styles.detail}>{origin.join(" · ")}</p>
      <p className={styles.detail}>
        <Licence source={source} />
      </p>
      {source.attribution && (
        <p className={styles.detail}>{t("attribution", { attribution: source.attribution })}</p>
      )}
      <Brought records={source.records} />
      {source.imports.map((batch) => (
        <p key={batch.release} className={styles.file}>
          {t(batch.preset === "generated" ? "generated" : "imports", {
            preset: batch.preset,
            fileName: batch.fileName,
            records: batch.records,
            release: String(batch.release),
          })}{" "}
          · <Digest {...batch} />
        </p>
      ))}
    </li>
  );
}

/** The file's own digest, or the commitment to one that would give what is not published away. */
function Digest({ sha256, commitment }: CreditedDocument["imports"][number]) {
  const t = useTranslations("credits");
  const digest = sha256 ?? commitment ?? "";
  return (
    <>
      {t(sha256 === null ? "commitment" : "checksum")}{" "}
      <code title={digest}>{digest.slice(0, 12)}</code>
    </>
  );
}

function Brought({ records }: Pick<CreditedDocument, "records">) {
  const t = useTranslations("credits");
  const locale = useLocale();
  if (records.length === 0) return null;
  const words = records.map(({ kind, count }) => t(`records.${kind as RecordKind}`, { count }));
  const list = new Intl.ListFormat(locale).format(words);
  return <p className={styles.detail}>{t("brings", { list })}</p>;
}

function Licence({ source }: { source: CreditedDocument }) {
  const t = useTranslations("credits");
  if (source.licence === null) return <em>{t("noLicence")}</em>;
  const name = source.licenceUrl ? (
    <a href={source.licenceUrl}>{source.licence}</a>
  ) : (
    source.licence
  );
  return (
    <>
      {t("licence")} {name}
    </>
  );
}
