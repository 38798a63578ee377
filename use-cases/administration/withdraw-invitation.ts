import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { doerOf } from "#domain/permission/doer.ts";
import { withdrawInvitation as withdraw } from "#persistence/account/invitations.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";

/** Its link opens nothing any more. An invitation of another city is not found. */
export function withdrawInvitation(
  actor: Actor,
  citySlug: string,
  id: number,
  now: Date,
): Promise<boolean> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return false;
    authorise(actor, "invitation.withdraw", { cityId: city.id });
    return withdraw(sql, id, city.id, doerOf(actor, "administrator"), now);
  });
}
