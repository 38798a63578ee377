import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { differenceChart } from "./difference-chart.ts";
import { effectChart, overviewChart } from "./effect-chart.ts";
import type { EffectsPageProps, EffectWords, ShownStudy } from "./effect-props.ts";
import { pooledCharts } from "./pooled-chart.ts";
import { trendChart } from "./trend-chart.ts";

type Page = EffectsPageProps["page"];

export type StudyCharts = {
  trend: OfferedChart;
  effect: OfferedChart | undefined;
  difference: OfferedChart | undefined;
};

/** The charts of one study. */
export function studyCharts(shown: ShownStudy, page: Page, words: EffectWords): StudyCharts {
  return {
    trend: trendChart(shown, page.city, words),
    effect: effectChart(shown, page.city, words),
    difference: differenceChart(shown, page, words),
  };
}

/** Every chart of the pages on effects: what they show and what their files hold. */
export function effectCharts(page: Page, words: EffectWords): OfferedChart[] {
  const overview = overviewChart(page.studies, page.city, words);
  const ofStudies = page.studies.flatMap((shown) => Object.values(studyCharts(shown, page, words)));
  const pooled = pooledCharts(page.studies, page.city, words);
  return [overview, ...pooled, ...ofStudies].filter((chart) => chart !== undefined);
}
