import { findAccountById, type SignInAccount } from "#persistence/account/account-queries.ts";
import { markEmailVerified } from "#persistence/account/account-writes.ts";
import { useSignInToken } from "#persistence/account/sign-in-tokens.ts";
import { writeSql } from "#persistence/database.ts";

/** Uses a link up and says whose it is; once, and only while that account may sign in. */
export function consumeSignInLink(
  hash: string,
  now: Date,
): Promise<{ account: SignInAccount; expiresAt: Date } | undefined> {
  return writeSql(async (sql) => {
    const used = await useSignInToken(sql, hash, now);
    const account = used && (await findAccountById(sql, used.publicId, now));
    if (!used || !account) return undefined;
    await markEmailVerified(sql, used.publicId, now);
    return { account, expiresAt: used.expiresAt };
  });
}
