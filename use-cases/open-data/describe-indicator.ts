import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { datasetOf } from "#domain/dataset/declared/registry.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { type InputStanding, inputStandings } from "#domain/indicator/input-standing.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { sourceKeysOfCity } from "#persistence/fact-rows/source-keys.ts";
import { loadIndicatorFacts } from "#persistence/indicator-facts.ts";
import { findDatasetRows } from "#persistence/open-data/dataset-rows.ts";

const parts = ["name", "unit", "definition", "formula", "limits"] as const;
type Texts = Record<(typeof parts)[number], { fr: string; en: string }>;

export type DescribedIndicator =
  | {
      kind: "found";
      city: City;
      indicator: IndicatorDefinition;
      texts: Texts;
      /** Of the city and of its districts, as the dataset has them. */
      rows: readonly DatasetRow[];
      inputs: readonly (Omit<InputStanding, "sourceIds"> & { sources: readonly string[] })[];
    }
  | { kind: "city-not-found" | "release-not-found" | "record-not-found" };

/** More rows than any indicator has: years times districts. */
const everyRow = 1_000_000;

/** One indicator of a city as of its latest release, or of the one asked. */
export function describeIndicator(
  slug: string,
  release: number | undefined,
  id: string,
): Promise<DescribedIndicator> {
  return readSql(async (sql): Promise<DescribedIndicator> => {
    const city = await findCity(sql, slug, release);
    if (!city) {
      const exists = release !== undefined && (await findCity(sql, slug));
      return { kind: exists ? "release-not-found" : "city-not-found" };
    }
    const indicator = findIndicator(id);
    if (!indicator) return { kind: "record-not-found" };
    const dataset = { ...datasetOf("indicators"), id: "indicators" as const };
    const { rows } = await findDatasetRows(sql, city.id, releaseOf(city), dataset, {
      filters: { indicator: [id] },
      limit: everyRow,
    });
    const day = dayIn(city.timezone, city.publishedAt ?? new Date(0));
    const facts = await loadIndicatorFacts(sql, city, day);
    const keys = await sourceKeysOfCity(sql, city.id);
    const inputs = inputStandings(indicator, facts).map(({ sourceIds, ...standing }) => ({
      ...standing,
      sources: sourceIds.map((sourceId) => keys.get(sourceId) ?? "").sort(),
    }));
    return { kind: "found", city, indicator, texts: textsOf(id), rows, inputs };
  });
}

type Items = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the pages say of an indicator, in both languages. */
function textsOf(id: string): Texts {
  const [fr, en] = [french, english].map(({ indicators }) => (indicators.items as Items)[id]);
  const both = parts.map((part) => [part, { fr: fr?.[part] ?? "", en: en?.[part] ?? "" }]);
  return Object.fromEntries(both);
}
