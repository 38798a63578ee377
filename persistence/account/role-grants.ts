import type { Role } from "#domain/actor/role.ts";
import type { Doer } from "#domain/permission/doer.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { grantHolds } from "./account-queries.ts";
import { logExpiries } from "./role-expiries.ts";

/** Who gave or took away: the account, or nobody when it was done from the command line. */
function accountOf(sql: ReadSql, { accountId }: Doer) {
  return sql`(SELECT id FROM account WHERE public_id = ${accountId})`;
}

export type NewGrant = {
  accountId: number;
  publicId: string;
  cityId: number;
  role: Role;
  endsOn: string | null;
};

/** Gives a role; the log says so in the same transaction, by opaque identifiers alone. */
export async function writeGrant(
  sql: WriteSql,
  grant: NewGrant,
  giver: Doer,
  now: Date,
): Promise<void> {
  const { accountId, publicId, cityId, role, endsOn } = grant;
  // One that has run out makes room for the new one, and the log says first that it did.
  await logExpiries(sql, now, { accountId });
  await sql`UPDATE role_grant g SET revoked_at = ${now} FROM city c
    WHERE g.account_id = ${accountId} AND g.city_id = ${cityId} AND g.role = ${role} AND c.id = g.city_id
      AND g.revoked_at IS NULL AND NOT (${grantHolds(sql, now)})`;
  await sql`INSERT INTO role_grant (account_id, city_id, role, given_by, given_at, ends_on)
    VALUES (${accountId}, ${cityId}, ${role}, ${accountOf(sql, giver)}, ${now}, ${endsOn})`;
  await appendAuditEntry(sql, {
    cityId,
    actor: giver.as,
    action: "role-granted",
    subject: `account ${publicId}`,
    detail: { role, endsOn },
  });
}

export type CurrentGrant = {
  id: number;
  accountId: number;
  publicId: string;
  cityId: number;
  role: Role;
};

/** Locked until the transaction ends: of two who revoke at once, the second finds nothing left to revoke. */
export async function findCurrentGrant(
  sql: WriteSql,
  grantId: number,
): Promise<CurrentGrant | undefined> {
  const [row] = await sql<CurrentGrant[]>`
    SELECT g.id, g.account_id AS "accountId", a.public_id AS "publicId", g.city_id AS "cityId", g.role
    FROM role_grant g JOIN account a ON a.id = g.account_id
    WHERE g.id = ${grantId} AND g.revoked_at IS NULL FOR UPDATE OF g`;
  return row;
}

/** Every role that an account still has, run out or not. */
export function listCurrentGrantsOf(sql: WriteSql, accountId: number): Promise<CurrentGrant[]> {
  return sql<CurrentGrant[]>`
    SELECT g.id, g.account_id AS "accountId", a.public_id AS "publicId", g.city_id AS "cityId", g.role
    FROM role_grant g JOIN account a ON a.id = g.account_id
    WHERE g.account_id = ${accountId} AND g.revoked_at IS NULL ORDER BY g.id FOR UPDATE OF g`;
}

/** Takes a role away. With the last one go the sessions: nothing is left that they could be for. */
export async function revokeGrant(
  sql: WriteSql,
  grant: CurrentGrant,
  revoker: Doer,
  now: Date,
): Promise<void> {
  await logExpiries(sql, now, { grantId: grant.id });
  await sql`UPDATE role_grant SET revoked_at = ${now}, revoked_by = ${accountOf(sql, revoker)} WHERE id = ${grant.id}`;
  await sql`DELETE FROM session s WHERE s.account_id = ${grant.accountId} AND NOT EXISTS (
    SELECT FROM role_grant g JOIN city c ON c.id = g.city_id
    WHERE g.account_id = s.account_id AND ${grantHolds(sql, now)})`;
  await appendAuditEntry(sql, {
    cityId: grant.cityId,
    actor: revoker.as,
    action: "role-revoked",
    subject: `account ${grant.publicId}`,
    detail: { role: grant.role },
  });
}

export async function findRolesIn(
  sql: ReadSql,
  accountId: number,
  cityId: number,
  now: Date,
): Promise<Role[]> {
  const rows = await sql<{ role: Role }[]>`
    SELECT g.role FROM role_grant g JOIN city c ON c.id = g.city_id
    WHERE g.account_id = ${accountId} AND g.city_id = ${cityId} AND ${grantHolds(sql, now)}`;
  return rows.map(({ role }) => role);
}

export async function countHolders(
  sql: ReadSql,
  cityId: number,
  role: Role,
  now: Date,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM role_grant g JOIN city c ON c.id = g.city_id
    WHERE g.city_id = ${cityId} AND g.role = ${role} AND ${grantHolds(sql, now)}`;
  return row?.count ?? 0;
}

export type ListedGrant = {
  id: number;
  publicId: string;
  name: string;
  quality: string;
  /** Absent once the account is closed. */
  email: string | null;
  role: Role;
  givenAt: Date;
  endsOn: string | null;
  revokedAt: Date | null;
  holds: boolean;
  hasAuthenticator: boolean;
};

/** Everybody who has or had a role in a city: those that hold first. */
export function listGrants(sql: ReadSql, cityId: number, now: Date): Promise<ListedGrant[]> {
  return sql<ListedGrant[]>`
    SELECT g.id, a.public_id AS "publicId", a.name, a.quality, k.email, g.role, g.given_at AS "givenAt",
      g.ends_on::text AS "endsOn", g.revoked_at AS "revokedAt", (${grantHolds(sql, now)}) AS holds,
      f.confirmed_at IS NOT NULL AS "hasAuthenticator"
    FROM role_grant g JOIN city c ON c.id = g.city_id JOIN account a ON a.id = g.account_id
    LEFT JOIN account_contact k ON k.account_id = a.id LEFT JOIN second_factor f ON f.account_id = a.id
    WHERE g.city_id = ${cityId} ORDER BY holds DESC, a.name, g.role, g.id DESC LIMIT 1000`;
}
