import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { findAnyAccountByEmail } from "#persistence/account/account-queries.ts";
import { readSql } from "#persistence/database.ts";

/** The permanent identifier of whoever has an address, for whoever may close the account; undefined when nobody has it. */
export function identifyAccount(actor: Actor, email: string): Promise<string | undefined> {
  return readSql(async (sql) => {
    authorise(actor, "account.close", { cityId: 0 });
    return (await findAnyAccountByEmail(sql, email))?.publicId;
  });
}
