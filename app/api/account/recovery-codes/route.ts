import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";
import { keepRecoveryCodes } from "#use-cases/account/keep-recovery-codes.ts";

/** Their owner has noted the recovery codes. */
export const POST = formDoor(
  z.object({ next: z.string().optional() }),
  async ({ next }, { token, now, note }) => {
    if (!token) return { to: "/account/sign-in", query: { problem: "expired" } };
    await keepRecoveryCodes(token, now);
    await note({ event: "recovery-code", outcome: "noted" });
    const path = innerPath(next);
    return path ? { to: path } : { to: "/account", query: { notice: "codes-kept" } };
  },
);
