import {
  breaksAlong,
  placeRefusalsOf,
  type SeriesBreak,
  scopeRefusalsOf,
} from "#domain/measure/described-measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";

/** A published number, reduced to what decides whether it may divide another. */
export type ComparedFigure = {
  measure: string;
  value: number;
  unit: string;
  period: Period | null;
  scope: string | null;
  sourceId: number;
};

export type DivisionRefusal = ReturnType<typeof placeRefusalsOf>[number];

export type AttemptedRatio<Figure extends ComparedFigure = ComparedFigure> = {
  requests: Figure;
  cameras: Figure;
  /** What the division would give. Shown only as what is refused, when there is a refusal. */
  quotient: number;
  refusals: readonly DivisionRefusal[];
};

export type AttemptedSeries<Figure extends ComparedFigure = ComparedFigure> = {
  attempts: readonly AttemptedRatio<Figure>[];
  /** What changes from one attempt to the next: even two sound ratios make no series across it. */
  breaks: readonly SeriesBreak[];
};

/**
 * Published requests for footage per published camera: each count of requests with the count of cameras nearest in
 * time (the earlier one on a tie), under the refusals of every division.
 * Unit: requests per camera and per year. A ratio stands only when period and scope agree; a series stands only when,
 * besides, every point counts the same thing. Otherwise the quotients exist so that they can be shown and refused:
 * counts of reviews and of judicial requisitions, of street cameras and of all sites, make a fall that is none.
 */
export function requestsPerPublishedCamera<Figure extends ComparedFigure>(
  figures: readonly Figure[],
): AttemptedSeries<Figure> {
  const counted = (unit: string) =>
    figures
      .filter((figure) => figure.unit === unit && figure.period !== null && figure.value > 0)
      .sort((a, b) => startYear(a) - startYear(b));
  const cameras = counted("camera");
  const attempts = counted("request").flatMap((requests) => {
    const nearest = nearestInTime(cameras, startYear(requests));
    if (!nearest) return [];
    return [
      {
        requests,
        cameras: nearest,
        quotient: requests.value / nearest.value,
        refusals: placeRefusalsOf(requests, nearest),
      },
    ];
  });
  const sides = [attempts.map(({ requests }) => requests), attempts.map((one) => one.cameras)];
  return { attempts, breaks: breaksAlong(sides.map((side) => side.map(countedBy))) };
}

/** What a published number counts, by the name of its measure, and where. */
function countedBy({ measure, scope }: ComparedFigure) {
  return { definition: measure, scope };
}

function nearestInTime<Figure extends ComparedFigure>(
  figures: readonly Figure[],
  year: number,
): Figure | undefined {
  const distance = (figure: Figure) => Math.abs(startYear(figure) - year);
  return figures.reduce<Figure | undefined>(
    (best, figure) => (best === undefined || distance(figure) < distance(best) ? figure : best),
    undefined,
  );
}

function startYear(figure: ComparedFigure): number {
  return yearOf(present(figure.period).from);
}

/**
 * Whether two published numbers of the same measure, at two dates, count the same thing: their scopes agree and are
 * stated. "scope-unknown" leaves the comparison to the reader's judgement; "scope-differs" refuses it.
 */
export function comparisonRefusalsOf(
  earlier: ComparedFigure,
  later: ComparedFigure,
): Exclude<DivisionRefusal, "period-differs">[] {
  return scopeRefusalsOf(earlier.scope, later.scope);
}
