import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { withdrawInvitation } from "#use-cases/administration/withdraw-invitation.ts";

/** Takes an invitation back. */
export const POST = formDoor(
  z.object({ invitation: z.coerce.number().int().positive().max(2_147_483_647) }),
  async ({ invitation }, { actor, now }, { city }: { city: string }) => {
    const done = await withdrawInvitation(actor, city, invitation, now);
    return {
      to: `/${encodeURIComponent(city)}/administration`,
      query: done ? { notice: "withdrawn" } : { problem: "gone" },
    };
  },
);
