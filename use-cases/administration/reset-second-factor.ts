import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { findAnyAccountByEmail } from "#persistence/account/account-queries.ts";
import { deleteFactor } from "#persistence/account/second-factors.ts";
import { deleteSessionsOf } from "#persistence/account/session-store.ts";
import { writeSql } from "#persistence/database.ts";

/** For who has lost authenticator and recovery codes: the next sign-in sets up a new one. False when nobody has the address. */
export function resetSecondFactor(actor: Actor, email: string): Promise<boolean> {
  return writeSql(async (sql) => {
    authorise(actor, "second-factor.reset", { cityId: 0 });
    const account = await findAnyAccountByEmail(sql, email);
    if (!account) return false;
    await deleteFactor(sql, account.id);
    await deleteSessionsOf(sql, account.id, "all");
    return true;
  });
}
