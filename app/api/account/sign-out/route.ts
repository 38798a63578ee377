import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { endedCookie, SESSION } from "#app/_session/session-cookie.ts";
import { closeSessions } from "#use-cases/account/close-sessions.ts";

export const POST = formDoor(z.object({}), async (_fields, { token, now, note }) => {
  if (token) {
    await closeSessions(token, "this", now);
    await note({ event: "sign-out", outcome: "done" });
  }
  return {
    to: "/account/sign-in",
    query: { notice: "signed-out" },
    cookies: [endedCookie(SESSION)],
  };
});
