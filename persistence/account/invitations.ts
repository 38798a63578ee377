import type { Role } from "#domain/actor/role.ts";
import type { Doer } from "#domain/permission/doer.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { hashToken } from "./token-hash.ts";

export type NewInvitation = {
  token: string;
  email: string;
  cityId: number;
  role: Role;
  endsOn: string | null;
  expiresAt: Date;
};

/** A second invitation to the same role replaces the first, whose link no longer opens anything. */
export async function writeInvitation(
  sql: WriteSql,
  invitation: NewInvitation,
  inviter: Doer,
  now: Date,
): Promise<void> {
  const { token, email, cityId, role, endsOn, expiresAt } = invitation;
  await sql`UPDATE invitation SET withdrawn_at = ${now}, email = NULL
    WHERE email = ${email} AND city_id = ${cityId} AND role = ${role}`;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO invitation (token_hash, email, city_id, role, ends_on, invited_by, invited_at, expires_at)
    VALUES (${hashToken(token)}, ${email}, ${cityId}, ${role}, ${endsOn},
      (SELECT id FROM account WHERE public_id = ${inviter.accountId}), ${now}, ${expiresAt}) RETURNING id`;
  await appendAuditEntry(sql, {
    cityId,
    actor: inviter.as,
    action: "invitation-sent",
    subject: `invitation ${row?.id}`,
    detail: { role, endsOn },
  });
}

export type OpenInvitation = {
  id: number;
  email: string;
  cityId: number;
  citySlug: string;
  cityName: string;
  role: Role;
  endsOn: string | null;
  expiresAt: Date;
  invitedBy: string | null;
  /** Whether the address already belongs to an account, which then keeps its name and quality. */
  accountId: number | null;
  publicId: string | null;
  name: string | null;
};

function invitationColumns(sql: ReadSql) {
  return sql`i.id, i.email, i.city_id AS "cityId", c.slug AS "citySlug", c.name AS "cityName", i.role,
    i.ends_on::text AS "endsOn", i.expires_at AS "expiresAt", b.public_id AS "invitedBy",
    a.id AS "accountId", a.public_id AS "publicId", a.name
    FROM invitation i JOIN city c ON c.id = i.city_id LEFT JOIN account b ON b.id = i.invited_by
    LEFT JOIN account_contact k ON k.email = i.email LEFT JOIN account a ON a.id = k.account_id`;
}

export async function findInvitation(
  sql: ReadSql,
  token: string,
  now: Date,
): Promise<OpenInvitation | undefined> {
  const [row] = await sql<OpenInvitation[]>`SELECT ${invitationColumns(sql)}
    WHERE i.token_hash = ${hashToken(token)} AND i.email IS NOT NULL AND i.expires_at > ${now}`;
  return row;
}

/** Marks it accepted; false when somebody else just did. The address is forgotten here: the contact has it. */
export async function closeInvitation(sql: WriteSql, id: number, now: Date): Promise<boolean> {
  const rows = await sql`UPDATE invitation SET accepted_at = ${now}, email = NULL
    WHERE id = ${id} AND email IS NOT NULL RETURNING id`;
  return rows.length === 1;
}

export async function withdrawInvitation(
  sql: WriteSql,
  id: number,
  cityId: number,
  doer: Doer,
  now: Date,
): Promise<boolean> {
  const rows = await sql`UPDATE invitation SET withdrawn_at = ${now}, email = NULL
    WHERE id = ${id} AND city_id = ${cityId} AND email IS NOT NULL RETURNING id`;
  if (rows.length === 0) return false;
  await appendAuditEntry(sql, {
    cityId,
    actor: doer.as,
    action: "invitation-revoked",
    subject: `invitation ${id}`,
    detail: {},
  });
  return true;
}

export type ListedInvitation = Pick<OpenInvitation, "id" | "role" | "endsOn" | "expiresAt"> & {
  email: string;
  invitedAt: Date;
  hasExpired: boolean;
};

export function listInvitations(
  sql: ReadSql,
  cityId: number,
  now: Date,
): Promise<ListedInvitation[]> {
  return sql<ListedInvitation[]>`
    SELECT id, email, role, ends_on::text AS "endsOn", expires_at AS "expiresAt", invited_at AS "invitedAt",
      expires_at <= ${now} AS "hasExpired"
    FROM invitation WHERE city_id = ${cityId} AND email IS NOT NULL ORDER BY invited_at DESC, id DESC LIMIT 500`;
}

/** Those that an account left open in a city, when it may no longer invite there. */
export async function withdrawInvitationsOf(
  sql: WriteSql,
  accountId: number,
  cityId: number,
  now: Date,
): Promise<void> {
  await sql`UPDATE invitation SET withdrawn_at = ${now}, email = NULL
    WHERE invited_by = ${accountId} AND city_id = ${cityId} AND email IS NOT NULL`;
}
