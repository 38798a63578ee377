import { gunzipSync } from "node:zlib";
import { auditAttack } from "#domain/disclosure/audit-family.ts";
import { readKeptAttack } from "#domain/disclosure/kept-attack.ts";
import type { ReadSql } from "../database.ts";
import { loadHighsSolver } from "../disclosure/highs-solver.ts";

/** What a reader of everything published could find of the small counts of a year. Private: it says how narrow they stand. */
export type JudgementAudit = {
  definition: string;
  scope: string;
  year: number;
  /** Counts that must not be learnt, differences between releases, stages and scopes among them. */
  small: number;
  verdict: "protected" | "disclosed";
  /** The narrowest interval that a reader can give one of them; `high` is null where it has no bound. */
  narrowest: { low: number; high: number | null } | undefined;
};

export type KeptJudgement = Pick<JudgementAudit, "definition" | "scope" | "year"> & {
  attacked: Uint8Array;
};

/** What a release kept of the years that it judged and published. */
export function listKeptJudgements(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<KeptJudgement[]> {
  return sql<KeptJudgement[]>`
    SELECT d.code AS definition, a.scope, a.year, a.attacked
    FROM disclosure_audit a JOIN outcome_definition d ON d.id = a.definition_id
    WHERE a.city_id = ${cityId} AND a.release_number = ${release} AND a.attacked IS NOT NULL
    ORDER BY d.code, a.scope, a.year`;
}

/** Makes the audit again of what was kept, from the equations and bounds alone: each small count driven to its least and greatest. */
export async function auditJudgement({
  attacked,
  ...judged
}: KeptJudgement): Promise<JudgementAudit> {
  const attack = readKeptAttack(JSON.parse(gunzipSync(attacked).toString("utf8")));
  const { verdict, primaries } = auditAttack(attack, await loadHighsSolver());
  const [narrowest] = primaries.toSorted((a, b) => a.high - a.low - (b.high - b.low));
  return {
    ...judged,
    small: primaries.length,
    verdict,
    narrowest: narrowest && {
      low: whole(narrowest.low),
      high: Number.isFinite(narrowest.high) ? whole(narrowest.high) : null,
    },
  };
}

/** The solver's rounding aside. */
function whole(bound: number): number {
  return Math.round(bound * 1e6) / 1e6;
}
