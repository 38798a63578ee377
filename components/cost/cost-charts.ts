import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { type CostWords, isFullCost } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { grantsChart } from "./grants-chart.ts";
import { lifeAndKeyChart } from "./life-and-key-chart.ts";
import { natureChart } from "./nature-chart.ts";
import { sensitivityChart } from "./sensitivity-chart.ts";
import { spendingChart } from "./spending-chart.ts";
import { unitCostChart } from "./unit-cost-chart.ts";

export type CostChart =
  | "full-cost"
  | "gross-and-net"
  | "cost-per-camera-year"
  | "useful-life"
  | "cost-per-camera-by-life"
  | "spending";

/** Every chart of the page on costs: what the page shows and what its files hold. */
export function costCharts(page: ShownCosts, words: CostWords): OfferedChart[] {
  const makers = isFullCost(page)
    ? [natureChart, grantsChart, unitCostChart, sensitivityChart, lifeAndKeyChart, spendingChart]
    : [spendingChart];
  return makers.flatMap((make) => make(page, words) ?? []);
}
