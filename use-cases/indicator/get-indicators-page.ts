import {
  computeIndicator,
  type IndicatorPoint,
  latestPoint,
} from "#domain/indicator/compute-indicator.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { type InputStanding, inputStandings } from "#domain/indicator/input-standing.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { loadIndicatorFacts } from "#persistence/indicator-facts.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type IndicatorOfIndex = {
  indicator: IndicatorDefinition;
  /** The latest value, or the latest refusal or silence; undefined where an input is absent. */
  point: IndicatorPoint | undefined;
  standings: InputStanding[];
};

export type IndicatorsPage = {
  city: City;
  rows: IndicatorOfIndex[];
  sources: SourceRow[];
};

/** Every indicator of a city with its latest value, as of a release; undefined when there is no such city or release. */
export function getIndicatorsPage(
  slug: string,
  now: Date,
  asked?: number,
): Promise<IndicatorsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const facts = await loadIndicatorFacts(sql, city, dayOfReading(city, now));
    const rows = indicators.map((indicator) => rowOf(indicator, facts));
    const ids = rows.flatMap(({ point }) =>
      point ? [...point.numerator.sources, ...point.denominator.sources] : [],
    );
    return { city, rows, sources: await findSources(sql, [...new Set(ids)]) };
  });
}

function rowOf(indicator: IndicatorDefinition, facts: IndicatorFacts): IndicatorOfIndex {
  return {
    indicator,
    point: latestPoint(computeIndicator(indicator, facts)),
    standings: inputStandings(indicator, facts),
  };
}
