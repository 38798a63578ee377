import { z } from "zod";
import { sendNow } from "#app/_session/background-mail.ts";
import { formDoor } from "#app/_session/form-door.ts";
import { productAddress } from "#app/_session/setting.ts";
import { wordInvitation } from "#mail/word-mail.ts";
import { inviteMember } from "#use-cases/administration/invite-member.ts";

/** Invites somebody to a role in a city, and sends the message. */
export const POST = formDoor(
  z.object({ email: z.string(), role: z.string().optional(), endsOn: z.string().optional() }),
  async (given, { actor, locale, now, note }, { city }: { city: string }) => {
    const to = `/${encodeURIComponent(city)}/administration`;
    const invited = await inviteMember(actor, city, given, now);
    if (invited.kind === "no-such-city") return { to };
    if (invited.kind === "refused") {
      if (invited.reason === "too-many") {
        await note({ event: "limit-reached", outcome: "refused", of: "invitations-by-account" });
      }
      return { to, query: { problem: invited.reason, field: invited.field } };
    }
    const address = productAddress().origin;
    const message = wordInvitation(locale, { ...invited, to: invited.email, address });
    const isSent = await sendNow(message).then(
      () => true,
      () => false,
    );
    return { to, query: isSent ? { notice: "invited" } : { problem: "mail", field: "email" } };
  },
);
