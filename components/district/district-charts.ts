import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { categoriesChart, quartersChart } from "#components/outcome/breakdown-charts.ts";
import type { OutcomeWords } from "#components/outcome/outcome-words.ts";
import { ratesChart, requestsChart } from "#components/outcome/review-charts.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { OffenceSeries } from "#domain/indicator/offence-series.ts";
import type { CategoryCounts } from "#domain/indicator/protected-categories.ts";
import type { QuarterlyCounts } from "#domain/indicator/protected-quarters.ts";
import { offencesChart } from "./offences-chart.ts";

export type ChartedDistrict = {
  city: { name: string; release: number };
  district: { name: string };
  reviews: readonly FootageReview[];
  quarters: QuarterlyCounts | undefined;
  categories: CategoryCounts | undefined;
  offences: OffenceSeries | undefined;
};

export type DistrictCharts = {
  requests: OfferedChart | undefined;
  rates: OfferedChart | undefined;
  quarters: OfferedChart | undefined;
  categories: OfferedChart | undefined;
  offences: OfferedChart | undefined;
};

/** The charts of a district's page, from counts after disclosure control. */
export function districtCharts(page: ChartedDistrict, words: OutcomeWords): DistrictCharts {
  const { city, district, reviews, quarters, categories, offences } = page;
  return {
    requests: requestsChart(reviews, city, words),
    rates: ratesChart(reviews, city, words),
    quarters: quarters && quartersChart(quarters, city, words),
    categories: categories && categoriesChart(categories, city, words),
    offences:
      offences &&
      offencesChart(
        offences,
        { district: district.name, city: city.name, release: city.release },
        words,
      ),
  };
}
