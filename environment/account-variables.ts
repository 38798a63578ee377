import { z } from "zod";

/** The variables that accounts, messages and an identity provider are set up by. */

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}

/** Who somebody is must not be read or rewritten on the way; on this machine there is no way. */
function isTrustworthyIssuer(text: string): boolean {
  const { protocol, hostname } = URL.canParse(text)
    ? new URL(text)
    : { protocol: "", hostname: "" };
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere);
}

export const accountVariables = {
  ACCOUNT_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, "base64").length === 32,
      "ACCOUNT_KEY must be 32 random bytes in base 64, as openssl rand -base64 32 prints them.",
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:$/.test(protocolOf(text)),
      "SMTP_URL must be the address of a mail server, such as smtps://user:password@mail.example.org.",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n<>@]*<?[^\s<>@,;]+@[^\s<>@,;]+>?$/,
      "MAIL_FROM must be an e-mail address, such as Contrechamp <contrechamp@example.org>.",
    )
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(
      isTrustworthyIssuer,
      "OIDC_ISSUER must be the https address of an OpenID Connect provider, such as https://login.example.org.",
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "OIDC_NAME must be at most 60 characters.").optional(),
  OIDC_SCOPE: z.string().default("openid email"),
  OIDC_ACR_VALUES: z.string().optional(),
  OIDC_USERINFO_ALGORITHM: z
    .enum(["RS256", "ES256", "PS256"], "OIDC_USERINFO_ALGORITHM must be RS256, ES256 or PS256.")
    .optional(),
  OIDC_TRUSTS_EMAIL: z.enum(["yes", "no"], "OIDC_TRUSTS_EMAIL must be yes or no.").default("no"),
};

type Given = z.infer<z.ZodObject<typeof accountVariables>> & {
  PUBLIC_ORIGIN?: string | undefined;
};

/** What makes sense only together. Links in messages must not depend on what a visitor's browser says. */
export function missingCompanion(given: Given): string | undefined {
  if (given.SMTP_URL !== undefined && given.PUBLIC_ORIGIN === undefined) {
    return "SMTP_URL needs PUBLIC_ORIGIN, the address that links in messages lead to.";
  }
  const hasClient = given.OIDC_CLIENT_ID !== undefined && given.OIDC_CLIENT_SECRET !== undefined;
  return given.OIDC_ISSUER !== undefined && !hasClient
    ? "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET."
    : undefined;
}

/** An OpenID Connect provider at which invited people may sign in too. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the link says. */
  readonly name: string;
  readonly scope: string;
  readonly acrValues: string | undefined;
  /** Some providers sign what they say of a person apart. */
  readonly userinfoAlgorithm: string | undefined;
  /** Whether an address counts as verified though the provider does not say so in a claim of its own. */
  readonly trustsEmail: boolean;
}

export interface AccountSettings {
  /** Absent: kept in the data folder. */
  readonly accountKey: string | undefined;
  /** Absent: messages are written to a folder. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly identityProvider: IdentityProvider | undefined;
}

export function accountSettings(given: Given): AccountSettings {
  const host = given.PUBLIC_ORIGIN ? new URL(given.PUBLIC_ORIGIN).hostname : "localhost";
  return {
    accountKey: given.ACCOUNT_KEY,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? `Contrechamp <contrechamp@${host}>`,
    identityProvider: identityProviderOf(given),
  };
}

function identityProviderOf(given: Given): IdentityProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    name: given.OIDC_NAME ?? new URL(issuer).hostname,
    scope: given.OIDC_SCOPE,
    acrValues: given.OIDC_ACR_VALUES,
    userinfoAlgorithm: given.OIDC_USERINFO_ALGORITHM,
    trustsEmail: given.OIDC_TRUSTS_EMAIL === "yes",
  };
}
