import type { Role } from "#domain/actor/role.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { WriteSql } from "../database.ts";

type RunOut = { id: number; publicId: string; cityId: number; role: Role; endsOn: string };

/** Of one account, one grant, or everybody. */
type Whose = { accountId?: number; grantId?: number };

/** Said in one transaction. */
export const EXPIRIES_AT_ONCE = 200;

/**
 * Grants whose last day is over in their city, revoked on no day of theirs, and of which the log has not said so. A role
 * that was taken back or given anew after its end had run out all the same. Locked, in one order whoever asks.
 */
function listRunOut(sql: WriteSql, now: Date, of: Whose): Promise<RunOut[]> {
  const { accountId = null, grantId = null } = of;
  return sql<RunOut[]>`
    SELECT g.id, a.public_id AS "publicId", g.city_id AS "cityId", g.role, g.ends_on::text AS "endsOn"
    FROM role_grant g JOIN city c ON c.id = g.city_id JOIN account a ON a.id = g.account_id
    WHERE g.ends_on < (${now}::timestamptz AT TIME ZONE c.timezone)::date
      AND (g.revoked_at IS NULL OR g.ends_on < (g.revoked_at AT TIME ZONE c.timezone)::date)
      AND NOT EXISTS (SELECT FROM role_expiry e WHERE e.grant_id = g.id)
      AND (${accountId}::int IS NULL OR g.account_id = ${accountId}) AND (${grantId}::int IS NULL OR g.id = ${grantId})
    ORDER BY g.id LIMIT ${EXPIRIES_AT_ONCE} FOR UPDATE OF g`;
}

/** Says in the log which roles have run out, each once: of two that say it at once, the second finds it said. */
export async function logExpiries(sql: WriteSql, now: Date, of: Whose = {}): Promise<number> {
  const runOut = await listRunOut(sql, now, of);
  for (const { id, publicId, cityId, role, endsOn } of runOut) {
    const said = await sql`INSERT INTO role_expiry (grant_id, logged_at) VALUES (${id}, ${now})
      ON CONFLICT DO NOTHING`;
    if (said.count === 0) continue;
    await appendAuditEntry(sql, {
      cityId,
      actor: "system",
      action: "role-expired",
      subject: `account ${publicId}`,
      detail: { role, endsOn },
    });
  }
  return runOut.length;
}
