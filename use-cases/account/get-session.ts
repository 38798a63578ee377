import type { Member } from "#domain/actor/actor.ts";
import { findHeldRoles, type HeldRole } from "#persistence/account/account-queries.ts";
import { findSession, markSeen, type OpenSession } from "#persistence/account/session-store.ts";
import { readSql, writeSql } from "#persistence/database.ts";

export type CurrentSession = { actor: Member; session: OpenSession; roles: HeldRole[] };

const SEEN_AGAIN_MS = 60_000;

/**
 * Who is asking, from the token of the cookie: read from the database at each request, so that a role or an account
 * withdrawn is refused at once. Without a role that holds anywhere there is no session either.
 */
export async function getSession(token: string, now: Date): Promise<CurrentSession | undefined> {
  const found = await readSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (!session) return undefined;
    const roles = await findHeldRoles(sql, session.accountId, now);
    return roles.length === 0 ? undefined : { session, roles };
  });
  if (!found) return undefined;
  const { session, roles } = found;
  if (now.getTime() - session.seenAt.getTime() > SEEN_AGAIN_MS) {
    await writeSql((sql) => markSeen(sql, token, now));
  }
  const actor: Member = {
    kind: "member",
    accountId: session.publicAccountId,
    name: session.name,
    quality: session.quality,
    roles: roles.map(({ cityId, role }) => ({ cityId, role })),
    hasSecondFactor: session.secondFactorAt !== null && session.hasAuthenticator,
  };
  return { actor, session, roles };
}
