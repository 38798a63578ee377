import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { keepAttack } from "#domain/disclosure/kept-attack.ts";
import type { YearPublication } from "#domain/disclosure/publish-outcome-year.ts";
import type { WriteSql } from "../database.ts";

/** One year of a definition and scope, as a release judges it. */
export type JudgedYear = {
  cityId: number;
  release: number;
  definitionId: number;
  scope: string;
  year: number;
};

/** Replaces what the public reads of a year from this release on. Rows that say the same stay as they are. */
export async function writeProtectedOutcomes(
  sql: WriteSql,
  { cityId, release, definitionId, scope, year }: JudgedYear,
  outcomes: Extract<YearPublication, { kind: "published" }>["outcomes"],
): Promise<void> {
  const said = outcomes.map(({ place, state, value, band }) => ({
    table_code: place.table,
    area_kind: place.areaKind,
    area_code: place.areaCode,
    period: place.period,
    category: place.category,
    result: place.result,
    state,
    value: value ?? null,
    band_from: band?.from ?? null,
    band_to: band?.to ?? null,
  }));
  const rows = sql`jsonb_to_recordset(${sql.json(said)}) AS said (table_code text, area_kind text, area_code text,
    period text, category text, result text, state text, value integer, band_from integer, band_to integer)`;
  const ofYear = sql`v.city_id = ${cityId} AND v.definition_id = ${definitionId} AND v.scope = ${scope}
    AND v.year = ${year} AND v.until_release IS NULL`;
  const same = sql`(v.table_code, v.area_kind, v.period, v.state) = (said.table_code, said.area_kind, said.period,
    said.state) AND (v.area_code, v.category, v.result, v.value, v.band_from, v.band_to) IS NOT DISTINCT FROM
    (said.area_code, said.category, said.result, said.value, said.band_from, said.band_to)`;
  await sql`UPDATE protected_outcome v SET until_release = ${release}
    WHERE ${ofYear} AND NOT EXISTS (SELECT FROM ${rows} WHERE ${same})`;
  await sql`
    INSERT INTO protected_outcome (city_id, definition_id, scope, year, from_release, table_code, area_kind, area_code,
      period, category, result, state, value, band_from, band_to)
    SELECT ${cityId}::int, ${definitionId}::int, ${scope}::text, ${year}::int, ${release}::int, said.*
    FROM ${rows} WHERE NOT EXISTS (SELECT FROM protected_outcome v WHERE ${ofYear} AND ${same})`;
}

export type Judgement = {
  publication: YearPublication | { kind: "ended" };
  pending: boolean;
  earlier: number;
  seconds: number;
  day: string;
};

/**
 * Keeps how a year was judged, in private: its equations with what a reader may suppose of each cell, for the audit to be made
 * again. No hidden count is kept; the hash pins the counts that were attacked.
 */
export async function writeDisclosureAudit(
  sql: WriteSql,
  judged: JudgedYear,
  { publication, pending, earlier, seconds, day }: Judgement,
): Promise<void> {
  const log = publication.kind === "published" ? publication.log : undefined;
  const hash = createHash("sha256")
    .update(JSON.stringify(log?.attacked ?? null))
    .digest("hex");
  const kept = log ? gzipSync(JSON.stringify(keepAttack(log))) : null;
  await sql`
    INSERT INTO disclosure_audit (city_id, release_number, definition_id, scope, year, verdict, pending, cells, hidden,
      primaries, earlier_publications, equations, equations_hash, seconds, judged_on, attacked, given_up,
      too_large)
    VALUES (${judged.cityId}, ${judged.release}, ${judged.definitionId}, ${judged.scope}, ${judged.year},
      ${publication.kind}, ${pending}, ${log?.attacked.cells.length ?? 0}, ${log?.hidden.size ?? 0},
      ${log?.primaries ?? 0}, ${earlier}, ${log?.attacked.equations.length ?? 0}, ${hash}, ${seconds}, ${day}::date, ${kept},
      ${(log?.givenUp ?? []) as string[]}, ${log?.isTooLarge ?? false})`;
}
