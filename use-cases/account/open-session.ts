import { newAuthenticatorSecret } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { findAccountById } from "#persistence/account/account-queries.ts";
import { seal } from "#persistence/account/sealed-text.ts";
import { writeUnconfirmedFactor } from "#persistence/account/second-factors.ts";
import { deleteSession, writeSession } from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

/**
 * Opens a session under a new token; whatever session the browser had before is closed, so that no token survives a
 * sign-in. An account without an authenticator is given the secret of one, which its first code will confirm.
 */
export function openSession(
  opened: { publicId: string; token: string; previousToken: string | undefined; device: string },
  key: AccountKey,
  now: Date,
): Promise<{ expiresAt: Date } | undefined> {
  return writeSql(async (sql) => {
    const account = await findAccountById(sql, opened.publicId, now);
    if (!account) return undefined;
    if (opened.previousToken !== undefined) await deleteSession(sql, opened.previousToken);
    const { token, device } = opened;
    const expiresAt = await writeSession(sql, { accountId: account.id, token, device, now });
    const secret = seal(key, account.publicId, newAuthenticatorSecret());
    await writeUnconfirmedFactor(sql, account.id, secret);
    return { expiresAt };
  });
}
