import type { ReactNode } from "react";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Benchmark } from "#domain/indicator/benchmarks.ts";
import type { YearComparison } from "#domain/indicator/compare-years.ts";
import type { InputStanding } from "#domain/indicator/input-standing.ts";
import type { PublishedYearlyCost } from "#domain/indicator/published-yearly-cost.ts";
import type { AttemptedSeries } from "#domain/indicator/requests-per-published-camera.ts";
import type { ChartedIndicator } from "./indicator-charts.ts";

export type IndicatorSheetProps = {
  page: ChartedIndicator & {
    comparison: YearComparison | undefined;
    standings: readonly InputStanding[];
    benchmarks: readonly Benchmark[];
    published: {
      requestsPerCamera: AttemptedSeries<ShownFigure> | undefined;
      yearlyCosts: readonly PublishedYearlyCost<ShownFigure>[];
      cameras: readonly ShownFigure[];
    };
    sources: readonly PrintedSource[];
  };
  /** What stands in the margin. */
  annotations: ReactNode;
  addresses: { index: string; methodology: string };
  /** The page's choices, as its charts' files take them. */
  query: string;
};
