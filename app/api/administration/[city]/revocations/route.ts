import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { revokeRole } from "#use-cases/administration/revoke-role.ts";

/** Takes a role away. */
export const POST = formDoor(
  z.object({ grant: z.coerce.number().int().positive().max(2_147_483_647) }),
  async ({ grant }, { actor, now }, { city }: { city: string }) => {
    const outcome = await revokeRole(actor, grant, now);
    return {
      to: `/${encodeURIComponent(city)}/administration`,
      query: outcome === "revoked" ? { notice: "revoked" } : { problem: outcome },
    };
  },
);
