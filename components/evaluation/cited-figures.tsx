import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { addressOf } from "#formats/addresses/address-of.ts";
import type { EvaluationProps } from "./evaluation-props.ts";

/** The figures the opinion leans on, as they were said: the page of that release, and of today when they differ. */
export function CitedFigures({ page }: EvaluationProps) {
  const t = useTranslations("evaluations.figures");
  const locale = useLocale();
  const { city, shown } = page;
  const at = (path: string) => addressOf(locale, `/${city.slug}/${path}`);
  return (
    <ArticleSection id="figures" title={t("title")} intro={t("intro")}>
      <DataTable
        caption={t("title")}
        hidesCaption={true}
        rows={shown.content.figures}
        keyOf={({ key }) => key}
        columns={[
          {
            key: "label",
            label: t("label"),
            isHeading: true,
            cell: ({ label, definition }) => (
              <>
                {label}
                {definition && <span className={text.caveat}>{definition}</span>}
              </>
            ),
          },
          {
            key: "value",
            label: t("value"),
            isNumber: true,
            cell: ({ value, interval, period }) => (
              <>
                <strong>{value}</strong>
                {interval && <span className={text.caveat}>{interval}</span>}
                {period && <span className={text.caveat}>{period}</span>}
              </>
            ),
          },
          {
            key: "release",
            label: t("release"),
            cell: ({ page: path, release }) => (
              <>
                <a href={at(`${path}?release=${release}`)}>
                  {t("asSaid", { release: String(release) })}
                </a>
                {release < city.latestRelease && (
                  <span className={text.caveat}>
                    <a href={at(path)}>{t("today", { release: String(city.latestRelease) })}</a>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
    </ArticleSection>
  );
}
