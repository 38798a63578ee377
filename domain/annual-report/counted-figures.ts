import { measureOf } from "#domain/indicator/counted-series.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFigure } from "./report-content.ts";
import { reportFigure } from "./report-figure.ts";

type Asked = {
  funnel: string;
  stages: readonly string[];
  /** Also what became of each event of a stage, where the source says it. */
  withResults?: boolean;
  year?: number;
};

/** Counts of a year in the order of the stages asked, one for each definition and scope, a silence with its reason. */
export function countedFigures(
  { facts, year: told, release }: RegistryYear,
  { funnel, stages, withResults = false, year = told }: Asked,
): ReportFigure[] {
  return stages.flatMap((stage) =>
    facts.counts
      .filter(
        (count) =>
          count.funnel === funnel &&
          count.stage === stage &&
          count.year === year &&
          (withResults || count.result === null),
      )
      .sort(
        (a, b) => a.scope.localeCompare(b.scope) || rank(a.result).localeCompare(rank(b.result)),
      )
      .map((count) =>
        reportFigure(measureOf(count), {
          name: count.result === null ? `stage.${stage}` : `result.${count.result}`,
          about: count.scope,
          definition: count.wording,
          page: `outcomes?year=${year}`,
          release,
        }),
      ),
  );
}

/** The whole before its parts. */
function rank(result: string | null): string {
  return result ?? "";
}

/** Whether anybody counted one of these, known or protected. */
export function isCounted(figures: readonly ReportFigure[], stage: string): boolean {
  return figures.some(
    ({ name, kind }) =>
      name === `stage.${stage}` && !["not-collected", "not-communicated"].includes(kind),
  );
}
