import type { NextRequest } from "next/server";
import { leadTo } from "#app/_session/form-door.ts";
import { securityNotes } from "#app/_session/security-notes.ts";
import { cookieName, endedCookie, SESSION, tokenIn } from "#app/_session/session-cookie.ts";
import { productAddress } from "#app/_session/setting.ts";
import { askLibrary, passageCookies } from "#app/_session/sign-in-library.ts";
import { deviceName } from "#domain/actor/device-name.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";

/** Where an identity provider sends people back, and nothing else of the sign-in library's addresses. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  if ((await params).nextauth.join("/") !== "callback/oidc") {
    return new Response("Not found.\n", { status: 404 });
  }
  const brought = passageCookies.map((name) => [
    name,
    request.cookies.get(cookieName(name))?.value,
  ]);
  const next = nextOf(brought.find(([name]) => name === passageCookies[0])?.[1]);
  const locale = next.startsWith("/en/") ? "en" : "fr";
  const client = request.headers.get("x-contrechamp-client") ?? "";
  const door = "/api/auth/callback/oidc";
  const note = securityNotes({ door, client, city: undefined, session: undefined });
  const noteOpened = (accountId: string) =>
    note({ event: "sign-in", outcome: "succeeded", method: "identity-provider", accountId });
  const { location: _location, cookies } = await askLibrary(
    {
      action: "callback",
      provider: "oidc",
      query: Object.fromEntries(request.nextUrl.searchParams),
      cookies: Object.fromEntries(
        brought.flatMap(([name, value]) => (name && value ? [[cookieName(name), value]] : [])),
      ),
    },
    {
      device: deviceName(request.headers.get("user-agent") ?? undefined),
      previousToken: tokenIn(request.cookies),
      locale,
      next,
      now: new Date(),
      noteOpened,
    },
  );
  const ended = passageCookies.map(endedCookie);
  const session = cookies.find(({ name }) => name === cookieName(SESSION));
  if (!session) {
    await note({ event: "sign-in", outcome: "refused", method: "identity-provider" });
    return leadTo(locale, {
      to: "/account/sign-in",
      query: { problem: "refused", next },
      cookies: ended,
    });
  }
  const to = "/account/second-factor";
  return leadTo(locale, { to, query: { next }, cookies: [...ended, session.header] });
}

/** The path that the sign-in was begun from; only ours. */
function nextOf(callback: string | undefined): string {
  const { origin } = productAddress();
  return callback?.startsWith(`${origin}/`) ? (innerPath(callback.slice(origin.length)) ?? "") : "";
}
