import type { CellState } from "#domain/disclosure/cell-state.ts";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type EffectStudyRow = {
  study: EffectStudy;
  sourceId: number;
  /** When the study was first published here; null while it is in no release. */
  declaredAt: Date | null;
};

type StoredStudy = { [Field in keyof EffectStudy]: NonNullable<EffectStudy[Field]> | null } & {
  sourceId: number;
  declaredAt: Date | null;
};

/** Declared studies in the order of their references, as of a release. */
export async function listEffectStudies(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<EffectStudyRow[]> {
  const rows = await sql<StoredStudy[]>`
    SELECT v.reference, v.title_fr AS "titleFr", v.title_en AS "titleEn", v.objective,
      v.definition_code AS "definitionCode", v.category, v.treated, v.control, v.ring, v.control_ring AS "controlRing",
      to_char(v.before_from, 'YYYY-MM-DD') AS "beforeFrom", to_char(v.before_to, 'YYYY-MM-DD') AS "beforeTo",
      to_char(v.after_from, 'YYYY-MM-DD') AS "afterFrom", to_char(v.after_to, 'YYYY-MM-DD') AS "afterTo",
      to_char(v.started_on, 'YYYY-MM-DD') AS "startedOn", v.start_kind AS "startKind",
      v.controls_comparable AS "controlsComparable", v.chosen_after_peak AS "chosenAfterPeak",
      v.co_interventions AS "coInterventions", v.note, v.other_measures AS "otherMeasures",
      v.harm_weights AS "harmWeights", v.harm_source AS "harmSource",
      v.published_treated_change AS "publishedTreatedChange", v.published_control_change AS "publishedControlChange",
      v.source_id AS "sourceId", declared.at AS "declaredAt"
    FROM effect_study v
    LEFT JOIN LATERAL (
      SELECT min(r.published_at) AS at FROM release r
      WHERE r.city_id = v.city_id AND r.number >= (
        SELECT min(e.from_release) FROM effect_study e
        WHERE e.city_id = v.city_id AND e.reference = v.reference)) declared ON true
    WHERE ${standing(sql, cityId, release)} ORDER BY v.reference`;
  return rows.map(({ sourceId, declaredAt, ...stored }) => ({
    study: withoutNulls(stored),
    sourceId,
    declaredAt,
  }));
}

function withoutNulls(stored: Omit<StoredStudy, "sourceId" | "declaredAt">): EffectStudy {
  const known = Object.entries(stored).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as EffectStudy;
}

/** One protected count of what studies count, in one district and year. */
export type StudyCountRow = {
  definition: string;
  wording: string;
  scope: string;
  district: string;
  year: number;
  category: string | null;
  state: CellState;
  value: number | null;
  sourceIds: number[];
};

/** Yearly counts of districts after disclosure control, for the definitions that studies name. */
export function listStudyCounts(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  definitions: readonly string[],
): Promise<StudyCountRow[]> {
  return sql<StudyCountRow[]>`
    SELECT d.code AS "definition", d.wording, v.scope, v.area_code AS "district", v.year::int AS "year", v.category,
      v.state, v.value, sources.ids AS "sourceIds"
    FROM protected_outcome v JOIN outcome_definition d ON d.id = v.definition_id
    JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT r.source_id), ARRAY[d.source_id]) AS ids FROM outcome_rollup r
      WHERE r.city_id = v.city_id AND r.definition_id = v.definition_id AND r.scope = v.scope
        AND r.area_kind = 'district' AND r.area_code = v.area_code AND r.from_release <= ${release.number}
        AND (r.until_release IS NULL OR r.until_release > ${release.number})) sources ON true
    WHERE ${standing(sql, cityId, release)} AND v.area_kind = 'district' AND v.result IS NULL
      AND v.table_code IN ('district-year', 'district-category') AND d.code = ANY(${definitions as string[]})
    ORDER BY d.code, v.scope, v.area_code, v.year`;
}
