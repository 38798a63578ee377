import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { closeSessions } from "#use-cases/account/close-sessions.ts";

/** Closes one of the owner's sessions, or all but the one at hand; asks for a code first when the last was a while ago. */
export const POST = formDoor(
  z.object({ close: z.union([z.literal("others"), z.uuid()]) }),
  async ({ close }, { token, locale, now, note }) => {
    if (!token) return { to: "/account/sign-in", query: { problem: "expired" } };
    const which = close === "others" ? close : { sessionId: close };
    const count = await closeSessions(token, which, now);
    if (count === "code-needed") {
      await note({ event: "sessions-closed", outcome: "code-needed" });
      const next = `${addressOf(locale, "/account")}?notice=confirmed`;
      return { to: "/account/second-factor", query: { again: "yes", next } };
    }
    await note({ event: "sessions-closed", outcome: "done", count });
    return {
      to: "/account",
      query: { notice: close === "others" ? "closed-others" : "closed" },
    };
  },
);
