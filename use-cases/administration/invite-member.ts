import { z } from "zod";
import { invitationLasts } from "#domain/actor/account-limits.ts";
import type { Actor } from "#domain/actor/actor.ts";
import { emailSchema } from "#domain/actor/personal-details.ts";
import { incompatibleRoles, type Role, roles } from "#domain/actor/role.ts";
import { authorise } from "#domain/permission/can.ts";
import { doerOf } from "#domain/permission/doer.ts";
import { findAccountByEmail } from "#persistence/account/account-queries.ts";
import { countAttempt } from "#persistence/account/attempt-counts.ts";
import { writeInvitation } from "#persistence/account/invitations.ts";
import { findRolesIn } from "#persistence/account/role-grants.ts";
import { newToken } from "#persistence/account/token-hash.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";

export const invitationSchema = z.object({
  email: emailSchema,
  role: z.enum(roles, "unknown-role"),
  endsOn: z.union([z.literal("").transform(() => null), z.iso.date("malformed-date")]).nullish(),
});

export type Invited =
  | {
      kind: "invited";
      /** For the message alone: the database keeps its hash. */
      token: string;
      email: string;
      role: Role;
      city: { slug: string; name: string; timezone: string };
      expiresAt: Date;
    }
  | { kind: "refused"; field: "email" | "role" | "endsOn"; reason: InvitationRefusal }
  | { kind: "no-such-city" };

export type InvitationRefusal =
  | "malformed-email"
  | "unknown-role"
  | "malformed-date"
  | "past-date"
  | "already-held"
  | "incompatible-role"
  | "own-role"
  | "too-many";

/** Offers a role to an address. Nothing is given until whoever reads that mailbox accepts. */
export function inviteMember(
  actor: Actor,
  citySlug: string,
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<Invited> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    authorise(actor, "member.invite", { cityId: city.id });
    authorise(actor, "role.give", { cityId: city.id });
    const parsed = invitationSchema.safeParse(given);
    if (!parsed.success) return malformed(parsed.error);
    const invitation = { ...parsed.data, endsOn: parsed.data.endsOn ?? null };
    const refusal = await refusalOf(sql, actor, city, invitation, now);
    if (refusal) return refusal;
    const token = newToken();
    const expiresAt = new Date(now.getTime() + invitationLasts);
    await writeInvitation(
      sql,
      { ...invitation, token, cityId: city.id, expiresAt },
      doerOf(actor, "administrator"),
      now,
    );
    const { email, role } = invitation;
    const { slug, name, timezone } = city;
    return { kind: "invited", token, email, role, city: { slug, name, timezone }, expiresAt };
  });
}

function malformed(error: z.ZodError): Invited {
  const field = error.issues[0]?.path[0];
  if (field === "role") return { kind: "refused", field, reason: "unknown-role" };
  if (field === "endsOn") return { kind: "refused", field, reason: "malformed-date" };
  return { kind: "refused", field: "email", reason: "malformed-email" };
}

type Wanted = { email: string; role: Role; endsOn: string | null };

async function refusalOf(
  sql: WriteSql,
  actor: Actor,
  city: City,
  { email, role, endsOn }: Wanted,
  now: Date,
): Promise<Invited | undefined> {
  if (endsOn !== null && endsOn < dayIn(city.timezone, now)) {
    return { kind: "refused", field: "endsOn", reason: "past-date" };
  }
  const account = await findAccountByEmail(sql, email, now);
  if (account && actor.kind === "member" && account.publicId === actor.accountId) {
    return { kind: "refused", field: "email", reason: "own-role" };
  }
  const held = account ? await findRolesIn(sql, account.id, city.id, now) : [];
  if (held.includes(role)) return { kind: "refused", field: "role", reason: "already-held" };
  if (incompatibleRoles(role).some((other) => held.includes(other))) {
    return { kind: "refused", field: "role", reason: "incompatible-role" };
  }
  if (actor.kind !== "member") return undefined;
  const counted = await countAttempt(sql, "invitations-by-account", actor.accountId, now);
  return counted.isAllowed ? undefined : { kind: "refused", field: "email", reason: "too-many" };
}

function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
}
