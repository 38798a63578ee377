import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, visitor } from "#domain/actor/actor.ts";
import { NotAllowed } from "#domain/permission/can.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { type CurrentSession, getSession } from "#use-cases/account/get-session.ts";
import { doorOf, type SecurityNote, securityNotes } from "./security-notes.ts";
import { tokenIn } from "./session-cookie.ts";

/** Who asks for this page; read from the database once per request, never remembered. */
export const currentSession = cache(
  async (): Promise<(CurrentSession & { token: string }) | undefined> => {
    const token = tokenIn(await cookies());
    const session = token === undefined ? undefined : await getSession(token, new Date());
    return session && token ? { ...session, token } : undefined;
  },
);

export async function currentActor(): Promise<Actor> {
  return (await currentSession())?.actor ?? visitor;
}

/** Notes what happens at a door to whoever asks now. */
export async function currentNotes(door: string, city: string | undefined): Promise<SecurityNote> {
  const client = (await headers()).get("x-contrechamp-client") ?? "";
  return securityNotes({ door, client, city, session: await currentSession() });
}

/** A page for anyone signed in; others are led to the sign-in, and back. */
export async function requireSession(locale: string, path: string) {
  return (await currentSession()) ?? redirect(signInAddress(locale, path));
}

/**
 * Runs what a workspace shows as whoever asks: leads to the sign-in or to the second factor when the use-case says that
 * they are needed, and answers 403 when it is not theirs to see.
 */
export async function asCurrentActor<Result>(
  locale: string,
  path: string,
  work: (actor: Actor) => Promise<Result>,
): Promise<Result> {
  const actor = await currentActor();
  try {
    return await work(actor);
  } catch (failure) {
    if (!(failure instanceof NotAllowed)) throw failure;
    if (failure.reason === "sign-in-needed") redirect(signInAddress(locale, path));
    if (failure.reason === "second-factor-needed") redirect(secondFactorAddress(locale, path));
    const [city = "", ...rooms] = path.split("/").slice(1);
    const note = await currentNotes(
      doorOf(`/${["{city}", ...rooms.slice(0, 1)].join("/")}`, {}),
      city,
    );
    await note({ event: "action-refused", outcome: "forbidden", action: failure.action });
    forbidden();
  }
}

export function signInAddress(locale: string, path: string): string {
  return `${addressOf(locale, "/account/sign-in")}?${new URLSearchParams({ next: addressOf(locale, path) })}`;
}

export function secondFactorAddress(locale: string, path: string): string {
  return `${addressOf(locale, "/account/second-factor")}?${new URLSearchParams({ next: addressOf(locale, path) })}`;
}
