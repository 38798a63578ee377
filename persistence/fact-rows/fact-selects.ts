import type { ContentDataset } from "#domain/dataset/release-content.ts";
import { standing } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "./rows-release.ts";
import { selectOutcomes } from "./select-outcomes.ts";

/** A select that gives the declared columns by their names, and `row_key`, by which rows are ordered and paged. */
type Fragment = ReturnType<typeof standing>;
export type DatasetSelect = (sql: ReadSql, cityId: number, release: RowsRelease) => Fragment;

const day = (sql: ReadSql, name: string) =>
  sql`to_char(v.${sql(name)}, 'YYYY-MM-DD') AS ${sql(name)}`;

type Words = (sql: ReadSql) => Fragment;
const byReference: Words = (sql) => sql`v.reference`;

/** Rows of one table as of a release, with the key of the document that each rests on. */
function rowsOf(table: string, columns: Words, key = byReference): DatasetSelect {
  return (sql, cityId, release) =>
    sql`SELECT ${columns(sql)}, s.key AS source, (${key(sql)}) COLLATE "C" AS row_key
      FROM ${sql(table)} v JOIN source s ON s.id = v.source_id WHERE ${standing(sql, cityId, release)}`;
}

const selectCosts = rowsOf(
  "cost_line",
  (
    sql,
  ) => sql`v.reference, v.label, v.kind, v.family, v.account, ${day(sql, "period_from")}, ${day(sql, "period_to")},
      v.amount_cents::float8 AS amount, v.vat_cents::float8 AS vat, v.vat_included, v.currency, v.status, v.basis,
      v.target_kind, v.target_references, v.commissioned_on, v.useful_life_years, v.payee, v.contract_reference,
      v.funder, v.function_code, v.payee_siret, v.allocation_key, v.operation, v.grant_scheme,
      v.grant_notified_cents::float8 AS grant_notified, v.grant_eligible_cents::float8 AS grant_eligible,
      v.grant_cameras, v.rule, v.document`,
);

const selectAuthorisations = rowsOf(
  "authorisation",
  (
    sql,
  ) => sql`v.order_number, ${day(sql, "granted_on")}, v.term_years, ${day(sql, "expires_on")}, v.kind, v.perimeter_name,
      v.authority, v.holder, v.gazette_act, v.gazette, ${day(sql, "gazette_on")}, v.gazette_url,
      v.cameras_authorised, v.retention_days, v.purposes, v.note`,
  (sql) => sql`v.order_number`,
);

const selectPublishedFigures = rowsOf(
  "published_figure",
  (
    sql,
  ) => sql`v.reference, v.measure, v.value::float8 AS value, v.unit, v.qualifier, v.period_text AS period, v.place,
      v.scope, v.definition, s.title AS source_title, s.url AS source_url, s.verification`,
);

const selectInstitutions = rowsOf(
  "institution_fact",
  (
    sql,
  ) => sql`v.reference, v.kind, v.happened_on, v.statement_fr, v.statement_en, s.title AS source_title,
      s.url AS source_url, s.verification`,
);

const selectDistricts = rowsOf(
  "district",
  (sql) => sql`v.code, v.name, v.kind, v.area_m2, v.geometry, v.west, v.south, v.east, v.north`,
  (sql) => sql`v.code`,
);

const selectBoundary = rowsOf(
  "boundary",
  (sql) => sql`v.area_m2, v.geometry, v.west, v.south, v.east, v.north`,
  (sql) => sql`''::text`,
);

const selectPopulation = rowsOf(
  "population_count",
  (sql) => sql`v.district_code, v.year::int AS year, v.inhabitants, v.definition`,
  (sql) => sql`concat(v.district_code, E'\\x1f', v.year)`,
);

const selectContracts = rowsOf(
  "contract",
  (
    sql,
  ) => sql`v.reference, v.title, v.nature, v.procedure, v.cpv, ${day(sql, "notified_on")}, v.duration_months,
      v.amount_cents::float8 AS amount, v.currency, v.holders, v.url`,
);

const selectEffectStudies = rowsOf(
  "effect_study",
  (
    sql,
  ) => sql`v.reference, v.title_fr, v.title_en, v.objective, v.definition_code, v.category, v.treated, v.control, v.ring, v.control_ring,
      ${day(sql, "before_from")}, ${day(sql, "before_to")}, ${day(sql, "after_from")}, ${day(sql, "after_to")},
      ${day(sql, "started_on")}, v.start_kind, v.controls_comparable, v.chosen_after_peak, v.co_interventions, v.note,
      v.other_measures, v.harm_weights, v.harm_source, v.published_treated_change, v.published_control_change`,
);

const selectPriceIndex = rowsOf(
  "price_index_value",
  (sql) => sql`v.name, v.base, v.year::int AS year, v.value`,
  (sql) => sql`concat(v.name, E'\\x1f', v.year)`,
);

/** Datasets of facts that one select reads. Cameras are read apart, through the city's decision on each position. */
export const factSelects: Readonly<Record<Exclude<ContentDataset, "cameras">, DatasetSelect>> = {
  authorisations: selectAuthorisations,
  costs: selectCosts,
  outcomes: selectOutcomes,
  "published-figures": selectPublishedFigures,
  districts: selectDistricts,
  boundary: selectBoundary,
  population: selectPopulation,
  institutions: selectInstitutions,
  contracts: selectContracts,
  "effect-studies": selectEffectStudies,
  "price-index": selectPriceIndex,
};
