import { z } from "zod";
import { type FormContext, formDoor, type Led } from "#app/_session/form-door.ts";
import { askLibrary } from "#app/_session/sign-in-library.ts";
import { emailSchema } from "#domain/actor/personal-details.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";
import { allowAttempt } from "#use-cases/account/allow-attempt.ts";
import { findSignInAccount } from "#use-cases/account/find-sign-in-account.ts";

/** How long the answer takes at least: longer than finding an account and keeping a link does. */
const SAME_FOR_ALL_MS = 250;

/** Sends a link to an address if it has an account; says the same, as fast, when it has none. */
export const POST = formDoor(
  z.object({ email: z.string(), next: z.string().optional() }),
  async ({ email: written, next }, context) => {
    const to = "/account/sign-in";
    const path = innerPath(next) ?? "";
    const email = emailSchema.safeParse(written);
    const { client, now, note } = context;
    if (!email.success) {
      await note({ event: "sign-in-link-asked", outcome: "malformed-address" });
      return { to, query: { problem: "malformed-email", next: path } };
    }
    const reached = !(await allowAttempt("sign-in-by-client", client, now))
      ? "sign-in-by-client"
      : !(await allowAttempt("sign-in-by-address", email.data, now))
        ? "sign-in-by-address"
        : undefined;
    if (reached) {
      await note({ event: "limit-reached", outcome: "refused", of: reached });
      return { to, query: { problem: "too-many", next: path } };
    }
    const [led] = await Promise.all([send(email.data, path, context), aWhile()]);
    return led;
  },
);

async function send(email: string, next: string, context: FormContext): Promise<Led> {
  const { device, locale, now, note } = context;
  const account = await findSignInAccount({ email }, now);
  const outcome = account ? "sent" : "no-account";
  await note({ event: "sign-in-link-asked", outcome, accountId: account?.publicId });
  if (account) {
    const opening = { device, locale, next, now, previousToken: undefined };
    await askLibrary({ action: "signin", provider: "email", body: { email } }, opening);
  }
  return { to: "/account/sign-in", query: { sent: "yes", next } };
}

function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SAME_FOR_ALL_MS));
}
