import { useLocale, useTranslations } from "next-intl";
import { ComparedTexts } from "#components/evaluation/compared-texts.tsx";
import evaluation from "#components/evaluation/evaluation.module.css";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { textCodes } from "#domain/annual-report/report-content.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import styles from "./report.module.css";
import { ReportPart, ReportText } from "./report-part.tsx";
import { type ReportProps, reportPath } from "./report-props.ts";

/** A committee's annual report: its words, the registry's figures as they were pinned, what is not known, its versions. */
export function ReportSheet({ page }: ReportProps) {
  const t = useTranslations("annualReport");
  const { city, year, shown } = page;
  const { facts } = shown;
  return (
    <Article
      kicker={`${city.name} · ${t("kicker")}`}
      title={t("title", { year: String(year) })}
      standfirst={<Standfirst page={page} />}
    >
      <Warnings page={page} />
      <Contents page={page} />
      {shown.texts.introduction && (
        <ArticleSection id="introduction" title={t("sections.introduction.title")}>
          <ReportText page={page} text={shown.texts.introduction} />
        </ArticleSection>
      )}
      {facts.sections.map((section) => (
        <ReportPart key={section.code} page={page} section={section} />
      ))}
      {facts.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")} intro={t("sourcesIntro")}>
          <SourceList sources={facts.sources} />
        </ArticleSection>
      )}
      <Versions page={page} />
      <Proof page={page} />
    </Article>
  );
}

function Standfirst({ page }: ReportProps) {
  const t = useTranslations("annualReport");
  const locale = useLocale();
  const { city, year, shown } = page;
  const { facts, number } = shown;
  const unknown = facts.sections.reduce((sum, { unknowns }) => sum + unknowns.length, 0);
  const figures = facts.sections.reduce((sum, section) => sum + section.figures.length, 0);
  const file = `${reportPath(city.slug, year)}/report.odt?version=${number}`;
  return (
    <>
      <p>{t("standfirst", { figures, unknown })}</p>
      <p className={styles.meta}>
        {shown.publishedAt &&
          `${t("publishedOn", { date: wordInstant(locale, shown.publishedAt, city.timezone) })} · `}
        {t("reads", { release: String(facts.release), date: wordDate(locale, facts.asOf) })} ·{" "}
        <a href={addressOf(locale, file)} download>
          {t("download")}
        </a>
      </p>
    </>
  );
}

function Warnings({ page }: ReportProps) {
  const t = useTranslations("annualReport");
  const locale = useLocale();
  const { city, year, shown, isLatest, since } = page;
  const { release } = shown.facts;
  return (
    <>
      {!isLatest && (
        <Callout title={t("older", { number: String(shown.number) })}>
          <p>
            <a href={addressOf(locale, reportPath(city.slug, year))}>{t("readLatest")}</a>
          </p>
        </Callout>
      )}
      {release < city.latestRelease && (
        <Callout title={t("superseded.title")}>
          <p>
            {t("superseded.text", {
              release: String(release),
              latest: String(city.latestRelease),
              count: since.size,
            })}
          </p>
        </Callout>
      )}
    </>
  );
}

function Contents({ page }: ReportProps) {
  const t = useTranslations("annualReport");
  const { texts, facts } = page.shown;
  const parts = facts.sections.map(({ code }) => code);
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">{t("contents")}</h2>
      <ol>
        {[...(texts.introduction ? (["introduction"] as const) : []), ...parts].map((code) => (
          <li key={code}>
            <a href={`#${code}`}>{t(`sections.${code}.title`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Versions({ page }: ReportProps) {
  const t = useTranslations("annualReport");
  const words = useTranslations("evaluations.versions");
  const locale = useLocale();
  const { city, year, versions, shown, before } = page;
  const changed = before
    ? textCodes.filter((code) => (before.texts[code] ?? "") !== (shown.texts[code] ?? ""))
    : [];
  return (
    <ArticleSection id="versions" title={words("title")} intro={words("intro")}>
      <ol className={evaluation.list}>
        {versions.map(({ number, publishedAt, reason, contentHash }) => (
          <li key={number} className={evaluation.entry}>
            <a href={addressOf(locale, `${reportPath(city.slug, year)}?version=${number}`)}>
              {words("version", { number: String(number) })}
            </a>
            {publishedAt && ` · ${wordInstant(locale, publishedAt, city.timezone)}`}
            {reason && <p>{reason}</p>}
            <p className={styles.meta}>
              {words("hash")} <span className={evaluation.hash}>{contentHash}</span>
            </p>
          </li>
        ))}
      </ol>
      {before && (
        <details>
          <summary>
            {words("compare", { before: String(before.number), after: String(shown.number) })}
          </summary>
          {changed.map((code) => (
            <div key={code}>
              <h3>{t(`sections.${code}.title`)}</h3>
              <ComparedTexts before={before.texts[code] ?? ""} after={shown.texts[code] ?? ""} />
            </div>
          ))}
          {before.facts.release !== shown.facts.release && (
            <p>
              {t("rereads", {
                before: String(before.facts.release),
                after: String(shown.facts.release),
              })}
            </p>
          )}
          {changed.length === 0 && before.facts.release === shown.facts.release && (
            <p>{t("sameWords")}</p>
          )}
        </details>
      )}
    </ArticleSection>
  );
}

/** On what the report stands, and how to check it. */
function Proof({ page }: ReportProps) {
  const t = useTranslations("annualReport.proof");
  const locale = useLocale();
  const { city, year, shown } = page;
  const content = `${reportPath(city.slug, year)}/report.json?version=${shown.number}`;
  const log = `/transparency-log?city=${city.slug}&type=annual-report-${shown.number === 1 ? "published" : "revised"}`;
  return (
    <ArticleSection id="proof" title={t("title")} intro={t("intro")}>
      <dl className={styles.proof}>
        <dt>{t("hash")}</dt>
        <dd>
          <span className={evaluation.hash}>{shown.contentHash}</span>{" "}
          <a href={addressOf(locale, content)} download>
            {t("content")}
          </a>
        </dd>
        <dt>{t("release")}</dt>
        <dd>
          <a href={addressOf(locale, `/${city.slug}/releases/${shown.facts.release}`)}>
            {t("releaseNumber", { release: String(shown.facts.release) })}
          </a>
        </dd>
        {shown.logRoot !== null && (
          <>
            <dt>{t("head")}</dt>
            <dd>
              {t("size", { size: shown.logSize ?? 0 })}{" "}
              <span className={evaluation.hash}>{shown.logRoot}</span>
            </dd>
          </>
        )}
      </dl>
      <p>
        <a href={addressOf(locale, log)}>{t("verify")}</a>
      </p>
    </ArticleSection>
  );
}
