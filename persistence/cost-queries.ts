import type { ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type CostTotal = {
  periodFrom: string;
  periodTo: string;
  kind: string;
  family: string;
  status: string;
  basis: string;
  targetKind: string;
  vatIncluded: boolean;
  currency: string;
  /** Cents; null when no line of the group has an amount. */
  amountCents: number | null;
  lines: number;
  sourceIds: number[];
};

/** The ledger summed by period and nature. Only sums: what may be added to what is decided in domain/indicator. */
export function sumCosts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<CostTotal[]> {
  return sql<CostTotal[]>`
    SELECT to_char(date_trunc('month', period_from), 'YYYY-MM-DD') AS "periodFrom",
           to_char(max(period_to), 'YYYY-MM-DD') AS "periodTo", kind, family, status, basis,
           target_kind AS "targetKind", vat_included AS "vatIncluded", currency,
           sum(amount_cents)::float8 AS "amountCents", count(*)::int AS "lines",
           array_agg(DISTINCT source_id) AS "sourceIds"
    FROM cost_line
    WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number})
    GROUP BY date_trunc('month', period_from), kind, family, status, basis, target_kind, vat_included, currency
    ORDER BY 1, 3, 4`;
}

export type CameraCostLine = {
  reference: string;
  label: string;
  kind: string;
  family: string;
  status: string;
  basis: string;
  periodFrom: string;
  periodTo: string;
  amountCents: number | null;
  vatIncluded: boolean;
  currency: string;
  /** How many cameras the line names: its amount is theirs together. */
  cameras: number;
  usefulLifeYears: number | null;
  document: string | null;
  sourceId: number;
};

/** Ledger lines that name this camera. */
export function findCostLinesOfCamera(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  reference: string,
): Promise<CameraCostLine[]> {
  return sql<CameraCostLine[]>`
    SELECT reference, label, kind, family, status, basis, to_char(period_from, 'YYYY-MM-DD') AS "periodFrom",
           to_char(period_to, 'YYYY-MM-DD') AS "periodTo", amount_cents::float8 AS "amountCents",
           vat_included AS "vatIncluded", currency, cardinality(target_references) AS "cameras",
           useful_life_years AS "usefulLifeYears", document, source_id AS "sourceId"
    FROM cost_line
    WHERE city_id = ${cityId} AND target_kind = 'camera' AND target_references @> ${[reference]}::text[]
      AND from_release <= ${release.number} AND (until_release IS NULL OR until_release > ${release.number})
    ORDER BY period_from, reference`;
}
