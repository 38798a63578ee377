import type { Dataset, DatasetId, DatasetRow } from "#domain/dataset/dataset.ts";
import { indicatorRows } from "#domain/dataset/indicator-rows.ts";
import { type City, findCityById } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";
import { sourceKeysOfCity } from "../fact-rows/source-keys.ts";
import { loadDistrictFacts, loadIndicatorFacts } from "../indicator-facts.ts";
import { annotationRows } from "./annotation-rows.ts";
import { daysIn } from "./days-in.ts";
import { evaluationRows } from "./evaluation-rows.ts";

/** Datasets that no select gives: they are computed, or gathered from documents, and are small enough to be held. */
export type ComputedDataset = Extract<DatasetId, "indicators" | "evaluations" | "annotations">;

type Compute = (sql: ReadSql, city: City, release: RowsRelease) => Promise<DatasetRow[]>;

const computations: Readonly<Record<ComputedDataset, Compute>> = {
  indicators: computeIndicators,
  evaluations: evaluationRows,
  annotations: annotationRows,
};

export function isComputed(id: DatasetId): id is ComputedDataset {
  return id in computations;
}

export type KeyedRow = { key: string; row: DatasetRow };

/** Every row of a computed dataset as of a release, in the order of its keys. */
export async function computedRows(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  dataset: Dataset & { id: ComputedDataset },
): Promise<KeyedRow[]> {
  const city = await findCityById(sql, cityId, release.number);
  if (!city) return [];
  const rows = await computations[dataset.id](sql, city, release);
  return rows
    .map((row) => ({ key: keyOf(dataset, row), row }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function keyOf({ key, columns }: Dataset, row: DatasetRow): string {
  const part = (name: string) => {
    const isNumber = columns.some((column) => column.name === name && column.type === "integer");
    return isNumber ? String(row[name]).padStart(10, "0") : String(row[name] ?? "");
  };
  return key.map(part).join("\u001f");
}

/** On the day of the release: what a release says of an indicator never changes. */
async function computeIndicators(sql: ReadSql, city: City): Promise<DatasetRow[]> {
  if (city.publishedAt === null) return [];
  const [day = ""] = await daysIn(sql, city.timezone, [city.publishedAt]);
  const keys = await sourceKeysOfCity(sql, city.id);
  return indicatorRows(
    await loadIndicatorFacts(sql, city, day),
    await loadDistrictFacts(sql, city, day),
    (id) => keys.get(id) ?? "",
  );
}
