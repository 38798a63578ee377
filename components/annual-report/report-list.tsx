import { useLocale, useTranslations } from "next-intl";
import evaluation from "#components/evaluation/evaluation.module.css";
import { ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordDate } from "#formats/wording/word-date.ts";
import { type ListedReport, reportPath } from "./report-props.ts";

type Props = { citySlug: string; reports: readonly ListedReport[] };

/** The annual reports that the committee has published; nothing where it has published none. */
export function ReportList({ citySlug, reports }: Props) {
  const t = useTranslations("annualReport");
  const locale = useLocale();
  if (reports.length === 0) return null;
  return (
    <ArticleSection id="annual-reports" title={t("list.title")} intro={t("list.intro")}>
      <ul className={evaluation.list}>
        {reports.map(({ year, version, publishedOn }) => (
          <li key={year} className={evaluation.entry}>
            <Link to={reportPath(citySlug, year)}>{t("title", { year: String(year) })}</Link>
            <p className={evaluation.meta}>
              {t(version === 1 ? "publishedOn" : "list.revisedOn", {
                date: wordDate(locale, publishedOn),
              })}
            </p>
          </li>
        ))}
      </ul>
    </ArticleSection>
  );
}
