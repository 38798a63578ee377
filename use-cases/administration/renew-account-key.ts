import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import {
  type AccountKey,
  openAccountKey,
  openNextKey,
  takeNextKey,
} from "#persistence/account/account-key.ts";
import { seal, unseal } from "#persistence/account/sealed-text.ts";
import {
  listSealedFactors,
  replaceSealed,
  type SealedFactor,
} from "#persistence/account/second-factors.ts";
import { writeSql } from "#persistence/database.ts";

/** How many second factors are sealed with the new key, and how many neither key opens. */
export type RenewedKey = { sealed: number; unreadable: number };

/**
 * Seals everything anew under a new account key, in one transaction, and puts the new key in the place of the old one. The
 * new key is on the disk before anything is sealed with it: broken off at any moment, it is run again and goes on. With a
 * key of the environment the new one stays beside, for the operator to put in its place. Nothing else may be running.
 */
export async function renewAccountKey(
  actor: Actor,
  setting: { dataFolder: string; accountKey: string | undefined },
): Promise<RenewedKey> {
  authorise(actor, "second-factor.reset", { cityId: 0 });
  const { dataFolder, accountKey } = setting;
  const old = await openAccountKey(dataFolder, accountKey);
  const next = await openNextKey(dataFolder);
  const renewed = await writeSql(async (sql) => {
    const factors = await listSealedFactors(sql);
    let sealed = 0;
    for (const factor of factors) {
      const again = sealedAnew(factor, old, next);
      if (!again) continue;
      await replaceSealed(sql, again);
      sealed += 1;
    }
    return { sealed, unreadable: factors.length - sealed };
  });
  if (accountKey === undefined) await takeNextKey(dataFolder);
  return renewed;
}

/** What an attempt before this one has sealed already is opened with the new key. */
function sealedAnew(
  factor: SealedFactor,
  old: AccountKey,
  next: AccountKey,
): Pick<SealedFactor, "accountId" | "sealedSecret" | "sealedCodes"> | undefined {
  const { accountId, publicAccountId: owner, sealedSecret, sealedCodes } = factor;
  const open = (bytes: Uint8Array) => unseal(old, owner, bytes) ?? unseal(next, owner, bytes);
  const secret = open(sealedSecret);
  if (secret === undefined) return undefined;
  const codes = sealedCodes === null ? undefined : open(sealedCodes);
  return {
    accountId,
    sealedSecret: seal(next, owner, secret),
    sealedCodes: codes === undefined ? null : seal(next, owner, codes),
  };
}
