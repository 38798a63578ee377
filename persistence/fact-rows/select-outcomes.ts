import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { type ReleaseAsked, standing } from "../camera-queries.ts";
import type { ReadSql } from "../database.ts";

/** Every cell that is public, from `protected_outcome` alone. Its documents are added by `outcomeSources`. */
export function selectOutcomes(sql: ReadSql, cityId: number, release: ReleaseAsked) {
  return sql`
    SELECT v.table_code AS "table", d.code AS definition_code, d.funnel, d.stage, d.unit, d.wording AS definition,
      v.scope, v.area_kind, v.area_code AS area, v.year::int AS year, v.period, v.category, v.result, v.state, v.value,
      v.band_from, v.band_to, s.key AS defined_by,
      concat_ws(E'\\x1f', v.table_code, v.period, d.code, v.scope, v.area_kind, coalesce(v.area_code, ''),
        coalesce(v.category, ''), coalesce(v.result, '')) COLLATE "C" AS row_key
    FROM protected_outcome v
    JOIN outcome_definition d ON d.id = v.definition_id
    JOIN source s ON s.id = d.source_id
    WHERE ${standing(sql, cityId, release)}`;
}

/**
 * Adds to each cell the keys of the documents that its counts come from. Gathered once, beside the cells: joined in SQL, a
 * table that was just filled and has no statistics yet is read once per cell.
 */
export async function outcomeSources(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<(row: DatasetRow) => DatasetRow> {
  const found = await sql<{ place: string; keys: string[] }[]>`
    SELECT concat_ws(E'\\x1f', v.area_kind, v.area_code, d.code, v.scope, date_part('year', v.period_from)) AS place,
      array_agg(DISTINCT s.key ORDER BY s.key) AS keys
    FROM outcome_rollup v JOIN source s ON s.id = v.source_id JOIN outcome_definition d ON d.id = v.definition_id
    WHERE ${standing(sql, cityId, release)} GROUP BY 1`;
  const keysOf = new Map(found.map(({ place, keys }) => [place, keys]));
  return (row) => {
    const { area_kind, area, definition_code, scope, year, defined_by } = row;
    const place = [area_kind, area ?? "", definition_code, scope, year].join("\u001f");
    return { ...row, sources: keysOf.get(place) ?? [String(defined_by)] };
  };
}
