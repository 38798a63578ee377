import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { sessionLasts } from "#domain/actor/account-limits.ts";
import { accountAdapter, type OpeningContext } from "./account-adapter.ts";
import { mayEnter } from "./may-enter.ts";
import { emailDoor, identityDoor } from "./providers.ts";
import { cookieName, cookieOptions, SESSION } from "./session-cookie.ts";
import { secrets } from "./setting.ts";

/**
 * next-auth, asked by us and never by a browser: its pages and its other addresses are not served, its double-submit
 * cookie is made and checked within one call (our own door judges where a form comes from), and of the cookies it would
 * set only those that its answer needs leave the house.
 */
export type LibraryAnswer = {
  /** Where it would lead; an address with "/error" in it when it refused. */
  location: string;
  cookies: { name: string; header: string }[];
};

const kept = {
  sessionToken: SESSION,
  callbackUrl: "contrechamp-next",
  csrfToken: "contrechamp-csrf",
  pkceCodeVerifier: "contrechamp-pkce",
  state: "contrechamp-state",
  nonce: "contrechamp-nonce",
} as const;

/** What an identity provider's answer needs besides the session. */
export const passageCookies = [kept.callbackUrl, kept.pkceCodeVerifier, kept.state, kept.nonce];

function libraryCookies(): NonNullable<AuthOptions["cookies"]> {
  const options = cookieOptions();
  const quarter = { ...options, maxAge: 15 * 60 };
  return Object.fromEntries(
    Object.entries(kept).map(([role, name]) => [
      role,
      { name: cookieName(name), options: role === "sessionToken" ? options : quarter },
    ]),
  );
}

async function libraryOptions(context: OpeningContext): Promise<AuthOptions> {
  const { signInSecret } = await secrets();
  const identity = identityDoor();
  return {
    secret: signInSecret,
    adapter: accountAdapter(context),
    providers: [emailDoor(context), ...(identity ? [identity] : [])],
    session: {
      strategy: "database",
      maxAge: sessionLasts / 1000,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    cookies: libraryCookies(),
    callbacks: { signIn: mayEnter(context) },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

type Question = {
  action: "signin" | "callback";
  provider: "email" | "oidc";
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};

export async function askLibrary(
  question: Question,
  context: OpeningContext,
): Promise<LibraryAnswer> {
  const options = await libraryOptions(context);
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${options.secret}`).digest("hex");
  const request = {
    method: question.action === "signin" ? "POST" : "GET",
    query: { ...question.query, nextauth: [question.action, question.provider] },
    body: { ...question.body, csrfToken: token },
    cookies: { ...question.cookies, [cookieName(kept.csrfToken)]: `${token}|${proof}` },
    headers: {},
  };
  const answer = new RecordedAnswer();
  await NextAuth(
    request as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    options,
  );
  return { location: answer.location, cookies: answer.cookies };
}

/** Takes down what the library does to a response. */
class RecordedAnswer {
  location = "";
  #cookies: string[] = [];

  get cookies(): LibraryAnswer["cookies"] {
    return this.#cookies.map((header) => ({ name: header.slice(0, header.indexOf("=")), header }));
  }
  status() {
    return this;
  }
  getHeader(name: string) {
    return name === "Set-Cookie" ? this.#cookies : undefined;
  }
  setHeader(name: string, value: string | string[]) {
    if (name === "Set-Cookie") this.#cookies = [value].flat();
    else if (name === "Location") this.location = String(value);
    return this;
  }
  send() {
    return this;
  }
  json() {
    return this;
  }
  end() {
    return this;
  }
}
