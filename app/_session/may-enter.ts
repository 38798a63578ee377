import type { CallbacksOptions } from "next-auth";
import { findSignInAccount } from "#use-cases/account/find-sign-in-account.ts";

/**
 * Who may enter: an address with an account and a role; an identity linked to one; or an identity whose provider says
 * that its address is verified, and that address has one. Never by an address that somebody merely claims.
 */
export function mayEnter({ now }: { now: Date }): CallbacksOptions["signIn"] {
  return async ({ account, user }) => {
    if (account?.type === "email") {
      return (await findSignInAccount({ email: account.providerAccountId }, now)) !== undefined;
    }
    if (account?.provider !== "oidc") return false;
    const linked = { provider: "oidc", subject: account.providerAccountId };
    if (await findSignInAccount(linked, now)) return true;
    // The provider's door leaves the address out when it is not verified.
    return !!user.email && (await findSignInAccount({ email: user.email }, now)) !== undefined;
  };
}
