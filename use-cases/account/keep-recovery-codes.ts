import { forgetReadableCodes } from "#persistence/account/second-factors.ts";
import { findSession } from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

/** Their owner has noted the recovery codes: from here on only their hashes are kept. */
export function keepRecoveryCodes(token: string, now: Date): Promise<void> {
  return writeSql(async (sql) => {
    const session = await findSession(sql, token, now);
    if (session?.secondFactorAt) await forgetReadableCodes(sql, session.accountId);
  });
}
