import { useTranslations } from "next-intl";
import committee from "#components/committee/committee.module.css";
import { SelectField } from "#components/committee/desk-fields.tsx";
import evaluation from "#components/evaluation/evaluation.module.css";
import { ArticleSection } from "#components/layout/article.tsx";
import { Button, PostForm } from "#components/ui/form.tsx";
import { Link } from "#components/ui/link.tsx";
import { reportDeskPath, reportPath } from "./report-props.ts";

type Props = {
  citySlug: string;
  reports: readonly { year: number; draft: boolean; version: number | null }[];
  openYears: readonly number[];
  requestKey: string;
};

/** The reports that the committee is writing or has published, and the years that it may begin one about. */
export function ReportWorkspace({ citySlug, reports, openYears, requestKey }: Props) {
  const t = useTranslations("annualReport.workspace");
  return (
    <ArticleSection id="annual-reports" title={t("title")} intro={t("intro")}>
      {reports.length > 0 && (
        <ul className={evaluation.list}>
          {reports.map(({ year, draft, version }) => (
            <li key={year} className={evaluation.entry}>
              <Link to={reportDeskPath(citySlug, year)}>{t("report", { year: String(year) })}</Link>
              {" · "}
              {t(draft ? (version === null ? "draft" : "revising") : "published")}
              {version !== null && (
                <>
                  {" · "}
                  <Link to={reportPath(citySlug, year)}>
                    {t("read", { number: String(version) })}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {openYears.length > 0 && (
        <PostForm action={`/api/committee/${citySlug}/annual-reports`} hidden={{ requestKey }}>
          <div className={committee.pair}>
            <SelectField
              name="year"
              label={t("year")}
              value={String(openYears[1] ?? openYears[0])}
              options={openYears.map((year) => ({ value: String(year), label: String(year) }))}
            />
          </div>
          <Button kind="quiet">{t("start")}</Button>
        </PostForm>
      )}
    </ArticleSection>
  );
}
