import { useLocale, useTranslations } from "next-intl";
import { Autosave } from "#components/committee/autosave.tsx";
import committee from "#components/committee/committee.module.css";
import { ConflictPanel } from "#components/committee/conflict-panel.tsx";
import { LongField } from "#components/committee/desk-fields.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Button, FormProblem, Notice, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ReportSection } from "#domain/annual-report/report-content.ts";
import { wordDate, wordInstant } from "#formats/wording/word-date.ts";
import { ReportFigures } from "./report-figures.tsx";
import { type ReportDeskProps, reportDeedAddress, reportPath } from "./report-props.ts";
import { useReportWords, wordUnknown } from "./report-words.ts";

/** The desk of an annual report: under each part what the registry says, and room for what the committee says of it. */
export function ReportDeskSheet(props: ReportDeskProps) {
  const { page, notice, problem } = props;
  const t = useTranslations("annualReport.desk");
  const { city, year, draft, published } = page;
  return (
    <Article
      kicker={`${city.name} · ${t("kicker")}`}
      title={t("title", { year: String(year) })}
      standfirst={<p>{t(draft ? (published ? "revising" : "drafting") : "public")}</p>}
    >
      {notice && t.has(`notices.${notice}`) && <Notice>{t(`notices.${notice}`)}</Notice>}
      {problem && t.has(`problems.${problem}`) && (
        <FormProblem>{t(`problems.${problem}`)}</FormProblem>
      )}
      <p className={committee.ways}>
        <Link to={`/${city.slug}/committee`}>{t("back")}</Link>
        {published && (
          <>
            {" · "}
            <Link to={reportPath(city.slug, year)}>
              {t("readPublic", { number: String(published.number) })}
            </Link>
          </>
        )}
      </p>
      {page.aside && <Conflict {...props} />}
      {draft && <Draft {...props} draft={draft} />}
      {page.deeds.includes("revise") && <Revise {...props} />}
    </Article>
  );
}

type WithDraft = ReportDeskProps & { draft: NonNullable<ReportDeskProps["page"]["draft"]> };

function Conflict({ page }: ReportDeskProps) {
  const t = useTranslations("annualReport.sections");
  return (
    <ConflictPanel conflicts={page.aside?.conflicts ?? []} labelOf={(code) => t(`${code}.title`)} />
  );
}

function Draft(props: WithDraft) {
  const { page, draft, newKey } = props;
  const t = useTranslations("annualReport.desk");
  const locale = useLocale();
  const { city, year, lastSave, deeds, missing } = page;
  const isBehind = draft.dataRelease < city.latestRelease;
  return (
    <>
      <ArticleSection id="registry" title={t("registry.title")} intro={t("registry.intro")}>
        <p>
          {t("registry.read", {
            release: String(draft.dataRelease),
            date: wordDate(locale, draft.facts.builtOn),
          })}{" "}
          {isBehind && t("registry.behind", { latest: String(city.latestRelease) })}
        </p>
        <Deed {...props} deed="refresh" label={t("registry.submit")} />
      </ArticleSection>
      <ArticleSection id="draft" title={t("text")} intro={t("textIntro")}>
        {lastSave && (
          <p className={committee.state}>
            {t("lastSave", {
              name: lastSave.name,
              date: wordInstant(locale, lastSave.at, city.timezone),
              number: String(lastSave.number),
            })}
          </p>
        )}
        <PostForm
          action={reportDeedAddress(city.slug, year, "save")}
          hidden={{ requestKey: newKey(), seen: String(draft.saves) }}
        >
          <TextFields {...props} />
        </PostForm>
      </ArticleSection>
      <ArticleSection id="publish" title={t("publish.title")} intro={t("publish.intro")}>
        {missing.length > 0 && (
          <Callout title={t("publish.missing")}>
            <p>{missing.join(", ")}</p>
          </Callout>
        )}
        <div className={committee.deeds}>
          {deeds.includes("publish") ? (
            <Deed {...props} deed="publish" label={t("publish.submit")} kind="main" />
          ) : (
            <p>{t("publish.chair")}</p>
          )}
          {deeds.includes("abandon") && (
            <Deed {...props} deed="abandon" label={t("publish.abandon")} />
          )}
        </div>
      </ArticleSection>
    </>
  );
}

function Deed({
  page,
  newKey,
  deed,
  label,
  kind = "quiet",
}: ReportDeskProps & { deed: string; label: string; kind?: "main" | "quiet" }) {
  return (
    <PostForm
      action={reportDeedAddress(page.city.slug, page.year, deed)}
      hidden={{ requestKey: newKey() }}
      shape="inline"
    >
      <Button kind={kind}>{label}</Button>
    </PostForm>
  );
}

function TextFields({ page, draft }: WithDraft) {
  const t = useTranslations("annualReport");
  const words = useTranslations("committee.draft");
  const { city, year, aside } = page;
  const texts = aside?.merged ?? draft.texts;
  return (
    <div className={committee.form} data-autosave={reportDeedAddress(city.slug, year, "autosave")}>
      <LongField
        name="text-introduction"
        label={t("sections.introduction.title")}
        hint={t("desk.hint")}
        value={texts.introduction}
      />
      {draft.facts.sections.map((section) => (
        <div key={section.code} className={committee.field}>
          <LongField
            name={`text-${section.code}`}
            label={t(`sections.${section.code}.title`)}
            value={texts[section.code]}
          />
          <SectionFacts page={page} draft={draft} section={section} />
        </div>
      ))}
      <div className={committee.deeds}>
        <Button>{words("save")}</Button>
      </div>
      <Autosave
        words={{
          saved: words("autosaved"),
          failed: words("autosaveFailed"),
          conflict: words("autosaveConflict"),
        }}
      />
    </div>
  );
}

/** What the registry says of the part, beside what is being written of it. */
function SectionFacts({
  page,
  draft,
  section,
}: Pick<WithDraft, "page" | "draft"> & { section: ReportSection }) {
  const words = useReportWords();
  const { t } = words;
  const { figures, entries, unknowns, code } = section;
  if (figures.length + entries.length + unknowns.length === 0) return null;
  return (
    <details>
      <summary>
        {t("annualReport.desk.facts", {
          figures: figures.length,
          entries: entries.length,
          unknowns: unknowns.length,
        })}
      </summary>
      {figures.length > 0 && (
        <ReportFigures
          citySlug={page.city.slug}
          latestRelease={page.city.latestRelease}
          caption={t(`annualReport.sections.${code}.title`)}
          figures={figures}
          order={draft.facts.sources.map(({ id }) => id)}
          since={new Map()}
          showsKeys={true}
        />
      )}
      {unknowns.length > 0 && (
        <>
          <p>{t("annualReport.unknownTitle")}</p>
          <ul>
            {unknowns.map((unknown) => (
              <li key={`${unknown.code} ${unknown.names?.join(" ") ?? ""}`}>
                {wordUnknown(words, unknown)}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function Revise({ page, newKey }: ReportDeskProps) {
  const t = useTranslations("annualReport.desk.revise");
  return (
    <ArticleSection id="revise" title={t("title")} intro={t("intro")}>
      <PostForm
        action={reportDeedAddress(page.city.slug, page.year, "revise")}
        hidden={{ requestKey: newKey() }}
      >
        <LongField name="reason" label={t("reason")} value="" required={true} />
        <Button kind="quiet">{t("submit")}</Button>
      </PostForm>
    </ArticleSection>
  );
}
