import { freshProofLasts } from "#domain/actor/account-limits.ts";
import { newAuthenticatorSecret } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { seal } from "#persistence/account/sealed-text.ts";
import { deleteFactor, writeUnconfirmedFactor } from "#persistence/account/second-factors.ts";
import { deleteSessionsOf, findSession } from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

export type AuthenticatorReplaced = "replaced" | "sign-in-again" | "signed-out";

/**
 * Starts over with a new authenticator, from a session that has just been opened with both factors: whoever finds an
 * older one open cannot make it his own. The old authenticator and its recovery codes end, and with them the other
 * sessions; this one must give the new code before it may do anything.
 */
export function replaceAuthenticator(
  token: string,
  key: AccountKey,
  now: Date,
): Promise<AuthenticatorReplaced> {
  return writeSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (!session?.secondFactorAt) return "signed-out";
    const { accountId, publicAccountId, sessionId, openedAt } = session;
    if (now.getTime() - openedAt.getTime() > freshProofLasts) return "sign-in-again";
    await deleteFactor(sql, accountId);
    await writeUnconfirmedFactor(
      sql,
      accountId,
      seal(key, publicAccountId, newAuthenticatorSecret()),
    );
    await deleteSessionsOf(sql, accountId, { allBut: sessionId });
    return "replaced";
  });
}
