import { authenticatorAddress } from "#formats/one-time-code/one-time-code.ts";
import { qrPath } from "#formats/one-time-code/qr-path.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { unseal } from "#persistence/account/sealed-text.ts";
import {
  countRecoveryCodes,
  findFactor,
  type StoredFactor,
} from "#persistence/account/second-factors.ts";
import { findSession, type OpenSession } from "#persistence/account/session-store.ts";
import { readSql } from "#persistence/database.ts";

export type SecondFactorPage =
  /** To set up: the secret to scan or to copy. */
  | { kind: "set-up"; secret: string; picture: { path: string; size: number } }
  | { kind: "ask"; codesLeft: number }
  /** Given; the codes are there until their owner has said that they are noted. */
  | { kind: "given"; codesLeft: number; codes: string[] }
  /** The key that the secret was sealed with is not the one in use. */
  | { kind: "unreadable" };

/** What the second factor of a session waits for. The secret is shown only until its first code. */
export function getSecondFactorPage(
  token: string,
  key: AccountKey,
  now: Date,
): Promise<SecondFactorPage | undefined> {
  return readSql(async (sql) => {
    const session = await findSession(sql, token, now);
    const factor = session && (await findFactor(sql, session.accountId));
    if (!session || !factor) return undefined;
    if (factor.confirmedAt === null) return toSetUp(session, factor, key);
    const codesLeft = await countRecoveryCodes(sql, session.accountId);
    if (session.secondFactorAt === null) return { kind: "ask", codesLeft };
    return { kind: "given", codesLeft, codes: readableCodes(session, factor, key) };
  });
}

function toSetUp(session: OpenSession, factor: StoredFactor, key: AccountKey): SecondFactorPage {
  const secret = unseal(key, session.publicAccountId, factor.sealedSecret);
  if (secret === undefined) return { kind: "unreadable" };
  const address = authenticatorAddress(secret, "Contrechamp", session.email);
  return { kind: "set-up", secret, picture: qrPath(address) };
}

function readableCodes(session: OpenSession, factor: StoredFactor, key: AccountKey): string[] {
  const sealed = factor.sealedCodes;
  const codes = sealed ? unseal(key, session.publicAccountId, sealed) : undefined;
  return codes === undefined ? [] : codes.split("\n");
}
