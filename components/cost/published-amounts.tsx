import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { useFigureColumns } from "#components/published-figure/figure-columns.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { costFamilies } from "#domain/cost/cost-line.ts";
import styles from "./costs.module.css";
import type { PartOfCosts } from "./costs-page-props.ts";

/** Without a ledger: the amounts somebody has published, and every part of a full cost nobody has. */
export function PublishedAmounts({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.published");
  const spend = useTranslations("home.spend");
  const { singleColumns } = useFigureColumns(order);
  const families = costFamilies.filter((family) => family !== "grant" && family !== "other");
  return (
    <>
      {page.figures.length > 0 && (
        <ArticleSection id="published" title={t("title")} intro={t("intro")}>
          <DataTable
            caption={t("title")}
            hidesCaption={true}
            columns={singleColumns}
            rows={page.figures.map((figure) => ({ figure, previous: undefined }))}
            keyOf={({ figure }) => figure.reference}
          />
          <p>
            <Link to={`/${page.city.slug}/published-figures`}>{t("all")}</Link>
          </p>
        </ArticleSection>
      )}
      <ArticleSection id="missing" title={t("missing")} intro={t("missingIntro")}>
        <ul className={`${styles.missing} ${styles.columns}`}>
          {families.map((family) => (
            <li key={family}>{spend(`family.${family}`)}</li>
          ))}
        </ul>
        {page.figures.length > 0 && <p className={text.note}>{t("fitOut")}</p>}
      </ArticleSection>
    </>
  );
}
