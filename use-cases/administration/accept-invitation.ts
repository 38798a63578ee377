import { z } from "zod";
import { operator } from "#domain/actor/actor.ts";
import { nameSchema, qualitySchema } from "#domain/actor/personal-details.ts";
import { incompatibleRoles } from "#domain/actor/role.ts";
import { type Doer, doerOf } from "#domain/permission/doer.ts";
import { writeAccount } from "#persistence/account/account-writes.ts";
import {
  closeInvitation,
  findInvitation,
  type OpenInvitation,
} from "#persistence/account/invitations.ts";
import { findRolesIn, writeGrant } from "#persistence/account/role-grants.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";

const detailsSchema = z.object({ name: nameSchema, quality: qualitySchema });

export type InvitationAccepted =
  | { kind: "accepted"; email: string; citySlug: string; accountId: string }
  | { kind: "refused"; field: "name" | "quality"; reason: string }
  | { kind: "gone" | "incompatible-role" };

/**
 * Accepts: opens the account (or finds the one that the address already has, whose name stays) and gives the role, with
 * its audit entry, in one transaction; a link serves once. Nothing of the form but name and quality is read: the role,
 * the city and the address are the invitation's.
 */
export function acceptInvitation(
  token: string,
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<InvitationAccepted> {
  return writeSql(async (sql) => {
    const invitation = await findInvitation(sql, token, now);
    if (!invitation) return { kind: "gone" };
    const details = detailsSchema.safeParse(given);
    if (!details.success && invitation.accountId === null) return malformed(details.error);
    if (!(await fits(sql, invitation, now))) return { kind: "incompatible-role" };
    if (!(await closeInvitation(sql, invitation.id, now))) return { kind: "gone" };
    const { email, cityId, citySlug, role, endsOn } = invitation;
    const account = await accountOf(sql, invitation, details.data, now);
    const grant = { accountId: account.id, publicId: account.publicId, cityId, role, endsOn };
    await writeGrant(sql, grant, inviterOf(invitation), now);
    return { kind: "accepted", email, citySlug, accountId: account.publicId };
  });
}

function malformed({ issues: [issue] }: z.ZodError): InvitationAccepted {
  const field = issue?.path[0] === "quality" ? "quality" : "name";
  return { kind: "refused", field, reason: issue?.message ?? "missing" };
}

/** Roles may have changed since the invitation was sent. */
async function fits(sql: WriteSql, invitation: OpenInvitation, now: Date): Promise<boolean> {
  const { accountId, cityId, role } = invitation;
  if (accountId === null) return true;
  const held = await findRolesIn(sql, accountId, cityId, now);
  return !held.includes(role) && !incompatibleRoles(role).some((other) => held.includes(other));
}

async function accountOf(
  sql: WriteSql,
  { accountId, publicId, email }: OpenInvitation,
  details: { name: string; quality: string } | undefined,
  now: Date,
): Promise<{ id: number; publicId: string }> {
  if (accountId !== null && publicId !== null) return { id: accountId, publicId };
  if (!details) throw new Error("An account needs a name and a quality.");
  return writeAccount(sql, { ...details, email }, now);
}

/** The role is given by whoever invited; the log says so. */
function inviterOf({ invitedBy }: OpenInvitation): Doer {
  if (invitedBy === null) return doerOf(operator, "administrator");
  return { accountId: invitedBy, as: `administrator:${invitedBy}` };
}
