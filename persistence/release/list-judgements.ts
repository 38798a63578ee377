import type { ReadSql } from "../database.ts";

/** How disclosure control judged a year of a series for a release. For data officers: a verdict may tell of small changes. */
export type YearJudgement = {
  definition: string;
  scope: string;
  year: number;
  /** `held`: the change cannot be told without giving a small count away; the earlier publication stands. */
  verdict: "published" | "held" | "withheld" | "ended";
  /** Some rows are too recent to be published. */
  pending: boolean;
  cells: number;
  hidden: number;
  earlierReleases: number;
  seconds: number;
};

export function listJudgements(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<YearJudgement[]> {
  return sql<YearJudgement[]>`
    SELECT d.code AS definition, a.scope, a.year, a.verdict, a.pending, a.cells, a.hidden,
      a.earlier_publications AS "earlierReleases", a.seconds::float8 AS seconds
    FROM disclosure_audit a JOIN outcome_definition d ON d.id = a.definition_id
    WHERE a.city_id = ${cityId} AND a.release_number = ${release}
    ORDER BY d.code, a.scope, a.year`;
}
