import { EvaluationBody } from "#components/evaluation/evaluation-body.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { figuresOf, type ReportSection } from "#domain/annual-report/report-content.ts";
import { reportSections } from "#domain/annual-report/report-sections.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { wordEntry } from "./entry-words.ts";
import styles from "./report.module.css";
import { ReportFigures } from "./report-figures.tsx";
import type { ReportProps } from "./report-props.ts";
import { useReportWords, wordFigure, wordUnknown } from "./report-words.ts";

/** One part: its figures, what happened, what is not known, and what the committee says of it. */
export function ReportPart({ page, section }: ReportProps & { section: ReportSection }) {
  const { t } = useReportWords();
  const { code, figures, entries, unknowns } = section;
  const { city, shown, since } = page;
  const isEmpty = figures.length + entries.length + unknowns.length === 0;
  const order = shown.facts.sources.map(({ id }) => id);
  return (
    <ArticleSection
      id={code}
      title={t(`annualReport.sections.${code}.title`)}
      intro={t(`annualReport.sections.${code}.intro`)}
    >
      <ReportText page={page} text={shown.texts[code]} />
      {figures.length > 0 && (
        <ReportFigures
          citySlug={city.slug}
          latestRelease={city.latestRelease}
          caption={t(`annualReport.sections.${code}.title`)}
          {...{ figures, order, since }}
        />
      )}
      {entries.length > 0 && <Entries page={page} section={section} />}
      {isEmpty && code !== "not-known" && <p>{t("annualReport.nothing")}</p>}
      {unknowns.length > 0 && (
        <div className={styles.unknown}>
          <h3>{t("annualReport.unknownTitle")}</h3>
          <Unknowns section={section} />
        </div>
      )}
      {code === "not-known" && <EverythingUnknown page={page} />}
      <Checked code={code} />
    </ArticleSection>
  );
}

/** The committee's own words, with the report's figures put in. */
export function ReportText({ page, text }: ReportProps & { text: string | undefined }) {
  const words = useReportWords();
  if (!text) return null;
  const figures = figuresOf(page.shown.facts).map((figure) => wordFigure(words, figure));
  return (
    <div className={styles.words}>
      <p className={styles.voice}>{words.t("annualReport.voice")}</p>
      <EvaluationBody
        content={{ body: text, figures }}
        citySlug={page.city.slug}
        anchorOf={(key) => `figure-${key}`}
      />
    </div>
  );
}

function Entries({ page, section }: ReportProps & { section: ReportSection }) {
  const words = useReportWords();
  return (
    <ul className={styles.entries}>
      {section.entries.map((entry) => {
        const { key, title, text, page: path } = wordEntry(words, entry);
        return (
          <li key={key}>
            <strong>
              {path ? (
                <a href={addressOf(words.locale, `/${page.city.slug}/${path}`)}>{title}</a>
              ) : (
                title
              )}
            </strong>
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Unknowns({ section }: { section: ReportSection }) {
  const words = useReportWords();
  return (
    <ul>
      {section.unknowns.map((unknown) => (
        <li key={`${unknown.code} ${unknown.names?.join(" ") ?? ""}`}>
          {wordUnknown(words, unknown)}
        </li>
      ))}
    </ul>
  );
}

/** All that is not known, part by part, so that nobody has to look for it. */
function EverythingUnknown({ page }: ReportProps) {
  const { t } = useReportWords();
  const parts = page.shown.facts.sections.filter(({ unknowns }) => unknowns.length > 0);
  return (
    <div className={styles.unknown}>
      {parts.map((section) => (
        <div key={section.code}>
          <h3>
            <a href={`#${section.code}`}>{t(`annualReport.sections.${section.code}.title`)}</a>
          </h3>
          <Unknowns section={section} />
        </div>
      ))}
    </div>
  );
}

/** Which items of the merged checklist the part answers, with the text that asks for them. */
function Checked({ code }: { code: ReportSection["code"] }) {
  const { t } = useReportWords();
  const items = reportSections.find((section) => section.code === code)?.checklist ?? [];
  if (items.length === 0) return null;
  const names = items.map((item) => t(`evaluations.checklist.items.${item}`)).join(" · ");
  return <p className={styles.meta}>{t("annualReport.checklist", { items: names })}</p>;
}
