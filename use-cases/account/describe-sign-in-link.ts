import { findSignInToken } from "#persistence/account/sign-in-tokens.ts";
import { hashSignInToken } from "#persistence/account/token-hash.ts";
import { readSql } from "#persistence/database.ts";

/** Whose link it is, so that nobody signs in as somebody else without seeing it. Looking does not use it up. */
export function describeSignInLink(
  token: string,
  signInSecret: string,
  now: Date,
): Promise<{ name: string } | undefined> {
  return readSql((sql) => findSignInToken(sql, hashSignInToken(token, signInSecret), now));
}
