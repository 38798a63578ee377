import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { doerOf } from "#domain/permission/doer.ts";
import { findAnyAccountByEmail } from "#persistence/account/account-queries.ts";
import { closeAccount as close } from "#persistence/account/account-writes.ts";
import { listCurrentGrantsOf, revokeGrant } from "#persistence/account/role-grants.ts";
import { writeSql } from "#persistence/database.ts";

/** Revokes every role of an account, closes it and erases what reaches the person. False when no account has the address. */
export function closeAccount(actor: Actor, email: string, now: Date): Promise<boolean> {
  return writeSql(async (sql) => {
    authorise(actor, "account.close", { cityId: 0 });
    const account = await findAnyAccountByEmail(sql, email);
    if (!account) return false;
    const doer = doerOf(actor, "administrator");
    for (const grant of await listCurrentGrantsOf(sql, account.id)) {
      await revokeGrant(sql, grant, doer, now);
    }
    await close(sql, account, doer, now);
    return true;
  });
}
