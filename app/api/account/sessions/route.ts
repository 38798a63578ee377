import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { closeSessions } from "#use-cases/account/close-sessions.ts";

/** Closes one of the owner's sessions, or all but the one at hand. */
export const POST = formDoor(
  z.object({ close: z.union([z.literal("others"), z.uuid()]) }),
  async ({ close }, { token, now }) => {
    if (!token) return { to: "/account/sign-in", query: { problem: "expired" } };
    const which = close === "others" ? close : { sessionId: close };
    await closeSessions(token, which, now);
    return {
      to: "/account",
      query: { notice: close === "others" ? "closed-others" : "closed" },
    };
  },
);
