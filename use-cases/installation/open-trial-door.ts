import { signInLinkLasts } from "#domain/actor/account-limits.ts";
import { codeAt } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { findAccountByEmail } from "#persistence/account/account-queries.ts";
import { unseal } from "#persistence/account/sealed-text.ts";
import { findFactor } from "#persistence/account/second-factors.ts";
import { writeSignInToken } from "#persistence/account/sign-in-tokens.ts";
import { hashSignInToken, newToken } from "#persistence/account/token-hash.ts";
import { writeSql } from "#persistence/database.ts";

export type TrialDoor = { name: string; token: string; code: string };

/**
 * A sign-in link and the code of the moment for one of the fictional city's people, as its mailbox and telephone would
 * have them. For whoever holds the machine, and for those addresses alone.
 */
export function openTrialDoor(
  email: string,
  secrets: { key: AccountKey; signInSecret: string },
  now: Date,
): Promise<TrialDoor | undefined> {
  return writeSql(async (sql) => {
    if (!email.endsWith("@ville-temoin.example")) return undefined;
    const account = await findAccountByEmail(sql, email, now);
    const factor = account && (await findFactor(sql, account.id));
    const secret = factor && unseal(secrets.key, account.publicId, factor.sealedSecret);
    if (!secret) return undefined;
    const token = newToken();
    const hash = hashSignInToken(token, secrets.signInSecret);
    const expiresAt = new Date(now.getTime() + signInLinkLasts);
    await writeSignInToken(sql, { accountId: account.id, hash, expiresAt, now });
    return { name: account.name, token, code: codeAt(secret, now) };
  });
}
