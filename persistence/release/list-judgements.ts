import type { OutcomeTable } from "#domain/disclosure/outcome-family.ts";
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
  /** Tables that are not published for the others to be. */
  givenUp: OutcomeTable[];
  /** One of them had more cells than can be attacked in time. */
  tooLarge: boolean;
  seconds: number;
};

export function listJudgements(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<YearJudgement[]> {
  return sql<YearJudgement[]>`
    SELECT d.code AS definition, a.scope, a.year, a.verdict, a.pending, a.cells, a.hidden,
      a.given_up AS "givenUp", a.too_large AS "tooLarge", a.earlier_publications AS "earlierReleases", a.seconds::float8 AS seconds
    FROM disclosure_audit a JOIN outcome_definition d ON d.id = a.definition_id
    WHERE a.city_id = ${cityId} AND a.release_number = ${release}
    ORDER BY d.code, a.scope, a.year`;
}
