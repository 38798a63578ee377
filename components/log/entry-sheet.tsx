import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordMoment } from "#formats/wording/word-moment.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./log.module.css";
import type { SheetHead } from "./log-sheet-props.ts";
import { LogSubject } from "./log-subject.tsx";
import { VerifyEntryButton } from "./verify-entry-button.tsx";

export type EntrySheetPage = {
  body: string;
  leafHash: string;
  cityName: string | null;
  entry: {
    index: number;
    at: string;
    city: string | null;
    actor: string;
    action: string;
    subject: string;
    detail: object;
  };
  proof:
    | { head: SheetHead; steps: readonly { side: "left" | "right"; hash: string }[] }
    | undefined;
};

/** One act of the log, its bytes, and the path that leads from them to the signed root. */
export function EntrySheet({ page }: { page: EntrySheetPage }) {
  const t = useTranslations("transparencyLog");
  const { entry, proof } = page;
  return (
    <Article
      kicker={<Link to="/transparency-log">{t("title")}</Link>}
      title={t("entryTitle", { index: entry.index })}
      standfirst={<p>{t(`actions.${entry.action}`)}</p>}
    >
      <ArticleSection id="entry" title={t("entry")} intro={t("entryIntro")}>
        <EntryFacts page={page} />
        <pre className={styles.bytes}>
          <code>{page.body}</code>
        </pre>
      </ArticleSection>
      <ArticleSection id="proof" title={t("proof")}>
        {proof ? <Proof page={page} proof={proof} /> : <p>{t("noProof")}</p>}
      </ArticleSection>
    </Article>
  );
}

function EntryFacts({ page: { entry, cityName } }: { page: EntrySheetPage }) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const [quality, account] = entry.actor.split(":");
  const details = Object.entries(entry.detail);
  return (
    <dl className={styles.facts}>
      <dt>{t("when")}</dt>
      <dd>{wordMoment(locale, new Date(entry.at))}</dd>
      <dt>{t("city")}</dt>
      <dd>{cityName ?? t("wholeSite")}</dd>
      <dt>{t("by")}</dt>
      <dd>
        {t(`qualities.${quality}`)}
        {account !== undefined && t("account", { account })}
      </dd>
      <dt>{t("about")}</dt>
      <dd>
        <LogSubject {...entry} />
      </dd>
      {details.map(([key, value]) => (
        <Detail key={key} name={key} value={value} />
      ))}
    </dl>
  );
}

function Detail({ name, value }: { name: string; value: unknown }) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <code>{text}</code>
      </dd>
    </>
  );
}

function Proof({
  page,
  proof: { head, steps },
}: {
  page: EntrySheetPage;
  proof: NonNullable<EntrySheetPage["proof"]>;
}) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const { size } = head.checkpoint;
  const words = (step: "leaf" | "path" | "signature") => ({
    holds: t(`steps.${step}.holds`),
    fails: t(`steps.${step}.fails`),
    unsupported: t(`steps.${step}.unsupported`),
  });
  return (
    <>
      <p className={styles.words}>
        {t("proofIntro", { steps: steps.length, size: wordNumber(locale, size) })}
      </p>
      <VerifyEntryButton
        index={page.entry.index}
        body={page.body}
        leafHash={page.leafHash}
        labels={{
          button: t("verifyEntry"),
          running: t("verifying"),
          failed: t("whole.failed"),
          steps: { leaf: words("leaf"), path: words("path"), signature: words("signature") },
        }}
      />
      <dl className={styles.facts}>
        <dt>{t("leafHash")}</dt>
        <dd>
          <code>{page.leafHash}</code>
        </dd>
        <dt>{t("path")}</dt>
        <dd>
          <ol className={styles.path}>
            {steps.map(({ side, hash }) => (
              <li key={hash}>
                {t(`sides.${side}`)} <code>{hash}</code>
              </li>
            ))}
          </ol>
        </dd>
        <dt>{t("root")}</dt>
        <dd>
          <code>{head.root}</code>
        </dd>
      </dl>
      <p>
        <a href={`/api/v1/log/proof?index=${page.entry.index}&size=${size}`}>{t("proofJson")}</a>
      </p>
    </>
  );
}
