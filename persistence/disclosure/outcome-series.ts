import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import type { CountBand } from "#domain/disclosure/count-band.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import { cellId, type OutcomePlace } from "#domain/disclosure/outcome-family.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { ReadSql } from "../database.ts";

/** The years of one definition and scope that a release has to judge. */
export type TouchedSeries = {
  definitionId: number;
  funnel: OutcomeDefinition["funnel"];
  stage: string;
  scope: string;
  /** What is counted, in its producer's words. */
  named: string;
  years: number[];
};

/** All that a producer says of what a definition `d` counts in the scope of a row `r`. */
const wordsOf = (sql: ReadSql) => sql`concat_ws(' ', d.code, d.wording, d.unit, d.stage, r.scope)`;

/**
 * What a release has to judge again: the years whose rows it changes, those never judged, those that had rows too recent
 * to be published; and, for recorded crime, the years that are judged together with them.
 */
export function findTouchedSeries(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<TouchedSeries[]> {
  const since = sql`(SELECT coalesce(max(number), 0) FROM release WHERE city_id = ${cityId} AND number < ${release})`;
  const series = sql`definition_id, scope, extract(year FROM period_from)::int AS year`;
  return sql<TouchedSeries[]>`
    WITH judged AS (
      SELECT DISTINCT ON (definition_id, scope, year) definition_id, scope, year, pending FROM disclosure_audit
      WHERE city_id = ${cityId} ORDER BY definition_id, scope, year, release_number DESC),
    touched AS (
      SELECT ${series} FROM outcome_statistic
      WHERE city_id = ${cityId} AND from_release > ${since} AND from_release <= ${release}
      UNION
      SELECT ${series} FROM outcome_statistic
      WHERE city_id = ${cityId} AND until_release > ${since} AND until_release <= ${release}
      UNION
      SELECT known.definition_id, known.scope, known.year FROM (
        SELECT DISTINCT ${series} FROM outcome_rollup WHERE city_id = ${cityId} AND until_release IS NULL) known
      LEFT JOIN judged USING (definition_id, scope, year) WHERE coalesce(judged.pending, true)),
    together AS (
      SELECT DISTINCT r.definition_id, r.scope, r.year + step AS year, d.funnel, d.stage,
        ${wordsOf(sql)} AS named
      FROM touched r JOIN outcome_definition d ON d.id = r.definition_id
      CROSS JOIN generate_series(-2, 2) step WHERE step = 0 OR d.funnel = 'recorded-offences')
    SELECT definition_id AS "definitionId", funnel, stage, scope, named, array_agg(year ORDER BY year) AS years
    FROM together GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 4`;
}

/** The rows of a definition and scope as they stood at a release, by year. */
export async function readOutcomeRows(
  sql: ReadSql,
  cityId: number,
  series: Pick<TouchedSeries, "definitionId" | "scope">,
  release: number,
  years: { from: number; to: number },
): Promise<Map<number, OutcomeRow[]>> {
  const rows = await sql<OutcomeRow[]>`
    SELECT area_kind AS "areaKind", area_code AS "areaCode", to_char(period_from, 'YYYY-MM-DD') AS "periodFrom",
      to_char(period_to, 'YYYY-MM-DD') AS "periodTo", category, result, state, value::float8 AS value
    FROM outcome_statistic
    WHERE city_id = ${cityId} AND definition_id = ${series.definitionId} AND scope = ${series.scope}
      AND area_kind <> 'camera-area' AND from_release <= ${release}
      AND (until_release IS NULL OR until_release > ${release})
      AND period_from >= make_date(${years.from}, 1, 1) AND period_from <= make_date(${years.to}, 12, 31)`;
  const byYear = new Map<number, OutcomeRow[]>();
  for (const row of rows) {
    const year = Number(row.periodFrom.slice(0, 4));
    const known = byYear.get(year);
    if (known) known.push(row);
    else byYear.set(year, [row]);
  }
  return byYear;
}

/** Funnels whose stages count the same events one after the other. */
const stagedFunnels: readonly string[] = [
  "footage-review",
  "live-monitoring",
  "video-fines",
  "rights",
  "investigations",
];

/** A count of the same funnel that a reader can subtract, with its rows by year. */
export type Companion = Pick<TouchedSeries, "definitionId" | "stage" | "scope" | "named"> & {
  /** True of the same unit of a stage, or of another stage in the same scope. */
  isLinked: boolean;
  rows: Map<number, OutcomeRow[]>;
};

/**
 * What can be subtracted from a series, with its rows as they stood at a release: the other definitions of its funnel and scope
 * where stages follow one another, its own definition in other scopes, and other definitions of its stage in whatever scope.
 */
export async function readCompanionRows(
  sql: ReadSql,
  cityId: number,
  series: Pick<TouchedSeries, "definitionId" | "funnel" | "scope">,
  release: number,
  years: { from: number; to: number },
): Promise<Companion[]> {
  const isStaged = stagedFunnels.includes(series.funnel);
  const companions = await sql<Omit<Companion, "rows">[]>`
    SELECT DISTINCT r.definition_id AS "definitionId", d.stage, r.scope, ${wordsOf(sql)} AS named,
      (d.stage <> own.stage OR d.unit = own.unit) AS "isLinked"
    FROM outcome_rollup r JOIN outcome_definition d ON d.id = r.definition_id
    JOIN outcome_definition own ON own.id = ${series.definitionId}
    WHERE r.city_id = ${cityId} AND r.until_release IS NULL AND d.funnel = own.funnel AND d.funnel <> 'availability'
      AND (d.id, r.scope) <> (own.id, ${series.scope}) AND (d.id = own.id OR ${isStaged})
      AND (r.scope = ${series.scope} OR d.stage = own.stage AND d.unit = own.unit)
    ORDER BY 1, 3`;
  const found: Companion[] = [];
  for (const companion of companions) {
    const rows = await readOutcomeRows(sql, cityId, companion, release, years);
    found.push({ ...companion, rows });
  }
  return found;
}

/** Releases that published this year of a series, with the day on which each judged its rows. */
export function listPublications(
  sql: ReadSql,
  cityId: number,
  series: Pick<TouchedSeries, "definitionId" | "scope">,
  year: number,
): Promise<{ release: number; day: string }[]> {
  return sql<{ release: number; day: string }[]>`
    SELECT release_number AS release, to_char(judged_on, 'YYYY-MM-DD') AS day FROM disclosure_audit
    WHERE city_id = ${cityId} AND definition_id = ${series.definitionId} AND scope = ${series.scope}
      AND year = ${year} AND verdict = 'published' ORDER BY release_number`;
}

/** The release whose publication of a year stands, with the day on which it judged; none once its rows have ended. */
export async function findStandingPublication(
  sql: ReadSql,
  cityId: number,
  series: Pick<TouchedSeries, "definitionId" | "scope">,
  year: number,
): Promise<{ release: number; day: string } | undefined> {
  const [last] = await sql<{ release: number; day: string; verdict: string }[]>`
    SELECT release_number AS release, to_char(judged_on, 'YYYY-MM-DD') AS day, verdict FROM disclosure_audit
    WHERE city_id = ${cityId} AND definition_id = ${series.definitionId} AND scope = ${series.scope}
      AND year = ${year} AND verdict IN ('published', 'ended') ORDER BY release_number DESC LIMIT 1`;
  return last?.verdict === "published" ? last : undefined;
}

/** District of each camera as of a release, as the register says it in public. */
export async function readCameraDistricts(
  sql: ReadSql,
  cityId: number,
  release: number,
): Promise<Map<string, string>> {
  const rows = await sql<{ camera: string; district: string }[]>`
    SELECT reference AS camera, district_code AS district FROM camera_version
    WHERE city_id = ${cityId} AND district_code IS NOT NULL AND from_release <= ${release}
      AND (until_release IS NULL OR until_release > ${release})`;
  return new Map(rows.map(({ camera, district }) => [camera, district]));
}

/** What a release published of a year, by cell: counts and their silences, and the bands of cameras. */
export async function readPublishedCells(
  sql: ReadSql,
  cityId: number,
  series: Pick<TouchedSeries, "definitionId" | "scope">,
  year: number,
  release: number,
): Promise<{ published: Map<string, PublishedCell>; bands: Map<string, CountBand> }> {
  type Row = Omit<OutcomePlace, "table"> & {
    state: PublishedCell["state"];
    count: number;
    from: number | null;
    to: number | null;
  };
  const rows = await sql<Row[]>`
    SELECT area_kind AS "areaKind", area_code AS "areaCode", period, category, result, state, value AS count,
      band_from AS "from", band_to AS "to"
    FROM protected_outcome
    WHERE city_id = ${cityId} AND definition_id = ${series.definitionId} AND scope = ${series.scope}
      AND year = ${year} AND table_code <> 'camera-hours' AND from_release <= ${release}
      AND (until_release IS NULL OR until_release > ${release})`;
  const published = new Map<string, PublishedCell>();
  const bands = new Map<string, CountBand>();
  for (const { state, count, from, to, ...place } of rows) {
    const id = cellId(place);
    if (from !== null) bands.set(id, { from, ...(to === null ? {} : { to }) });
    else published.set(id, state === "published" ? { state, count } : { state });
  }
  return { published, bands };
}
