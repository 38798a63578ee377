import { randomBytes } from "node:crypto";
import type { Actor, Member } from "#domain/actor/actor.ts";
import { operator } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import { codeAt } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { findSignInAccount } from "#use-cases/account/find-sign-in-account.ts";
import { getSecondFactorPage } from "#use-cases/account/get-second-factor-page.ts";
import { getSession } from "#use-cases/account/get-session.ts";
import { giveSecondFactor } from "#use-cases/account/give-second-factor.ts";
import { openSession } from "#use-cases/account/open-session.ts";
import { acceptInvitation } from "#use-cases/administration/accept-invitation.ts";
import { inviteMember } from "#use-cases/administration/invite-member.ts";
import { addCity } from "#use-cases/city/add-city.ts";

export const key = Buffer.alloc(32, 7) as unknown as AccountKey;
export const now = new Date("2026-11-26T10:00:00Z");
export const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export async function addTestCity(slug: string): Promise<void> {
  const place = { country: "FR", timezone: "Europe/Paris", currency: "EUR" };
  await addCity({ slug, name: slug, ...place }, "command-line");
}

export async function invite(
  city: string,
  email: string,
  role: Role,
  more: { by?: Actor; endsOn?: string } = {},
): Promise<string> {
  const given = { email, role, ...(more.endsOn ? { endsOn: more.endsOn } : {}) };
  const invited = await inviteMember(more.by ?? operator, city, given, now);
  if (invited.kind !== "invited") throw new Error(JSON.stringify(invited));
  return invited.token;
}

/** A person with a role, invited and accepted. */
export async function join(city: string, email: string, role: Role, endsOn?: string) {
  const token = await invite(city, email, role, endsOn ? { endsOn } : {});
  const details = { name: `Name of ${role}`, quality: `Quality of ${role}` };
  const accepted = await acceptInvitation(token, details, now);
  if (accepted.kind !== "accepted") throw new Error(JSON.stringify(accepted));
  const account = await findSignInAccount({ email }, now);
  if (!account) throw new Error("The account is not there.");
  return account;
}

export async function signIn(publicId: string, at = now): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const opening = { publicId, token, previousToken: undefined, device: "Firefox, Linux" };
  const opened = await openSession(opening, key, at);
  if (!opened) throw new Error("The session was not opened.");
  return token;
}

/** The secret that the set-up page shows. */
export async function secretOf(token: string): Promise<string> {
  const page = await getSecondFactorPage(token, key, now);
  if (page?.kind !== "set-up") throw new Error(`Not to set up: ${page?.kind}`);
  return page.secret;
}

/** Signed in with the second factor given. */
export async function signInFully(publicId: string): Promise<{ token: string; actor: Member }> {
  const token = await signIn(publicId);
  const code = codeAt(await secretOf(token), now);
  const given = await giveSecondFactor({ token, code }, key, now);
  if (given.kind !== "given") throw new Error(given.kind);
  const session = await getSession(given.token, now);
  if (!session) throw new Error("No session.");
  return { token: given.token, actor: session.actor };
}
