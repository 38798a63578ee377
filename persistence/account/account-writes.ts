import type { Doer } from "#domain/permission/doer.ts";
import { appendAuditEntry } from "../audit/append-audit-entry.ts";
import type { WriteSql } from "../database.ts";

/** Opens an account for an address that has been proved. */
export async function writeAccount(
  sql: WriteSql,
  account: { name: string; quality: string; email: string },
  now: Date,
): Promise<{ id: number; publicId: string }> {
  const [row] = await sql<{ id: number; publicId: string }[]>`
    INSERT INTO account (name, quality, created_at) VALUES (${account.name}, ${account.quality}, ${now})
    RETURNING id, public_id AS "publicId"`;
  if (!row) throw new Error("The account was not written.");
  await sql`INSERT INTO account_contact (account_id, email, verified_at) VALUES (${row.id}, ${account.email}, ${now})`;
  return row;
}

export async function markEmailVerified(sql: WriteSql, publicId: string, now: Date): Promise<void> {
  await sql`UPDATE account_contact SET verified_at = ${now}
    WHERE account_id = (SELECT id FROM account WHERE public_id = ${publicId})`;
}

/** False when the account is already linked to another identity of this provider. */
export async function writeLink(
  sql: WriteSql,
  link: { publicId: string; provider: string; subject: string },
  now: Date,
): Promise<boolean> {
  const rows = await sql`INSERT INTO account_link (account_id, provider, subject, created_at)
    SELECT id, ${link.provider}, ${link.subject}, ${now} FROM account WHERE public_id = ${link.publicId}
    ON CONFLICT DO NOTHING RETURNING account_id`;
  return rows.length === 1;
}

/**
 * Closes an account and erases what reaches the person: address, links, sessions, second factor. Name and quality stay
 * under what she published; the log, which never held any of it, stays whole.
 */
export async function closeAccount(
  sql: WriteSql,
  account: { id: number; publicId: string },
  doer: Doer,
  now: Date,
): Promise<void> {
  const { id, publicId } = account;
  await sql`UPDATE account SET closed_at = ${now} WHERE id = ${id} AND closed_at IS NULL`;
  await sql`DELETE FROM session WHERE account_id = ${id}`;
  await sql`DELETE FROM sign_in_token WHERE account_id = ${id}`;
  await sql`DELETE FROM recovery_code WHERE account_id = ${id}`;
  await sql`DELETE FROM second_factor WHERE account_id = ${id}`;
  await sql`DELETE FROM account_link WHERE account_id = ${id}`;
  await sql`UPDATE invitation SET withdrawn_at = ${now}, email = NULL
    WHERE email = (SELECT email FROM account_contact WHERE account_id = ${id})`;
  await sql`DELETE FROM account_contact WHERE account_id = ${id}`;
  await appendAuditEntry(sql, {
    cityId: null,
    actor: doer.as,
    action: "account-erased",
    subject: `account ${publicId}`,
    detail: {},
  });
}
