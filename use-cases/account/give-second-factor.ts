import { randomInt } from "node:crypto";
import { type JudgedCode, judgeCode } from "#formats/one-time-code/one-time-code.ts";
import { newRecoveryCode, readRecoveryCode } from "#formats/one-time-code/recovery-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { countAttempt, forgetAttempts } from "#persistence/account/attempt-counts.ts";
import { seal, unseal } from "#persistence/account/sealed-text.ts";
import {
  confirmFactor,
  findFactor,
  type StoredFactor,
  spendRecoveryCode,
  writeRecoveryCodes,
} from "#persistence/account/second-factors.ts";
import {
  findSession,
  type OpenSession,
  rotateSession,
} from "#persistence/account/session-store.ts";
import { newToken } from "#persistence/account/token-hash.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";

export type SecondFactorGiven =
  /** The session goes on under this token; the old one opens nothing. */
  | { kind: "given"; token: string; isFirst: boolean; byRecoveryCode: boolean }
  | { kind: "wrong" | "late" | "signed-out" }
  | { kind: "too-many"; openAgainAt: Date };

const RECOVERY_CODES = 10;

/**
 * Judges a code: of the authenticator, or, once that was confirmed, a recovery code. Wrong ones are counted per account,
 * in whatever browser, and the count is written whatever the outcome.
 */
export function giveSecondFactor(
  given: { token: string; code: string },
  key: AccountKey,
  now: Date,
): Promise<SecondFactorGiven> {
  return writeSql(async (sql) => {
    const session = await findSession(sql, given.token, now);
    if (!session) return { kind: "signed-out" };
    const account = session.publicAccountId;
    const counted = await countAttempt(sql, "second-factor-by-account", account, now);
    if (!counted.isAllowed) return { kind: "too-many", openAgainAt: counted.openAgainAt };
    const factor = await findFactor(sql, session.accountId, { lock: true });
    if (!factor) return { kind: "wrong" };
    const judged = await judge(sql, session, factor, given.code, key, now);
    if (judged === "wrong" || judged === "late") return { kind: judged };
    await forgetAttempts(sql, "second-factor-by-account", account);
    const isFirst = factor.confirmedAt === null;
    if (isFirst) await makeRecoveryCodes(sql, session, key);
    const token = newToken();
    await rotateSession(sql, { token: given.token, newToken: token, now });
    return { kind: "given", token, isFirst, byRecoveryCode: judged === "recovery-code" };
  });
}

async function judge(
  sql: WriteSql,
  session: OpenSession,
  factor: StoredFactor,
  code: string,
  key: AccountKey,
  now: Date,
): Promise<JudgedCode["kind"] | "recovery-code"> {
  const recovery = factor.confirmedAt === null ? undefined : readRecoveryCode(code);
  if (recovery !== undefined) {
    return (await spendRecoveryCode(sql, session.accountId, recovery)) ? "recovery-code" : "wrong";
  }
  const secret = unseal(key, session.publicAccountId, factor.sealedSecret);
  const judged: JudgedCode = secret
    ? judgeCode(secret, code, factor.lastStep, now)
    : { kind: "wrong" };
  if (judged.kind === "right") await confirmFactor(sql, session.accountId, judged.step, now);
  return judged.kind;
}

async function makeRecoveryCodes(
  sql: WriteSql,
  session: OpenSession,
  key: AccountKey,
): Promise<void> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode((n) => randomInt(n)));
  const sealed = seal(key, session.publicAccountId, codes.join("\n"));
  await writeRecoveryCodes(sql, session.accountId, codes, sealed);
}
