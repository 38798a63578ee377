import type { ReadSql, WriteSql } from "../database.ts";

/** Links sent by e-mail. The sign-in library hashes its tokens with its own secret before they come here. */
const MOST_OPEN = 5;

export async function writeSignInToken(
  sql: WriteSql,
  token: { accountId: number; hash: string; expiresAt: Date; now: Date },
): Promise<void> {
  const { accountId, hash, expiresAt, now } = token;
  await sql`DELETE FROM sign_in_token WHERE expires_at <= ${now} OR (account_id = ${accountId} AND token_hash NOT IN (
    SELECT token_hash FROM sign_in_token WHERE account_id = ${accountId} ORDER BY expires_at DESC LIMIT ${MOST_OPEN - 1}))`;
  await sql`INSERT INTO sign_in_token (token_hash, account_id, expires_at)
    VALUES (${Buffer.from(hash, "hex")}, ${accountId}, ${expiresAt})`;
}

type Found = { publicId: string; expiresAt: Date };

/** Serves once: of two who bring the same link at once, one finds nothing. Using one ends the account's others. */
export async function useSignInToken(
  sql: WriteSql,
  hash: string,
  now: Date,
): Promise<Found | undefined> {
  const [row] = await sql<(Found & { accountId: number })[]>`
    DELETE FROM sign_in_token t USING account a
    WHERE t.token_hash = ${Buffer.from(hash, "hex")} AND a.id = t.account_id AND t.expires_at > ${now}
    RETURNING a.id AS "accountId", a.public_id AS "publicId", t.expires_at AS "expiresAt"`;
  if (!row) return undefined;
  await sql`DELETE FROM sign_in_token WHERE account_id = ${row.accountId}`;
  return row;
}

/** Whose link it is, without using it up. */
export async function findSignInToken(
  sql: ReadSql,
  hash: string,
  now: Date,
): Promise<{ name: string } | undefined> {
  const [row] = await sql<{ name: string }[]>`
    SELECT a.name FROM sign_in_token t JOIN account a ON a.id = t.account_id
    WHERE t.token_hash = ${Buffer.from(hash, "hex")} AND t.expires_at > ${now} AND a.closed_at IS NULL`;
  return row;
}
