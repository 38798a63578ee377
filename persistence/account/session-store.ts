import { sessionIdles, sessionLasts } from "#domain/actor/account-limits.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { hashToken } from "./token-hash.ts";

/** A session that holds, and whose it is. */
export type OpenSession = {
  accountId: number;
  publicAccountId: string;
  sessionId: string;
  name: string;
  quality: string;
  email: string;
  openedAt: Date;
  seenAt: Date;
  secondFactorAt: Date | null;
  /** The account has an authenticator that was confirmed once. */
  hasAuthenticator: boolean;
};

/** Read at each request: closing a session or an account takes effect at once. */
export async function findSession(
  sql: ReadSql,
  token: string,
  now: Date,
): Promise<OpenSession | undefined> {
  const idleSince = new Date(now.getTime() - sessionIdles);
  const [row] = await sql<OpenSession[]>`
    SELECT a.id AS "accountId", a.public_id AS "publicAccountId", s.public_id AS "sessionId", a.name, a.quality,
      k.email, s.opened_at AS "openedAt", s.seen_at AS "seenAt", s.second_factor_at AS "secondFactorAt",
      f.confirmed_at IS NOT NULL AS "hasAuthenticator"
    FROM session s
    JOIN account a ON a.id = s.account_id AND a.closed_at IS NULL
    JOIN account_contact k ON k.account_id = a.id
    LEFT JOIN second_factor f ON f.account_id = a.id
    WHERE s.token_hash = ${hashToken(token)} AND s.expires_at > ${now} AND s.seen_at > ${idleSince}`;
  return row;
}

export async function markSeen(sql: WriteSql, token: string, now: Date): Promise<void> {
  await sql`UPDATE session SET seen_at = ${now} WHERE token_hash = ${hashToken(token)} AND seen_at < ${now}`;
}

export async function writeSession(
  sql: WriteSql,
  session: {
    accountId: number;
    token: string;
    device: string;
    now: Date;
  },
): Promise<Date> {
  const { accountId, token, device, now } = session;
  const ends = new Date(now.getTime() + sessionLasts);
  await sql`DELETE FROM session WHERE account_id = ${accountId} AND expires_at <= ${now}`;
  await sql`INSERT INTO session (account_id, token_hash, device, opened_at, seen_at, expires_at)
    VALUES (${accountId}, ${hashToken(token)}, ${device}, ${now}, ${now}, ${ends})`;
  return ends;
}

/** The same session under a new token, from here on with the second factor given: the old token opens nothing. */
export async function rotateSession(
  sql: WriteSql,
  change: { token: string; newToken: string; now: Date },
): Promise<boolean> {
  const { token, newToken, now } = change;
  const rows =
    await sql`UPDATE session SET token_hash = ${hashToken(newToken)}, second_factor_at = ${now}, seen_at = ${now}
    WHERE token_hash = ${hashToken(token)} AND expires_at > ${now} RETURNING id`;
  return rows.length === 1;
}

export async function deleteSession(sql: WriteSql, token: string): Promise<void> {
  await sql`DELETE FROM session WHERE token_hash = ${hashToken(token)}`;
}

/** Closes one session of an account, or all but the one at hand. Another account's is not found. */
export async function deleteSessionsOf(
  sql: WriteSql,
  accountId: number,
  which: { sessionId: string } | { allBut: string } | "all",
): Promise<number> {
  const chosen =
    which === "all"
      ? sql``
      : "sessionId" in which
        ? sql`AND public_id = ${which.sessionId}`
        : sql`AND public_id <> ${which.allBut}`;
  const rows =
    await sql`DELETE FROM session WHERE account_id = ${accountId} ${chosen} RETURNING id`;
  return rows.length;
}

export type ListedSession = {
  sessionId: string;
  device: string;
  openedAt: Date;
  seenAt: Date;
  hasSecondFactor: boolean;
};

export function listSessions(sql: ReadSql, accountId: number, now: Date): Promise<ListedSession[]> {
  const idleSince = new Date(now.getTime() - sessionIdles);
  return sql<ListedSession[]>`
    SELECT public_id AS "sessionId", device, opened_at AS "openedAt", seen_at AS "seenAt",
      second_factor_at IS NOT NULL AS "hasSecondFactor"
    FROM session WHERE account_id = ${accountId} AND expires_at > ${now} AND seen_at > ${idleSince}
    ORDER BY seen_at DESC, id DESC`;
}
