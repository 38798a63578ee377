import { findAccountByEmail } from "#persistence/account/account-queries.ts";
import { writeSignInToken } from "#persistence/account/sign-in-tokens.ts";
import { writeSql } from "#persistence/database.ts";

/** Keeps the hash of the token that was sent to an address, for as long as the link holds. */
export function keepSignInLink(
  link: { email: string; hash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  return writeSql(async (sql) => {
    const account = await findAccountByEmail(sql, link.email, now);
    if (!account) return;
    const { hash, expiresAt } = link;
    await writeSignInToken(sql, { accountId: account.id, hash, expiresAt, now });
  });
}
