import type { Role } from "#domain/actor/role.ts";
import type { ReadSql } from "../database.ts";

/** An account that may sign in: open, reachable, and with a role that holds somewhere. */
export type SignInAccount = { id: number; publicId: string; name: string; email: string };

/** A grant that holds at an instant, each city's days being its own. */
export function grantHolds(sql: ReadSql, now: Date) {
  return sql`g.revoked_at IS NULL AND (g.ends_on IS NULL OR g.ends_on >= (${now}::timestamptz AT TIME ZONE c.timezone)::date)`;
}

async function findSignInAccount(
  sql: ReadSql,
  now: Date,
  which: ReturnType<typeof grantHolds>,
): Promise<SignInAccount | undefined> {
  const [row] = await sql<SignInAccount[]>`
    SELECT a.id, a.public_id AS "publicId", a.name, k.email
    FROM account a JOIN account_contact k ON k.account_id = a.id
    WHERE a.closed_at IS NULL AND ${which} AND EXISTS (
      SELECT FROM role_grant g JOIN city c ON c.id = g.city_id
      WHERE g.account_id = a.id AND ${grantHolds(sql, now)})`;
  return row;
}

export function findAccountByEmail(sql: ReadSql, email: string, now: Date) {
  return findSignInAccount(sql, now, sql`k.email = ${email}`);
}

export function findAccountById(sql: ReadSql, publicId: string, now: Date) {
  return findSignInAccount(sql, now, sql`a.public_id = ${publicId}`);
}

export function findAccountByLink(
  sql: ReadSql,
  { provider, subject }: { provider: string; subject: string },
  now: Date,
) {
  return findSignInAccount(
    sql,
    now,
    sql`a.id = (SELECT account_id FROM account_link WHERE provider = ${provider} AND subject = ${subject})`,
  );
}

export type HeldRole = {
  cityId: number;
  citySlug: string;
  cityName: string;
  role: Role;
  endsOn: string | null;
};

export function findHeldRoles(sql: ReadSql, accountId: number, now: Date): Promise<HeldRole[]> {
  return sql<HeldRole[]>`
    SELECT g.city_id AS "cityId", c.slug AS "citySlug", c.name AS "cityName", g.role, g.ends_on::text AS "endsOn"
    FROM role_grant g JOIN city c ON c.id = g.city_id
    WHERE g.account_id = ${accountId} AND ${grantHolds(sql, now)} ORDER BY c.name, g.role`;
}

/** An open account by its address, whether or not it may sign in at the moment. */
export async function findAnyAccountByEmail(
  sql: ReadSql,
  email: string,
): Promise<{ id: number; publicId: string; name: string } | undefined> {
  const [row] = await sql<{ id: number; publicId: string; name: string }[]>`
    SELECT a.id, a.public_id AS "publicId", a.name FROM account a
    JOIN account_contact k ON k.account_id = a.id WHERE k.email = ${email.trim().toLowerCase()}`;
  return row;
}

/** Where an account is reached; undefined once it is closed. */
export async function findEmail(sql: ReadSql, publicId: string): Promise<string | undefined> {
  const [row] = await sql<{ email: string }[]>`
    SELECT k.email FROM account a JOIN account_contact k ON k.account_id = a.id WHERE a.public_id = ${publicId}`;
  return row?.email;
}
