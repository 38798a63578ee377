import type { ReadSql, WriteSql } from "../database.ts";
import { hashToken } from "./token-hash.ts";

export type StoredFactor = {
  sealedSecret: Uint8Array;
  sealedCodes: Uint8Array | null;
  confirmedAt: Date | null;
  lastStep: number;
};

/** Locked when it is about to be judged: two uses of one code at once are one use. */
export async function findFactor(
  sql: ReadSql,
  accountId: number,
  options: { lock?: boolean } = {},
): Promise<StoredFactor | undefined> {
  const [row] = await sql<StoredFactor[]>`
    SELECT sealed_secret AS "sealedSecret", sealed_codes AS "sealedCodes", confirmed_at AS "confirmedAt",
      last_step::float8 AS "lastStep"
    FROM second_factor WHERE account_id = ${accountId} ${options.lock ? sql`FOR UPDATE` : sql``}`;
  return row;
}

/** A secret waiting for its first code. One that was confirmed is not replaced here. */
export async function writeUnconfirmedFactor(
  sql: WriteSql,
  accountId: number,
  sealedSecret: Uint8Array,
): Promise<void> {
  await sql`INSERT INTO second_factor (account_id, sealed_secret) VALUES (${accountId}, ${sealedSecret})
    ON CONFLICT (account_id) DO NOTHING`;
}

export async function confirmFactor(
  sql: WriteSql,
  accountId: number,
  step: number,
  now: Date,
): Promise<void> {
  await sql`UPDATE second_factor SET confirmed_at = coalesce(confirmed_at, ${now}), last_step = ${step}
    WHERE account_id = ${accountId}`;
}

/** New recovery codes replace the old ones; the readable ones are kept sealed until the owner has noted them. */
export async function writeRecoveryCodes(
  sql: WriteSql,
  accountId: number,
  codes: readonly string[],
  sealedCodes: Uint8Array,
): Promise<void> {
  await sql`DELETE FROM recovery_code WHERE account_id = ${accountId}`;
  for (const code of codes) {
    await sql`INSERT INTO recovery_code (account_id, code_hash) VALUES (${accountId}, ${hashToken(code)})`;
  }
  await sql`UPDATE second_factor SET sealed_codes = ${sealedCodes} WHERE account_id = ${accountId}`;
}

export async function forgetReadableCodes(sql: WriteSql, accountId: number): Promise<void> {
  await sql`UPDATE second_factor SET sealed_codes = NULL WHERE account_id = ${accountId}`;
}

/** True when the code was one of theirs; it is then spent. */
export async function spendRecoveryCode(
  sql: WriteSql,
  accountId: number,
  code: string,
): Promise<boolean> {
  const rows = await sql`DELETE FROM recovery_code
    WHERE account_id = ${accountId} AND code_hash = ${hashToken(code)} RETURNING account_id`;
  return rows.length === 1;
}

export async function countRecoveryCodes(sql: ReadSql, accountId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM recovery_code WHERE account_id = ${accountId}`;
  return row?.count ?? 0;
}

/** After a loss: the next sign-in sets up a new authenticator. */
export async function deleteFactor(sql: WriteSql, accountId: number): Promise<void> {
  await sql`DELETE FROM recovery_code WHERE account_id = ${accountId}`;
  await sql`DELETE FROM second_factor WHERE account_id = ${accountId}`;
}

export type SealedFactor = Pick<StoredFactor, "sealedSecret" | "sealedCodes"> & {
  accountId: number;
  publicAccountId: string;
};

/** Everything that is sealed with the account key, held until the transaction ends. */
export function listSealedFactors(sql: WriteSql): Promise<SealedFactor[]> {
  return sql<SealedFactor[]>`
    SELECT f.account_id AS "accountId", a.public_id AS "publicAccountId", f.sealed_secret AS "sealedSecret",
      f.sealed_codes AS "sealedCodes"
    FROM second_factor f JOIN account a ON a.id = f.account_id ORDER BY f.account_id FOR UPDATE OF f`;
}

export async function replaceSealed(
  sql: WriteSql,
  factor: Pick<SealedFactor, "accountId" | "sealedSecret" | "sealedCodes">,
): Promise<void> {
  const { accountId, sealedSecret, sealedCodes } = factor;
  await sql`UPDATE second_factor SET sealed_secret = ${sealedSecret}, sealed_codes = ${sealedCodes}
    WHERE account_id = ${accountId}`;
}
