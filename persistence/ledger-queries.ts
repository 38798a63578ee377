import type { ContractRecord } from "#domain/contract/contract-record.ts";
import type { LedgerEntry } from "#domain/cost/ledger-entry.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import type { PriceIndex } from "#domain/cost/price-index.ts";
import type { ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

/** The rows of a city's table that stood at a release. */
export function standingAt(sql: ReadSql, cityId: number, release: ReleaseAsked) {
  return sql`city_id = ${cityId} AND from_release <= ${release.number}
    AND (until_release IS NULL OR until_release > ${release.number})`;
}

/** The ledger in groups of lines that weigh alike: SQL adds up, the engine judges. Grants stay one by one. */
export function sumLedger(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<LedgerLine[]> {
  return sql<LedgerLine[]>`
    SELECT kind, family, status, basis,
           CASE WHEN target_kind = 'district' AND cardinality(target_references) = 0 THEN 'system' ELSE target_kind END
             AS "targetKind",
           to_char(period_from, 'YYYY-MM-DD') AS "periodFrom", to_char(period_to, 'YYYY-MM-DD') AS "periodTo",
           commissioned_on AS "commissionedOn", useful_life_years AS "usefulLifeYears",
           sum(amount_cents)::float8 AS "amountCents", sum(vat_cents)::float8 AS "vatCents",
           vat_included AS "vatIncluded", currency, funder,
           CASE WHEN kind IN ('grant', 'receipt') THEN label END AS "label",
           count(*)::int AS "lines", array_agg(DISTINCT source_id) AS "sourceIds"
    FROM cost_line WHERE ${standingAt(sql, cityId, release)}
    GROUP BY kind, family, status, basis, 5, period_from, period_to, commissioned_on, useful_life_years,
             vat_included, vat_cents IS NULL, currency, funder, 15
    ORDER BY period_from, kind, family, status, basis, funder, 15`;
}

/** The lines of the ledger as they were recorded, oldest first, at most `limit`. */
export function listLedger(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  limit: number,
): Promise<LedgerEntry[]> {
  return sql<LedgerEntry[]>`
    SELECT reference, label, kind, family, account, to_char(period_from, 'YYYY-MM-DD') AS "periodFrom",
           to_char(period_to, 'YYYY-MM-DD') AS "periodTo", status, basis, amount_cents::float8 AS "amountCents",
           vat_cents::float8 AS "vatCents", vat_included AS "vatIncluded", currency, target_kind AS "targetKind",
           commissioned_on AS "commissionedOn", useful_life_years AS "usefulLifeYears", payee,
           contract_reference AS "contractReference", funder, function_code AS "functionCode",
           payee_siret AS "payeeSiret", allocation_key AS "allocationKey", operation, grant_scheme AS "grantScheme",
           grant_notified_cents::float8 AS "grantNotifiedCents", grant_eligible_cents::float8 AS "grantEligibleCents",
           grant_cameras AS "grantCameras", document, source_id AS "sourceId"
    FROM cost_line WHERE ${standingAt(sql, cityId, release)}
    ORDER BY period_from, reference LIMIT ${limit}`;
}

/** A camera's own lines, with its part of each amount: what several cameras share, they share equally. */
export function findLedgerOfCamera(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  reference: string,
): Promise<LedgerLine[]> {
  return sql<LedgerLine[]>`
    SELECT reference, label, kind, family, status, basis, target_kind AS "targetKind",
           to_char(period_from, 'YYYY-MM-DD') AS "periodFrom", to_char(period_to, 'YYYY-MM-DD') AS "periodTo",
           commissioned_on AS "commissionedOn", useful_life_years AS "usefulLifeYears",
           round(amount_cents / cardinality(target_references)::numeric)::float8 AS "amountCents",
           round(vat_cents / cardinality(target_references)::numeric)::float8 AS "vatCents",
           vat_included AS "vatIncluded", currency, funder, 1 AS "lines", ARRAY[source_id] AS "sourceIds"
    FROM cost_line
    WHERE ${standingAt(sql, cityId, release)} AND target_kind = 'camera'
      AND target_references @> ${[reference]}::text[]
    ORDER BY period_from, reference`;
}

/**
 * A district's own lines, with its part of each amount: those that name it, shared equally among the districts named, and
 * those that name cameras which it may be said to have.
 */
export function findLedgerOfDistrict(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  code: string,
): Promise<LedgerLine[]> {
  return sql<LedgerLine[]>`
    WITH own AS (
      SELECT reference FROM camera_version
      WHERE ${standingAt(sql, cityId, release)} AND district_code = ${code} AND published_precision <> 'hidden'),
    part AS (
      SELECT l.*, (CASE WHEN target_kind = 'district' THEN 1
        ELSE (SELECT count(*) FROM own WHERE own.reference = ANY(l.target_references)) END)
        / cardinality(target_references)::numeric AS share
      FROM cost_line l
      WHERE ${standingAt(sql, cityId, release)}
        AND ((target_kind = 'district' AND target_references @> ${[code]}::text[])
          OR (target_kind = 'camera' AND target_references && ARRAY(SELECT reference FROM own))))
    SELECT reference, label, kind, family, status, basis, target_kind AS "targetKind",
           to_char(period_from, 'YYYY-MM-DD') AS "periodFrom", to_char(period_to, 'YYYY-MM-DD') AS "periodTo",
           commissioned_on AS "commissionedOn", useful_life_years AS "usefulLifeYears",
           round(amount_cents * share)::float8 AS "amountCents", round(vat_cents * share)::float8 AS "vatCents",
           vat_included AS "vatIncluded", currency, funder, 1 AS "lines", ARRAY[source_id] AS "sourceIds"
    FROM part ORDER BY period_from, reference`;
}

export type PriceIndexRow = PriceIndex & { sourceIds: number[] };

/** The indices of prices that were brought in, by name. */
export function listPriceIndices(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<PriceIndexRow[]> {
  return sql<PriceIndexRow[]>`
    SELECT v.name, min(v.base) AS "base", min(source.title) AS "source",
           json_object_agg(v.year, v.value) AS "values", array_agg(DISTINCT v.source_id) AS "sourceIds"
    FROM (SELECT * FROM price_index_value WHERE ${standingAt(sql, cityId, release)}) v
    JOIN source ON source.id = v.source_id
    GROUP BY v.name ORDER BY v.name`;
}

export type ContractOfLedger = Pick<ContractRecord, "reference" | "title" | "notifiedOn"> & {
  amountCents: number | null;
  currency: string;
  holders: string[];
  url: string | null;
  sourceId: number;
  /** Ledger lines that name it, and what they add up to; null when none of them has an amount. */
  lines: number;
  spentCents: number | null;
};

/** Contracts with what the ledger says was spent under them: linked by their reference, and by nothing else. */
export function listContracts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<ContractOfLedger[]> {
  return sql<ContractOfLedger[]>`
    SELECT c.reference, c.title, to_char(c.notified_on, 'YYYY-MM-DD') AS "notifiedOn",
           c.amount_cents::float8 AS "amountCents", c.currency, c.holders, c.url, c.source_id AS "sourceId",
           coalesce(spent.lines, 0) AS "lines", spent.cents AS "spentCents"
    FROM (SELECT * FROM contract WHERE ${standingAt(sql, cityId, release)}) c
    LEFT JOIN (
      SELECT contract_reference, currency, count(*)::int AS lines, sum(amount_cents)::float8 AS cents
      FROM cost_line
      WHERE ${standingAt(sql, cityId, release)} AND basis IN ('actual', 'estimated') AND kind IN ('capital', 'operating')
      GROUP BY 1, 2
    ) spent ON spent.contract_reference = c.reference AND spent.currency = c.currency
    ORDER BY c.notified_on DESC, c.reference`;
}
