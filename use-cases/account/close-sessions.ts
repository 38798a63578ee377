import {
  deleteSession,
  deleteSessionsOf,
  findSession,
} from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

/** Closes the session at hand, one of the owner's other sessions, or all of those. Another person's are not found. */
export function closeSessions(
  token: string,
  which: "this" | "others" | { sessionId: string },
  now: Date,
): Promise<number> {
  return writeSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (which === "this") {
      await deleteSession(sql, token);
      return session ? 1 : 0;
    }
    if (!session) return 0;
    const chosen = which === "others" ? { allBut: session.sessionId } : which;
    return deleteSessionsOf(sql, session.accountId, chosen);
  });
}
