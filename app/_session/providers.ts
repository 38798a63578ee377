import { randomBytes } from "node:crypto";
import type { EmailConfig } from "next-auth/providers/email";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { signInLinkLasts } from "#domain/actor/account-limits.ts";
import { readEnvironment } from "#environment";
import { wordSignInLink } from "#mail/word-mail.ts";
import type { OpeningContext } from "./account-adapter.ts";
import { sendInBackground } from "./background-mail.ts";
import { productAddress } from "./setting.ts";

/** A link by e-mail. The message leaves after the answer, so that the answer takes as long for any address. */
export function emailDoor({ locale, next }: OpeningContext): EmailConfig {
  return {
    id: "email",
    type: "email",
    name: "Email",
    server: "",
    from: "",
    maxAge: signInLinkLasts / 1000,
    options: {},
    generateVerificationToken: () => Promise.resolve(randomBytes(32).toString("base64url")),
    sendVerificationRequest({ identifier: to, token }) {
      const minutes = signInLinkLasts / 60_000;
      const address = productAddress().origin;
      sendInBackground(wordSignInLink(locale, { to, address, token, next, minutes }));
      return Promise.resolve();
    },
  };
}

type Claims = { sub: string; email?: string; email_verified?: boolean | string };

/** The provider of the environment, if any. Its answer is bound to this browser by state, nonce and PKCE. */
export function identityDoor(): OAuthConfig<Claims> | undefined {
  const provider = readEnvironment().identityProvider;
  if (!provider) return undefined;
  const { issuer, clientId, clientSecret, scope, acrValues, userinfoAlgorithm } = provider;
  return {
    id: "oidc",
    name: provider.name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope, ...(acrValues ? { acr_values: acrValues } : {}) } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    ...(userinfoAlgorithm ? { client: { userinfo_signed_response_alg: userinfoAlgorithm } } : {}),
    userinfo: { request: claimsOf },
    // Safe because an address that is not verified is left out below.
    allowDangerousEmailAccountLinking: true,
    profile: (claims) => ({
      id: claims.sub,
      email: verifiedEmail(claims, provider.trustsEmail),
    }),
    options: { clientId, clientSecret },
  };
}

type Asked = Parameters<
  NonNullable<Exclude<OAuthConfig<Claims>["userinfo"], string | undefined>["request"]>
>[0];

/** Some providers say the address in the token, others only when asked; what the token says has precedence. */
async function claimsOf({ client, tokens }: Asked): Promise<Claims> {
  const { metadata } = client.issuer as { metadata: { userinfo_endpoint?: string } };
  // The token set is handed over whole: an answer about another subject is refused.
  const whole = tokens as Parameters<typeof client.userinfo>[0] & { claims(): Claims };
  const answered = metadata.userinfo_endpoint ? await client.userinfo(whole) : {};
  const inToken = whole.claims();
  return { ...answered, ...inToken };
}

function verifiedEmail(claims: Claims, trustsEmail: boolean): string | null {
  const isVerified = claims.email_verified === true || claims.email_verified === "true";
  const isTrusted = trustsEmail && claims.email_verified === undefined;
  return claims.email && (isVerified || isTrusted) ? claims.email : null;
}
