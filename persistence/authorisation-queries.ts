import { type ReleaseAsked, standing } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type AuthorisationRow = {
  orderNumber: string;
  kind: string;
  perimeterName: string | null;
  hasPerimeter: boolean;
  grantedOn: string;
  termYears: number | null;
  expiresOn: string | null;
  authority: string | null;
  holder: string | null;
  gazetteAct: string | null;
  gazette: string | null;
  gazetteOn: string | null;
  gazetteUrl: string | null;
  camerasAuthorised: number | null;
  retentionDays: number | null;
  purposes: string[];
  note: string | null;
  sourceId: number;
};

/** Orders as of a release, the soonest to expire first; all of a city's, or those with the given numbers. */
export function listAuthorisations(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
  orderNumbers?: readonly string[],
): Promise<AuthorisationRow[]> {
  return sql<AuthorisationRow[]>`
    SELECT order_number AS "orderNumber", kind, perimeter_name AS "perimeterName",
           perimeter IS NOT NULL AS "hasPerimeter", to_char(granted_on, 'YYYY-MM-DD') AS "grantedOn",
           term_years AS "termYears", to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", authority, holder,
           gazette_act AS "gazetteAct", gazette, to_char(gazette_on, 'YYYY-MM-DD') AS "gazetteOn",
           gazette_url AS "gazetteUrl", cameras_authorised AS "camerasAuthorised",
           retention_days AS "retentionDays", purposes, note, source_id AS "sourceId"
    FROM authorisation
    WHERE city_id = ${cityId} AND from_release <= ${release.number}
      AND (until_release IS NULL OR until_release > ${release.number})
      ${orderNumbers ? sql`AND order_number = ANY(${orderNumbers as string[]})` : sql``}
    ORDER BY expires_on NULLS LAST, order_number`;
}

export type CamerasByOrders = {
  authorisationReferences: string[];
  type: string;
  status: string;
  retentionDays: number | null;
  cameras: number;
};

/** Cameras of a release grouped by the orders that their records name. */
export function countCamerasByOrders(
  sql: ReadSql,
  cityId: number,
  release: ReleaseAsked,
): Promise<CamerasByOrders[]> {
  return sql<CamerasByOrders[]>`
    SELECT authorisation_references AS "authorisationReferences", type, status,
           retention_days AS "retentionDays", sum(camera_count)::int AS "cameras"
    FROM camera_version v WHERE ${standing(sql, cityId, release)} GROUP BY 1, 2, 3, 4`;
}
