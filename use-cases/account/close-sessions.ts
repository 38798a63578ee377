import { freshProofLasts } from "#domain/actor/account-limits.ts";
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
} from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

/**
 * Closes the session at hand, one of the owner's other sessions, or all of those: how many there were. Another person's
 * are not found. Others are closed within ten minutes of a code alone: whoever finds a session open does not shut its
 * owner out.
 */
export function closeSessions(
  token: string,
  which: "this" | "others" | { sessionId: string },
  now: Date,
): Promise<number | "code-needed"> {
  return writeSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (which === "this") {
      await deleteSession(sql, token);
      return session ? 1 : 0;
    }
    if (!session) return 0;
    const codeAt = session.secondFactorAt?.getTime() ?? 0;
    if (now.getTime() - codeAt > freshProofLasts) return "code-needed";
    const chosen = which === "others" ? { allBut: session.sessionId } : which;
    return deleteSessionsOf(sql, session.accountId, chosen);
  });
}
