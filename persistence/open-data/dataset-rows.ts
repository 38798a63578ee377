import type { Dataset, DatasetRow } from "#domain/dataset/dataset.ts";
import { publicRow } from "#domain/dataset/dataset.ts";
import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";
import { outcomeSources } from "../fact-rows/select-outcomes.ts";
import { streamCameraRows } from "../fact-rows/stream-camera-rows.ts";
import { type ComputedDataset, computedRows, isComputed } from "./computed-rows.ts";
import { datasetSelects, type SelectedDataset } from "./dataset-selects.ts";

export type Box = readonly [west: number, south: number, east: number, north: number];

export type RowsAsked = {
  /** Values that a column may have, by column. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Only areas that meet it. */
  box?: Box | undefined;
  /** The `row_key` after which the page starts. */
  after?: string | undefined;
  limit: number;
};

export type RowsFound = {
  matched: number;
  rows: DatasetRow[];
  /** The `row_key` of the last row, when there are more. */
  next: string | undefined;
};

type Keyed = DatasetRow & { row_key: string };

/** What is paged by its keys; cameras have an index of their own. */
export type PagedDataset = Dataset & { id: SelectedDataset | ComputedDataset };

/** One page of a dataset, in the order of its keys. */
export async function findDatasetRows(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  dataset: PagedDataset,
  asked: RowsAsked,
): Promise<RowsFound> {
  if (isComputed(dataset.id))
    return pageOfComputed(sql, cityId, release, { ...dataset, id: dataset.id }, asked);
  const select = datasetSelects[dataset.id](sql, cityId, release);
  const kept = conditions(sql, dataset, asked);
  const [counted] = await sql<{ matched: number }[]>`
    SELECT count(*)::int AS matched FROM (${select}) AS v WHERE ${kept}`;
  const found = await sql<Keyed[]>`
    SELECT * FROM (${select}) AS v WHERE ${kept}
      ${asked.after === undefined ? sql`` : sql`AND row_key > ${asked.after}`}
    ORDER BY row_key LIMIT ${asked.limit + 1}`;
  const page = found.slice(0, asked.limit);
  const complete = await completerOf(sql, cityId, release, dataset);
  return {
    matched: counted?.matched ?? 0,
    rows: page.map((row) => publicRow(dataset, complete(row))),
    next: found.length > page.length ? page.at(-1)?.row_key : undefined,
  };
}

async function pageOfComputed(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  dataset: Dataset & { id: ComputedDataset },
  { filters, after, limit }: RowsAsked,
): Promise<RowsFound> {
  const kept = Object.entries(filters).filter(([, values]) => values.length > 0);
  const all = await computedRows(sql, cityId, release, dataset);
  const matching = all.filter(({ row }) =>
    kept.every(([name, values]) => values.includes(String(row[name] ?? ""))),
  );
  const rest = after === undefined ? matching : matching.filter(({ key }) => key > after);
  const page = rest.slice(0, limit);
  return {
    matched: matching.length,
    rows: page.map(({ row }) => publicRow(dataset, row)),
    next: rest.length > page.length ? page.at(-1)?.key : undefined,
  };
}

function conditions(sql: ReadSql, dataset: Dataset, { filters, box }: RowsAsked) {
  let all = sql`true`;
  for (const { name, type } of dataset.columns) {
    const values = filters[name];
    if (values === undefined || values.length === 0) continue;
    const column = sql(`v.${name}`);
    all =
      type === "list"
        ? sql`${all} AND ${column} && ${values as string[]}`
        : sql`${all} AND ${column}::text = ANY(${values as string[]})`;
  }
  if (!box) return all;
  const [west, south, east, north] = box;
  return sql`${all} AND v.west <= ${east} AND v.east >= ${west} AND v.south <= ${north} AND v.north >= ${south}`;
}

/** Every row of a dataset as of a release, from a cursor: constant memory at any size. */
export async function* streamDatasetRows(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  dataset: Dataset,
  batchSize = 1_000,
): AsyncGenerator<DatasetRow[]> {
  if (dataset.id === "cameras") {
    yield* streamCameraRows(sql, cityId, release);
    return;
  }
  if (isComputed(dataset.id)) {
    const rows = await computedRows(sql, cityId, release, { ...dataset, id: dataset.id });
    yield rows.map(({ row }) => publicRow(dataset, row));
    return;
  }
  const select = datasetSelects[dataset.id](sql, cityId, release);
  const complete = await completerOf(sql, cityId, release, dataset);
  const cursor = sql<Keyed[]>`SELECT * FROM (${select}) AS v ORDER BY row_key`.cursor(batchSize);
  for await (const rows of cursor) yield rows.map((row) => publicRow(dataset, complete(row)));
}

/** What the select leaves to be added. */
async function completerOf(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  dataset: Dataset,
): Promise<(row: DatasetRow) => DatasetRow> {
  return dataset.id === "outcomes" ? outcomeSources(sql, cityId, release) : (row) => row;
}
