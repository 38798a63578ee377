import type { Actor } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";

/** Whoever does something that is kept: the account, if it has one, and what the public log calls it. */
export type Doer = { readonly accountId: string | null; readonly as: AuditActor };

export const installation: Doer = { accountId: null, as: "installation" };

/** An actor, in the role that allows the deed. The log has the role and an opaque identifier, never a name. */
export function doerOf(actor: Actor, role: Role): Doer {
  switch (actor.kind) {
    case "visitor":
      return { accountId: null, as: "citizen" };
    case "operator":
      return { accountId: null, as: "command-line" };
    case "member":
      return { accountId: actor.accountId, as: `${role}:${actor.accountId}` };
  }
}
