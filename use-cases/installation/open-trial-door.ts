import { signInLinkLasts } from "#domain/actor/account-limits.ts";
import { codeAt, codeLasts } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { findAccountByEmail } from "#persistence/account/account-queries.ts";
import { unseal } from "#persistence/account/sealed-text.ts";
import { findFactor } from "#persistence/account/second-factors.ts";
import { writeSignInToken } from "#persistence/account/sign-in-tokens.ts";
import { hashSignInToken, newToken } from "#persistence/account/token-hash.ts";
import { writeSql } from "#persistence/database.ts";

/** Codes in the order in which they become right, each with the instant at which it no longer is. */
export type TrialDoor = { name: string; token: string; codes: { code: string; until: Date }[] };

const CODES = 6;

/**
 * A sign-in link and the codes of the next minutes for one of the fictional city's people, as its mailbox and telephone would
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
    return { name: account.name, token, codes: codesFrom(secret, now) };
  });
}

function codesFrom(secret: string, now: Date): TrialDoor["codes"] {
  let at = now;
  return Array.from({ length: CODES }, () => {
    const code = codeAt(secret, at);
    at = new Date(at.getTime() + codeLasts(at));
    return { code, until: at };
  });
}
