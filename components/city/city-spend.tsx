import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { SpendTable, type SpentYear } from "#components/cost/spend-table.tsx";
import { spendingChart } from "#components/cost/spending-chart.ts";
import { ArticleSection } from "#components/layout/article.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";
import type { ChartedPartProps } from "./city-home-props.ts";

/** Rows shown at once; the others are one gesture away. */
const shownRows = 5;

/** What was spent each year, and per camera in service that year; missing lines said, not counted as zero. */
export function CitySpend({ home, order, query }: ChartedPartProps) {
  const t = useTranslations("home.spend");
  const words = {
    locale: useLocale(),
    costs: useTranslations("costs"),
    spend: t,
    charts: useTranslations("charts"),
  };
  const chart = spendingChart({ spending: home.years, city: home.city }, words);
  const years = home.years.toReversed();
  return (
    <ArticleSection id="spend" title={<Finding years={home.years} />} intro={t("intro")}>
      {chart && (
        <OfferedChartFrame
          chart={chart}
          page={{ path: `/${home.city.slug}/costs`, query }}
          headingLevel={3}
        />
      )}
      <SpendTable
        caption={
          <>
            {t("caption", { vat: home.years.at(-1)?.spend.vatIncluded ? "incl" : "excl" })}
            <SourceMark ids={years[0]?.spend.sourceIds ?? []} order={order} />
          </>
        }
        rows={years.slice(0, shownRows)}
      />
      {years.length > shownRows && (
        <details className={styles.older}>
          <summary>{t("older")}</summary>
          <SpendTable caption={t("older")} hidesCaption={true} rows={years.slice(shownRows)} />
        </details>
      )}
      <p className={styles.note}>{t("caveat")}</p>
    </ArticleSection>
  );
}

function Finding({ years }: { years: readonly SpentYear[] }) {
  const t = useTranslations("home.spend");
  const locale = useLocale();
  const latest = years.at(-1);
  if (!latest) return t("title");
  const { spend } = latest;
  return t("finding", {
    total: wordMoney(locale, spend.operatingCents + spend.capitalCents, spend.currency),
    period: wordPeriod(locale, spend.period),
    partial: spend.missing.length > 0 ? "yes" : "no",
  });
}
