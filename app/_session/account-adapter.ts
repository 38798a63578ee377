import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { consumeSignInLink } from "#use-cases/account/consume-sign-in-link.ts";
import { findSignInAccount } from "#use-cases/account/find-sign-in-account.ts";
import { keepSignInLink } from "#use-cases/account/keep-sign-in-link.ts";
import { linkIdentity } from "#use-cases/account/link-identity.ts";
import { openSession } from "#use-cases/account/open-session.ts";
import { secrets } from "./setting.ts";

/** The request that somebody is signing in with. */
export type OpeningContext = {
  device: string;
  /** Of the session that the browser had before, which ends with this one's opening. */
  previousToken: string | undefined;
  locale: "fr" | "en";
  next: string;
  now: Date;
  /** Hears whose session was opened. */
  noteOpened?: (publicId: string) => Promise<void>;
};

type Found = Awaited<ReturnType<typeof findSignInAccount>>;

function asUser(account: Found): AdapterUser | null {
  if (!account) return null;
  return {
    id: account.publicId,
    email: account.email,
    name: account.name,
    emailVerified: new Date(0),
  };
}

const refuse = (): never => {
  throw new Error("Accounts are opened by invitation alone.");
};

/** What the sign-in library may ask of our accounts: to find one, never to make or to delete one. */
export function accountAdapter(context: OpeningContext): Adapter {
  const { device, previousToken, now } = context;
  return {
    createUser: refuse,
    getUser: async (id) => asUser(await findSignInAccount({ publicId: id }, now)),
    getUserByEmail: async (email) => asUser(await findSignInAccount({ email }, now)),
    getUserByAccount: async ({ provider, providerAccountId: subject }) =>
      asUser(await findSignInAccount({ provider, subject }, now)),
    updateUser: async ({ id }) =>
      asUser(await findSignInAccount({ publicId: id }, now)) ?? refuse(),
    async linkAccount({ userId: publicId, provider, providerAccountId: subject }: AdapterAccount) {
      if (!(await linkIdentity({ publicId, provider, subject }, now))) refuse();
    },
    async createSession({ sessionToken: token, userId: publicId }) {
      const { key } = await secrets();
      const opened = await openSession({ publicId, token, previousToken, device }, key, now);
      if (!opened) return refuse();
      await context.noteOpened?.(publicId);
      return { sessionToken: token, userId: publicId, expires: opened.expiresAt };
    },
    getSessionAndUser: () => Promise.resolve(null),
    updateSession: () => Promise.resolve(null),
    deleteSession: () => Promise.resolve(),
    async createVerificationToken({ identifier: email, token: hash, expires: expiresAt }) {
      await keepSignInLink({ email, hash, expiresAt }, now);
      return undefined;
    },
    async useVerificationToken({ token: hash }) {
      const used = await consumeSignInLink(hash, now);
      if (!used) return null;
      return { identifier: used.account.email, token: hash, expires: used.expiresAt };
    },
  };
}
