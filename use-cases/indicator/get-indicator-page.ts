import { type Benchmark, benchmarksOf } from "#domain/indicator/benchmarks.ts";
import { compareYears, type YearComparison } from "#domain/indicator/compare-years.ts";
import {
  computeIndicator,
  type IndicatorPoint,
  type IndicatorSeries,
  latestPoint,
} from "#domain/indicator/compute-indicator.ts";
import { type DistrictFunnel, districtFunnel } from "#domain/indicator/district-funnel.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { type InputStanding, inputStandings } from "#domain/indicator/input-standing.ts";
import {
  type PublishedYearlyCost,
  publishedYearlyCosts,
} from "#domain/indicator/published-yearly-cost.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import {
  type AttemptedSeries,
  requestsPerPublishedCamera,
} from "#domain/indicator/requests-per-published-camera.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { loadDistrictFacts, loadIndicatorFacts } from "#persistence/indicator-facts.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type IndicatorPage = {
  city: City;
  indicator: IndicatorDefinition;
  today: string;
  series: IndicatorSeries[];
  point: IndicatorPoint | undefined;
  /** The latest whole year against the one before, of the series that the value is of; undefined where chance has no say. */
  comparison: YearComparison | undefined;
  standings: InputStanding[];
  /** Undefined where the indicator is not drawn by district, or too few districts may be read. */
  funnel: DistrictFunnel | undefined;
  benchmarks: Benchmark[];
  /** What has been published of the same quantity, where the indicator has such a counterpart. */
  published: {
    requestsPerCamera: AttemptedSeries<PublishedFigureRow> | undefined;
    yearlyCosts: PublishedYearlyCost<PublishedFigureRow>[];
    cameras: PublishedFigureRow[];
  };
  sources: SourceRow[];
};

/** One indicator of a city, as of a release; undefined when there is no such city, release or indicator. */
export function getIndicatorPage(
  slug: string,
  id: string,
  now: Date,
  asked?: number,
): Promise<IndicatorPage | undefined> {
  const indicator = findIndicator(id);
  if (!indicator) return Promise.resolve(undefined);
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const facts = await loadIndicatorFacts(sql, city, today);
    const series = computeIndicator(indicator, facts);
    const point = latestPoint(series);
    const shown = series.find(({ points }) => point !== undefined && points.includes(point));
    const page = {
      city,
      indicator,
      today,
      series,
      point,
      comparison: shown && compareYears(indicator, shown),
      standings: inputStandings(indicator, facts),
      funnel: await funnelOf(sql, city, { indicator, first: series[0], today }),
      benchmarks: benchmarksOf(indicator),
      published: await publishedOf(sql, city, indicator),
    };
    return { ...page, sources: await findSources(sql, sourcesIn(page)) };
  });
}

async function funnelOf(
  sql: ReadSql,
  city: City,
  asked: { indicator: IndicatorDefinition; first: IndicatorSeries | undefined; today: string },
): Promise<DistrictFunnel | undefined> {
  const { indicator, first, today } = asked;
  if (!indicator.byDistrict || !first) return undefined;
  return districtFunnel(indicator, first, await loadDistrictFacts(sql, city, today));
}

async function publishedOf(sql: ReadSql, city: City, { published }: IndicatorDefinition) {
  const figures = published ? await listPublishedFigures(sql, city.id, releaseOf(city)) : [];
  return {
    requestsPerCamera:
      published === "requests-per-camera" ? requestsPerPublishedCamera(figures) : undefined,
    yearlyCosts: published === "yearly-cost" ? publishedYearlyCosts(figures) : [],
    cameras: published === "cameras" ? figures.filter(({ unit }) => unit === "camera") : [],
  };
}

function sourcesIn(page: Omit<IndicatorPage, "sources">): number[] {
  const { series, published } = page;
  const figures = [
    ...(published.requestsPerCamera?.attempts ?? []).flatMap((a) => [a.requests, a.cameras]),
    ...published.yearlyCosts.flatMap(({ components, cameras }) => [...components, cameras]),
    ...published.cameras,
  ];
  return [
    ...new Set([
      ...series
        .flatMap(({ points }) => points)
        .flatMap(({ numerator, denominator }) => [...numerator.sources, ...denominator.sources]),
      ...figures.map(({ sourceId }) => sourceId),
    ]),
  ];
}
