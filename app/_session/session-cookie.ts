import { sessionLasts } from "#domain/actor/account-limits.ts";
import { productAddress } from "./setting.ts";

/**
 * Over TLS the name begins with `__Host-`: browsers then refuse it from a subdomain, for another path, or in the clear.
 * Lax, so that whoever follows a link of ours from a message is still signed in; forms are guarded at the door.
 */
export function cookieName(name: string): string {
  return productAddress().isSecure ? `__Host-${name}` : name;
}

export const SESSION = "contrechamp-session";

export function cookieOptions() {
  const secure = productAddress().isSecure;
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

export function sessionCookie(token: string): string {
  return setCookie(SESSION, token, Math.floor(sessionLasts / 1000));
}

export function endedCookie(name: string): string {
  return setCookie(name, "", 0);
}

function setCookie(name: string, value: string, seconds: number): string {
  const secure = productAddress().isSecure ? "; Secure" : "";
  return `${cookieName(name)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** The token that a browser brings, if it looks like one of ours. */
export function tokenIn(cookies: { get(name: string): { value: string } | undefined }) {
  const value = cookies.get(cookieName(SESSION))?.value;
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}
