import { createHash } from "node:crypto";
import { toJsonRow } from "#domain/dataset/api/row-schema.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { datasetOf } from "#domain/dataset/declared/registry.ts";
import {
  type ContentDataset,
  type ContentDigests,
  contentDatasets,
  contentRow,
  contentText,
} from "#domain/dataset/release-content.ts";
import type { RecordKind } from "#domain/importing/importer.ts";
import type { WriteSql } from "../database.ts";
import { factSelects } from "../fact-rows/fact-selects.ts";
import { streamCameraRows } from "../fact-rows/stream-camera-rows.ts";
import { commitOnce } from "./commitment.ts";

/** What the rows of a dataset are made from. */
const kindOf: Readonly<Record<ContentDataset, RecordKind>> = {
  authorisations: "authorisation",
  boundary: "boundary",
  cameras: "camera",
  contracts: "contract",
  costs: "cost-line",
  districts: "district",
  "effect-studies": "effect-study",
  institutions: "institution-fact",
  outcomes: "outcome-statistic",
  population: "population",
  "price-index": "price-index",
  "published-figures": "published-figure",
};

/** Beyond, hashing every row again would take longer than publishing may: see docs/release-hash.md. */
export const mostHashedCameras = 100_000;

export type Content = { hash: string; digests: ContentDigests };

export type ContentAsked = {
  cityId: number;
  /** The release that is about to be published, once its counts were judged. */
  release: number;
  /** Kinds of records that changed since the last release; undefined when that is not known. */
  changed: readonly RecordKind[] | undefined;
  /** Private SHA-256 of the cameras as they are registered. */
  camerasSha256: string;
};

/**
 * Hashes what everybody will read of a release, dataset by dataset; one that has not changed since the release before keeps its
 * digest. Nothing that disclosure control or the city keeps back is in it.
 */
export async function hashContent(sql: WriteSql, asked: ContentAsked): Promise<Content> {
  const known = await digestsBefore(sql, asked.cityId);
  const digests: Partial<Record<ContentDataset, string>> = {};
  for (const dataset of contentDatasets) {
    const kept = (await isUnchanged(sql, dataset, asked)) ? known?.digests[dataset] : undefined;
    digests[dataset] = kept ?? (await hashDataset(sql, dataset, asked));
  }
  const whole = digests as ContentDigests;
  return { hash: createHash("sha256").update(contentText(whole)).digest("hex"), digests: whole };
}

async function digestsBefore(
  sql: WriteSql,
  cityId: number,
): Promise<{ digests: Partial<ContentDigests> } | undefined> {
  const [row] = await sql<{ digests: Partial<ContentDigests> | null }[]>`
    SELECT changes->'content' AS digests FROM release WHERE city_id = ${cityId}
    ORDER BY number DESC LIMIT 1`;
  return row?.digests ? { digests: row.digests } : undefined;
}

/** Counts also change by being judged anew, without a change of their records. */
async function isUnchanged(
  sql: WriteSql,
  dataset: ContentDataset,
  { cityId, changed }: ContentAsked,
): Promise<boolean> {
  if (changed === undefined || changed.includes(kindOf[dataset])) return false;
  if (dataset !== "outcomes") return true;
  const rows = await sql`
    WITH last AS (SELECT coalesce(max(number), 0) AS number FROM release WHERE city_id = ${cityId})
    SELECT FROM protected_outcome, last WHERE city_id = ${cityId}
      AND (from_release > last.number OR until_release > last.number) LIMIT 1`;
  return rows.length === 0;
}

/** SHA-256 over the sorted SHA-256 of the rows: in whatever order they are read. */
async function hashDataset(
  sql: WriteSql,
  dataset: ContentDataset,
  { cityId, release, camerasSha256 }: ContentAsked,
): Promise<string> {
  if (dataset === "cameras" && (await areMany(sql, cityId)))
    return commitOnce(sql, cityId, { sha256: camerasSha256 });
  const declared = datasetOf(dataset);
  const rows: Buffer[] = [];
  const current = { number: release, current: true };
  const batches =
    dataset === "cameras"
      ? streamCameraRows(sql, cityId, current)
      : sql<DatasetRow[]>`${factSelects[dataset](sql, cityId, current)}`.cursor(1_000);
  for await (const batch of batches) {
    for (const row of batch) rows.push(sha256(contentRow(dataset, toJsonRow(declared, row))));
  }
  return sha256(Buffer.concat(rows.sort(Buffer.compare))).toString("hex");
}

async function areMany(sql: WriteSql, cityId: number): Promise<boolean> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM camera_version WHERE city_id = ${cityId}
      AND until_release IS NULL LIMIT ${mostHashedCameras + 1}) AS found`;
  return (row?.count ?? 0) > mostHashedCameras;
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
