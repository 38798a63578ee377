import type { Actor } from "#domain/actor/actor.ts";
import { authorise } from "#domain/permission/can.ts";
import { doerOf } from "#domain/permission/doer.ts";
import { withdrawInvitationsOf } from "#persistence/account/invitations.ts";
import { countHolders, findCurrentGrant, revokeGrant } from "#persistence/account/role-grants.ts";
import { writeSql } from "#persistence/database.ts";

export type RoleRevoked = "revoked" | "gone" | "last-administrator";

/**
 * Takes a role away; the next request of its holder is refused. The right is asked for in the city of the grant, whatever
 * the address said. Invitations that a former administrator left open are withdrawn. The last administrator of a city
 * can only be removed from the command line, from where another can be invited.
 */
export function revokeRole(actor: Actor, grantId: number, now: Date): Promise<RoleRevoked> {
  return writeSql(async (sql) => {
    const grant = await findCurrentGrant(sql, grantId);
    // The same answer for what does not exist as for what is another city's is given by the caller.
    if (!grant) return "gone";
    authorise(actor, "role.revoke", { cityId: grant.cityId });
    if (grant.role === "administrator") {
      const holders = await countHolders(sql, grant.cityId, "administrator", now);
      if (actor.kind === "member" && holders <= 1) return "last-administrator";
      await withdrawInvitationsOf(sql, grant.accountId, grant.cityId, now);
    }
    await revokeGrant(sql, grant, doerOf(actor, "administrator"), now);
    return "revoked";
  });
}
