import { useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { type Breakdown, breakdownCharts } from "./breakdown-charts.ts";
import { CategoryTable } from "./category-table.tsx";
import type { ChartedCity } from "./outcome-words.ts";
import { useOutcomeWords } from "./use-outcome-words.ts";

type Props = {
  city: ChartedCity;
  year: number;
  breakdown: Breakdown;
  /** The page and its choices, as its charts' files take them. */
  files: { path: string; query: string };
  /** Numbering of the page's sources. */
  order: readonly number[];
};

/** The year shown month by month and by category, as far as disclosure control publishes it; nothing where it does not. */
export function BreakdownSections({ city, year, breakdown, files, order }: Props) {
  const t = useTranslations("outcomes.breakdown");
  const charts = breakdownCharts(breakdown, city, useOutcomeWords());
  const months = [charts.requestMonths, charts.alertMonths].filter((chart) => chart !== undefined);
  return (
    <>
      {months.length > 0 && (
        <ArticleSection
          id="months"
          title={t("months", { year: String(year) })}
          intro={t("monthsIntro")}
        >
          {months.map((chart) => (
            <OfferedChartFrame key={chart.spec.id} chart={chart} page={files} headingLevel={3} />
          ))}
        </ArticleSection>
      )}
      {breakdown.categories && charts.categories && (
        <ArticleSection
          id="categories"
          title={t("categories", { year: String(year) })}
          intro={t("categoriesIntro")}
        >
          <OfferedChartFrame chart={charts.categories} page={files} headingLevel={3} />
          <CategoryTable counts={breakdown.categories} order={order} />
        </ArticleSection>
      )}
    </>
  );
}
