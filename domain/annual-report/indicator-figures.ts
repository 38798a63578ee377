import { computeIndicator } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportFigure, ReportUnknown } from "./report-content.ts";
import { reportFigure } from "./report-figure.ts";

/** Series of one indicator shown in a report: the widest ones. */
const mostSeries = 3;

/**
 * Indicators of the year, one figure for each definition and scope. One that cannot be computed for the year is an unknown,
 * and so is one that is refused: it is named, never left out.
 */
export function indicatorFigures(
  known: RegistryYear,
  ids: readonly string[],
): { figures: ReportFigure[]; unknowns: ReportUnknown[] } {
  const figures: ReportFigure[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const indicator = findIndicator(id);
    if (!indicator) throw new Error(`No indicator is called "${id}".`);
    const found = pointsOfYear(known, indicator);
    if (found.length === 0) missing.push(id);
    for (const { area, scope, result } of found) {
      const name = area === "whole" ? `indicator.${id}` : `located.${id}`;
      const context = { name, about: scope ?? undefined, page: `indicators/${id}` };
      figures.push(reportFigure(result, { ...context, release: known.release }));
    }
  }
  return { figures, unknowns: missing.length > 0 ? [{ code: "indicator", names: missing }] : [] };
}

/** One point for each definition and scope; of the events located in a district alone only where the whole is hidden. */
function pointsOfYear(known: RegistryYear, indicator: IndicatorDefinition) {
  const points = computeIndicator(indicator, known.facts).flatMap(({ area, numerator, points }) =>
    points
      .filter(({ period }) => Number(period.from.slice(0, 4)) === known.year)
      .flatMap(({ result }) => (result ? [{ area, scope: numerator.scope, result }] : [])),
  );
  const isRead = points.some(
    ({ area, result }) => area === "whole" && numberOf(result) !== undefined,
  );
  return points.filter(({ area }) => area === "whole" || !isRead).slice(0, mostSeries);
}
