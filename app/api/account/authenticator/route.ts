import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { secrets } from "#app/_session/setting.ts";
import { replaceAuthenticator } from "#use-cases/account/replace-authenticator.ts";

/** Starts over with a new authenticator. */
export const POST = formDoor(z.object({}), async (_fields, { token, now }) => {
  if (!token) return { to: "/account/sign-in", query: { problem: "expired" } };
  await replaceAuthenticator(token, (await secrets()).key, now);
  return { to: "/account/second-factor" };
});
