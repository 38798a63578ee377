import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { allowAttempt } from "#use-cases/account/allow-attempt.ts";
import { acceptInvitation } from "#use-cases/administration/accept-invitation.ts";

/** Accepts an invitation. Of the form only name and quality count; the rest is the invitation's. */
export const POST = formDoor(
  z.object({
    token: z.string().max(200),
    name: z.string().optional(),
    quality: z.string().optional(),
  }),
  async ({ token, ...details }, { client, now, note }) => {
    const here = "/account/invitation";
    if (!(await allowAttempt("link-by-client", client, now))) {
      await note({ event: "limit-reached", outcome: "refused", of: "link-by-client" });
      return { to: here, query: { token, problem: "too-many" } };
    }
    const accepted = await acceptInvitation(token, details, now);
    switch (accepted.kind) {
      case "accepted":
        await note({ event: "invitation", outcome: "accepted", accountId: accepted.accountId });
        return { to: "/account/sign-in", query: { notice: "accepted" } };
      case "refused":
        return { to: here, query: { token, problem: accepted.reason, field: accepted.field } };
      default:
        await note({ event: "invitation", outcome: "refused" });
        return { to: here, query: { token, problem: accepted.kind } };
    }
  },
);
