import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { secrets } from "#app/_session/setting.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { replaceAuthenticator } from "#use-cases/account/replace-authenticator.ts";

/** Starts over with a new authenticator, for whoever has just signed in; others sign in first. */
export const POST = formDoor(z.object({}), async (_fields, { token, locale, now, note }) => {
  if (!token) return { to: "/account/sign-in", query: { problem: "expired" } };
  const replaced = await replaceAuthenticator(token, (await secrets()).key, now);
  const isDone = replaced === "replaced";
  await note({ event: "authenticator", outcome: isDone ? "replaced" : "sign-in-needed" });
  if (isDone) return { to: "/account/second-factor" };
  const problem = replaced === "sign-in-again" ? replaced : "expired";
  return { to: "/account/sign-in", query: { problem, next: addressOf(locale, "/account") } };
});
