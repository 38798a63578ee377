import type { OfferedChart } from "#components/chart/offered-chart.ts";
import type { CostsPageProps } from "./costs-page-props.ts";
import { type CostWords, spendingChart } from "./spending-chart.ts";

/** Every chart of the page on costs, in its order: what the page shows and what its files hold. */
export function costCharts({ page }: CostsPageProps, words: CostWords): OfferedChart[] {
  const spending = spendingChart(
    page.spending.map(({ spend }) => spend),
    page.city,
    words,
  );
  return [spending].filter((chart) => chart !== undefined);
}
