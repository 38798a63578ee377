import {
  type ComparableArea,
  type SuggestedArea,
  suggestComparison,
} from "#domain/indicator/comparison-area.ts";
import { computeIndicator, latestPoint } from "#domain/indicator/compute-indicator.ts";
import type { DistrictFacts } from "#domain/indicator/district-funnel.ts";
import { type PublishedCount, publishedCounts } from "#domain/indicator/protected-counts.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { funnelStages } from "#domain/outcome/funnel-stages.ts";
import { areaGeometrySchema } from "#domain/territory/territory-records.ts";
import { type City, type DistrictRow, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import { listCountedOutcomes, listProtectedOutcomes } from "./protected-outcome-queries.ts";

export type RecordedCategory = { category: string; state: string; value: number | null };

export type RecordedInDistrict = {
  /** All categories together, the latest year first. */
  total: PublishedCount[];
  categories: RecordedCategory[];
  /** Year of the categories. */
  year: number | undefined;
};

/** Facts that the police recorded in a district and that may be read. */
export async function recordedIn(
  sql: ReadSql,
  city: City,
  code: string | undefined,
): Promise<RecordedInDistrict> {
  if (code === undefined) return { total: [], categories: [], year: undefined };
  const cells = (
    await listCountedOutcomes(sql, city.id, releaseOf(city), {
      tables: ["district-year", "district-category"],
      area: { kind: "district", code },
    })
  ).filter(({ funnel, result }) => funnel === "recorded-offences" && result === null);
  const total = publishedCounts(cells, []).toSorted((a, b) => b.year - a.year);
  const year = total.find(({ value }) => value !== undefined)?.year;
  return {
    total,
    year,
    categories: cells
      .filter((cell) => cell.year === year && cell.category !== null && cell.period.length === 4)
      .map(({ category, state, value }) => ({ category: category ?? "", state, value }))
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0)),
  };
}

/** What operators saw live in a district, in the latest year and at the first stage that may be read. */
export async function seenLiveIn(
  sql: ReadSql,
  city: City,
  code: string | undefined,
): Promise<PublishedCount | undefined> {
  if (code === undefined) return undefined;
  const cells = await listCountedOutcomes(sql, city.id, releaseOf(city), {
    tables: ["district-year"],
    area: { kind: "district", code },
  });
  const own = cells.filter(({ funnel, result }) => funnel === "live-monitoring" && result === null);
  const counts = publishedCounts(own, []).toSorted((a, b) => b.year - a.year);
  const stage = funnelStages["live-monitoring"].find((one) =>
    counts.some((count) => count.stage === one && count.value !== undefined),
  );
  return counts.find((count) => count.stage === stage && count.value !== undefined);
}

/** The district most like another among those that do not touch it. */
export async function comparisonOf(
  sql: ReadSql,
  city: City,
  given: {
    own: DistrictFacts;
    areas: readonly DistrictFacts[];
    districts: readonly DistrictRow[];
  },
): Promise<SuggestedArea | undefined> {
  const indicator = findIndicator("cameras-per-1000-inhabitants");
  const cells = (
    await listProtectedOutcomes(sql, city.id, releaseOf(city), { tables: ["district-year"] })
  ).filter(({ funnel, value }) => funnel === "recorded-offences" && value !== null);
  const comparable = ({ code, name, facts }: DistrictFacts): ComparableArea => {
    const geometry = areaGeometrySchema.safeParse(
      given.districts.find((district) => district.code === code)?.geometry,
    );
    const density = indicator && latestPoint(computeIndicator(indicator, facts))?.result;
    return {
      code,
      name,
      geometry: geometry.success ? geometry.data : undefined,
      inhabitants: facts.populations.at(-1)?.inhabitants,
      recorded: new Map(
        cells
          .filter(({ areaCode }) => areaCode === code)
          .map(({ year, value }) => [year, value ?? 0]),
      ),
      camerasPerThousand: density && numberOf(density),
    };
  };
  return suggestComparison(comparable(given.own), given.areas.map(comparable));
}
