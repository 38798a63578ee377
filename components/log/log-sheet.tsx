import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordMoment } from "#formats/wording/word-moment.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { CheckpointFacts } from "./checkpoint-facts.tsx";
import styles from "./log.module.css";
import { LogFilter } from "./log-filter.tsx";
import type { LogSheetPage } from "./log-sheet-props.ts";
import { LogSubject } from "./log-subject.tsx";
import { VerifyLogButton } from "./verify-log-button.tsx";

/** Every public act, what proves it, and how to check that by oneself. */
export function LogSheet({ page }: { page: LogSheetPage }) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const size = page.head?.checkpoint.size ?? 0;
  const problems = page.verification?.problems.length ?? 0;
  return (
    <Article
      title={t("title")}
      standfirst={<p>{t("standfirst", { size: wordNumber(locale, size) })}</p>}
    >
      {(page.fault !== null || problems > 0) && (
        <Callout title={t("alarm")}>
          <p>{page.fault === null ? t("alarmVerification") : t("alarmFault")}</p>
        </Callout>
      )}
      <ArticleSection id="acts" title={t("acts")} intro={t("actsIntro")}>
        <LogFilter page={page} />
        <Acts page={page} />
        <Paging page={page} />
      </ArticleSection>
      <ArticleSection id="checkpoint" title={t("checkpoint")} intro={t("checkpointIntro")}>
        <CheckpointFacts page={page} />
      </ArticleSection>
      <ArticleSection id="verify" title={t("verify")} intro={t("verifyIntro")}>
        <VerifyLogButton
          locale={locale}
          labels={{
            button: t("whole.button"),
            running: t.raw("whole.running"),
            whole: t.raw("whole.whole"),
            notWhole: t("whole.notWhole"),
            failed: t("whole.failed"),
            unsupported: t.raw("whole.unsupported"),
          }}
        />
        <HowTo />
      </ArticleSection>
    </Article>
  );
}

function Acts({ page }: { page: LogSheetPage }) {
  const t = useTranslations("transparencyLog");
  const locale = useLocale();
  const names = new Map(page.cities.map(({ slug, name }) => [slug, name]));
  if (page.lines.length === 0) return <p>{t("none")}</p>;
  return (
    <DataTable
      caption={t("caption", { count: page.matching, number: wordNumber(locale, page.matching) })}
      columns={[
        {
          key: "index",
          label: t("number"),
          cell: ({ index }) => <Link to={`/transparency-log/${index}`}>{index}</Link>,
        },
        { key: "at", label: t("when"), cell: ({ at }) => wordMoment(locale, at) },
        {
          key: "action",
          label: t("act"),
          cell: ({ action }) => t(`actions.${action}`),
          isHeading: true,
        },
        {
          key: "city",
          label: t("city"),
          cell: ({ city }) => (city === null ? t("wholeSite") : (names.get(city) ?? city)),
        },
        { key: "by", label: t("by"), cell: ({ quality }) => t(`qualities.${quality}`) },
        { key: "subject", label: t("about"), cell: (line) => <LogSubject {...line} /> },
      ]}
      rows={page.lines}
      keyOf={({ index }) => String(index)}
    />
  );
}

function Paging({ page }: { page: LogSheetPage }) {
  const t = useTranslations("transparencyLog");
  const { question, pages } = page;
  if (pages <= 1) return null;
  const to = (number: number) => {
    const asked = new URLSearchParams();
    for (const name of ["city", "type", "from", "to"] as const) {
      if (question[name] !== undefined) asked.set(name, question[name]);
    }
    if (number > 1) asked.set("page", String(number));
    return `/transparency-log${asked.size > 0 ? `?${asked}` : ""}`;
  };
  return (
    <nav className={styles.paging} aria-label={t("pages")}>
      {question.page > 1 && <Link to={to(question.page - 1)}>{t("newer")}</Link>}
      <span>{t("pageOf", { page: question.page, pages })}</span>
      {question.page < pages && <Link to={to(question.page + 1)}>{t("older")}</Link>}
    </nav>
  );
}

function HowTo() {
  const t = useTranslations("transparencyLog.howTo");
  return (
    <div className={styles.words}>
      <p>{t("why")}</p>
      <ol>
        <li>
          {t("command")}
          <pre className={styles.bytes}>
            <code>npm run verify-log -- https://… --keep checkpoint.txt</code>
          </pre>
        </li>
        <li>{t("keep")}</li>
        <li>
          {t("witness")}
          <pre className={styles.bytes}>
            <code>npm run witness -- https://… --name journal.example/witness --key …</code>
          </pre>
        </li>
        <li>
          {t("files")} <a href="/log/checkpoint">/log/checkpoint</a>,{" "}
          <a href="/log/key">/log/key</a>
        </li>
      </ol>
      <p>{t("limits")}</p>
    </div>
  );
}
