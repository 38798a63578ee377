import { useLocale, useTranslations } from "next-intl";
import { wordMoment } from "#formats/wording/word-moment.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./log.module.css";
import type { LogSheetPage } from "./log-sheet-props.ts";

/** The signed head of the log, the key that verifies it, and when the installation last checked itself. */
export function CheckpointFacts({ page }: { page: LogSheetPage }) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const { head, signedAt, verification } = page;
  if (!head) return <p>{t("noCheckpoint")}</p>;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("origin")}</dt>
        <dd>{head.checkpoint.origin}</dd>
        <dt>{t("size")}</dt>
        <dd>{wordNumber(locale, head.checkpoint.size)}</dd>
        {signedAt && (
          <>
            <dt>{t("signedAt")}</dt>
            <dd>{wordMoment(locale, signedAt)}</dd>
          </>
        )}
        <dt>{t("root")}</dt>
        <dd>
          <code>{head.root}</code>
        </dd>
        <dt>{t("key")}</dt>
        <dd>
          <code>{head.key}</code>
        </dd>
        <dt>{t("lastVerification")}</dt>
        <dd>
          {verification
            ? t(verification.problems.length === 0 ? "verified" : "notVerified", {
                moment: wordMoment(locale, new Date(verification.at)),
                size: wordNumber(locale, verification.size),
              })
            : t("neverVerified")}
        </dd>
      </dl>
      <pre className={styles.bytes}>
        <code>{head.note}</code>
      </pre>
    </>
  );
}
