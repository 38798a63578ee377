import type { AllocationKey } from "#domain/cost/allocation-key.ts";
import { type GrantDecision, judgeProject, type ProjectFunding } from "#domain/cost/grant-rules.ts";
import type { Period } from "#domain/period/period.ts";
import type { ReleaseAsked } from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import { standingAt } from "./ledger-queries.ts";

/** What the lines of a ledger say besides their amounts. */
export type LedgerDetails = {
  /** Grants of which the ledger says more than an amount, and what those of one project are of its cost. */
  grantDecisions: GrantOfLedger[];
  projects: ProjectFunding[];
  /** Keys that the ledger itself names. */
  keysSaid: { key: AllocationKey; lines: number }[];
  /** Who was paid in the year shown, and for which function. */
  payments: Payment[];
};

/** Of the lines in one currency; without a period, nobody is said to have been paid. */
export async function loadLedgerDetails(
  sql: ReadSql,
  city: City,
  { currency, period }: { currency: string; period: Period | undefined },
): Promise<LedgerDetails> {
  const release = releaseOf(city);
  const isOfCurrency = (one: { currency: string }) => one.currency === currency;
  const grants = (await listGrantDecisions(sql, city.id, release)).filter(isOfCurrency);
  const costs = (await sumProjects(sql, city.id, release)).filter(isOfCurrency);
  const operations = [...new Set(grants.flatMap(({ operation }) => operation ?? []))];
  return {
    grantDecisions: grants,
    projects: operations.flatMap((operation) => {
      const cost = costs.find((project) => project.operation === operation);
      // Investments of the project without an amount: what it cost is not known, whatever the decision counted on.
      if (cost?.cents === null) return [];
      const own = grants.filter((grant) => grant.operation === operation);
      return judgeProject(operation, own, cost?.cents ?? null) ?? [];
    }),
    keysSaid: await listKeysSaid(sql, city.id, release),
    payments: period ? await listPayments(sql, city.id, release, { period, currency }) : [],
  };
}

/** A grant as its decision says it, from one line or from those of one project and scheme. */
type GrantOfLedger = GrantDecision & {
  funder: string | null;
  label: string;
  operation: string | null;
  /** First day of its first line. */
  since: string;
  currency: string;
  sourceIds: number[];
};

/**
 * Grants of which the ledger says more than an amount. Payments of one funder, scheme and project are one grant: what was
 * paid adds up, what was notified is said once, or is what was committed.
 */
function listGrantDecisions(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<GrantOfLedger[]> {
  return sql<GrantOfLedger[]>`
    SELECT funder, min(label) AS "label", grant_scheme AS "scheme", operation, currency,
           to_char(min(period_from), 'YYYY-MM-DD') AS "since",
           coalesce(max(grant_notified_cents), sum(amount_cents) FILTER (WHERE basis = 'committed'))::float8
             AS "notifiedCents",
           (sum(coalesce(amount_cents, CASE WHEN status = 'declared-zero' THEN 0 END))
             FILTER (WHERE basis IN ('actual', 'estimated')))::float8 AS "paidCents",
           max(grant_eligible_cents)::float8 AS "eligibleCents", max(grant_cameras)::int AS "cameras",
           array_agg(DISTINCT source_id) AS "sourceIds"
    FROM cost_line
    WHERE ${standingAt(sql, cityId, release)} AND kind = 'grant'
      AND num_nonnulls(grant_scheme, grant_notified_cents, grant_eligible_cents, grant_cameras, operation) > 0
    GROUP BY funder, grant_scheme, operation, currency, CASE WHEN operation IS NULL THEN reference END
    ORDER BY min(period_from) DESC, funder, min(label)`;
}

/** What the investments that name a project cost, excluding VAT where it is said; null where one of them is silent. */
function sumProjects(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ operation: string; currency: string; cents: number | null }[]> {
  return sql<{ operation: string; currency: string; cents: number | null }[]>`
    SELECT operation, currency,
           CASE WHEN bool_or(amount_cents IS NULL AND status <> 'declared-zero') THEN NULL ELSE
             sum(amount_cents - CASE WHEN vat_included THEN coalesce(vat_cents, 0) ELSE 0 END)::float8 END AS "cents"
    FROM cost_line
    WHERE ${standingAt(sql, cityId, release)} AND kind = 'capital' AND basis IN ('actual', 'estimated')
      AND operation IS NOT NULL
    GROUP BY operation, currency ORDER BY 1, 2`;
}

/** Keys by which the ledger itself says that lines are shared, and of how many lines. */
function listKeysSaid(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<{ key: AllocationKey; lines: number }[]> {
  return sql<{ key: AllocationKey; lines: number }[]>`
    SELECT allocation_key AS "key", count(*)::int AS "lines" FROM cost_line
    WHERE ${standingAt(sql, cityId, release)} AND allocation_key IS NOT NULL GROUP BY 1 ORDER BY 1`;
}

/** What was paid to one payee for one function, in one currency. */
type Payment = {
  payee: string | null;
  siret: string | null;
  functionCode: string | null;
  cents: number | null;
  lines: number;
  sourceIds: number[];
};

/** Who was paid in a period, and for which function, as recorded; lines that say neither are left out. */
function listPayments(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  asked: { period: Period; currency: string },
): Promise<Payment[]> {
  const { from, to } = asked.period;
  return sql<Payment[]>`
    SELECT payee, payee_siret AS "siret", function_code AS "functionCode", sum(amount_cents)::float8 AS "cents",
           count(*)::int AS "lines", array_agg(DISTINCT source_id) AS "sourceIds"
    FROM cost_line
    WHERE ${standingAt(sql, cityId, release)} AND kind IN ('capital', 'operating') AND basis IN ('actual', 'estimated')
      AND currency = ${asked.currency} AND period_from BETWEEN ${from} AND ${to}
      AND num_nonnulls(payee, payee_siret, function_code) > 0
    GROUP BY 1, 2, 3 ORDER BY 4 DESC NULLS LAST, 1, 3`;
}
