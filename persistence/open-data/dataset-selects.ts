import type { DatasetId } from "#domain/dataset/dataset.ts";
import { type DatasetSelect, factSelects } from "../fact-rows/fact-selects.ts";
import { selectPublicSources } from "../importing/select-public-sources.ts";
import type { ComputedDataset } from "./computed-rows.ts";

/** Datasets read by one select. Cameras are read apart, through the city's decision on each position; others are computed. */
export type SelectedDataset = Exclude<DatasetId, "cameras" | ComputedDataset>;

const selectReleases: DatasetSelect = (sql, cityId, release) =>
  sql`SELECT v.number, to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS published_at, v.kind,
      v.note, v.content_hash, v.content_form::int AS content_form, lpad(v.number::text, 10, '0') COLLATE "C" AS row_key
    FROM release v WHERE v.city_id = ${cityId} AND v.number <= ${release.number}`;

/**
 * A city's entries of the log, up to the one that tells the publication of the release: it names its number and the hash of
 * its content.
 */
const selectAuditLog: DatasetSelect = (sql, cityId, release) =>
  sql`SELECT v.log_index::int AS index, v.body::jsonb ->> 'at' AS at, v.actor, v.action, v.subject, v.body AS entry,
      encode(v.leaf_hash, 'base64') AS leaf_hash, lpad(v.log_index::text, 12, '0') COLLATE "C" AS row_key
    FROM audit_entry v JOIN city c ON c.slug = v.city AND c.id = ${cityId}
    WHERE ${
      release.untilNow
        ? sql`true`
        : sql`v.log_index <= (
      SELECT max(a.log_index) FROM release r JOIN audit_entry a ON a.city = c.slug
        AND a.detail ->> 'release' = r.number::text AND a.detail ->> 'contentHash' = r.content_hash
      WHERE r.city_id = c.id AND r.number = ${release.number})`
    }`;

export const datasetSelects: Readonly<Record<SelectedDataset, DatasetSelect>> = {
  ...factSelects,
  "audit-log": selectAuditLog,
  sources: selectPublicSources,
  releases: selectReleases,
};
