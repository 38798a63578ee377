import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { sessionCookie } from "#app/_session/session-cookie.ts";
import { secrets } from "#app/_session/setting.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";
import { giveSecondFactor } from "#use-cases/account/give-second-factor.ts";

/** Judges a code; a right one continues the session under a new token. */
export const POST = formDoor(
  z.object({
    code: z.string().max(200),
    next: z.string().optional(),
    again: z.literal("yes").optional().catch(undefined),
  }),
  async ({ code, next, again }, { token, now, note }) => {
    const path = innerPath(next) ?? "";
    const here = "/account/second-factor";
    if (!token) return { to: "/account/sign-in", query: { problem: "expired", next: path } };
    const given = await giveSecondFactor({ token, code }, (await secrets()).key, now);
    switch (given.kind) {
      case "given": {
        await note(
          given.byRecoveryCode
            ? { event: "recovery-code", outcome: "used" }
            : { event: "second-factor", outcome: given.isFirst ? "set-up" : "succeeded" },
        );
        const cookies = [sessionCookie(given.token)];
        if (given.isFirst) return { to: here, query: { next: path }, cookies };
        return { to: path || "/account", cookies };
      }
      case "signed-out":
        return { to: "/account/sign-in", query: { problem: "expired", next: path } };
      case "wrong":
        await note({ event: "second-factor", outcome: "wrong" });
        return { to: here, query: { problem: "wrong-code", next: path, again } };
      case "late":
        await note({ event: "second-factor", outcome: "late" });
        return { to: here, query: { problem: "late-code", next: path, again } };
      case "too-many":
        await note({ event: "limit-reached", outcome: "refused", of: "second-factor-by-account" });
        return { to: here, query: { problem: "too-many", next: path, again } };
    }
  },
);
