import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { cookieName, SESSION } from "#app/_session/session-cookie.ts";
import { askLibrary } from "#app/_session/sign-in-library.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";
import { allowAttempt } from "#use-cases/account/allow-attempt.ts";

/** Uses the link of a message up and opens a session. By POST: what opens links before people do signs nobody in. */
export const POST = formDoor(
  z.object({ token: z.string().max(200), next: z.string().optional() }),
  async ({ token, next }, context) => {
    const { client, device, locale, now, note } = context;
    const path = innerPath(next) ?? "";
    if (!(await allowAttempt("link-by-client", client, now))) {
      await note({ event: "limit-reached", outcome: "refused", of: "link-by-client" });
      return { to: "/account/sign-in", query: { problem: "too-many" } };
    }
    const noteOpened = (accountId: string) =>
      note({ event: "sign-in", outcome: "succeeded", method: "email", accountId });
    const opening = { device, locale, next: path, now, previousToken: context.token, noteOpened };
    const answer = await askLibrary(
      { action: "callback", provider: "email", query: { token } },
      opening,
    );
    const session = answer.cookies.find(({ name }) => name === cookieName(SESSION));
    if (!session) {
      await note({ event: "sign-in", outcome: "refused", method: "email" });
      return { to: "/account/sign-in", query: { problem: "refused", next: path } };
    }
    return { to: "/account/second-factor", query: { next: path }, cookies: [session.header] };
  },
);
