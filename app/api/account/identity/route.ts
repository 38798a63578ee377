import type { NextRequest } from "next/server";
import { leadTo } from "#app/_session/form-door.ts";
import { securityNotes } from "#app/_session/security-notes.ts";
import { cookieName } from "#app/_session/session-cookie.ts";
import { productAddress } from "#app/_session/setting.ts";
import { askLibrary, passageCookies } from "#app/_session/sign-in-library.ts";
import { readEnvironment } from "#environment";
import { innerPath } from "#formats/addresses/inner-path.ts";

/**
 * Leads to the identity provider. A link and not a form: a policy that keeps forms on this site would stop the
 * redirection. It changes nothing here, and only our own page may lead there.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const locale = searchParams.get("locale") === "en" ? "en" : "fr";
  const next = innerPath(searchParams.get("next")) ?? "";
  const refused = { to: "/account/sign-in", query: { problem: "provider", next } };
  const site = request.headers.get("sec-fetch-site");
  const isLed = site === null || site === "same-origin";
  if (!isLed) await noteElsewhere(request);
  if (!isLed || !readEnvironment().identityProvider) return leadTo(locale, refused);
  const context = { device: "", previousToken: undefined, locale, next, now: new Date() } as const;
  const callbackUrl = `${productAddress().origin}${next || "/account"}`;
  const question = { action: "signin", provider: "oidc", body: { callbackUrl } } as const;
  const { location, cookies } = await askLibrary(question, context);
  if (!/^https?:/.test(location) || location.startsWith(productAddress().origin)) {
    return leadTo(locale, refused);
  }
  const wanted = passageCookies.map(cookieName);
  const headers = new Headers({ location });
  for (const { name, header } of cookies) {
    if (wanted.includes(name)) headers.append("set-cookie", header);
  }
  return new Response(null, { status: 303, headers });
}

async function noteElsewhere(request: NextRequest): Promise<void> {
  const client = request.headers.get("x-contrechamp-client") ?? "";
  const standing = { door: "/api/account/identity", client, city: undefined, session: undefined };
  await securityNotes(standing)({ event: "origin-refused", outcome: "refused" });
}
