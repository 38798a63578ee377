import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { type ListedInvitation, listInvitations } from "#persistence/account/invitations.ts";
import { type ListedGrant, listGrants } from "#persistence/account/role-grants.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export type AdministrationPage = {
  city: City;
  grants: ListedGrant[];
  invitations: ListedInvitation[];
};

/** Who holds or held which role in a city, and who is invited. Throws `NotAllowed`; undefined when there is no such city. */
export function getAdministrationPage(
  actor: Actor,
  citySlug: string,
  now: Date,
): Promise<AdministrationPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "member.list", { cityId: city.id });
    return {
      city,
      grants: await listGrants(sql, city.id, now),
      invitations: await listInvitations(sql, city.id, now),
    };
  });
}
