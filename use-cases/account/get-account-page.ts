import { findHeldRoles, type HeldRole } from "#persistence/account/account-queries.ts";
import { countRecoveryCodes } from "#persistence/account/second-factors.ts";
import {
  findSession,
  type ListedSession,
  listSessions,
  type OpenSession,
} from "#persistence/account/session-store.ts";
import { type HiddenOfAuthor, listHiddenOf } from "#persistence/annotation/moderation-queries.ts";
import { readSql } from "#persistence/database.ts";

export type AccountPage = {
  session: OpenSession;
  roles: HeldRole[];
  sessions: ListedSession[];
  codesLeft: number;
  /** What the owner wrote and moderation hides. */
  hidden: HiddenOfAuthor[];
};

/** What an account's owner sees of it; nobody else sees it. */
export function getAccountPage(token: string, now: Date): Promise<AccountPage | undefined> {
  return readSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (!session) return undefined;
    return {
      session,
      roles: await findHeldRoles(sql, session.accountId, now),
      sessions: await listSessions(sql, session.accountId, now),
      codesLeft: await countRecoveryCodes(sql, session.accountId),
      hidden: await listHiddenOf(sql, session.accountId),
    };
  });
}
