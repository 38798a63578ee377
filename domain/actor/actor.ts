import type { Role } from "./role.ts";

export type RoleInCity = { readonly cityId: number; readonly role: Role };

/** A person with an account, as the database knows it at the moment of the request. */
export type Member = {
  readonly kind: "member";
  /** Opaque and permanent: what public acts and the audit refer to. */
  readonly accountId: string;
  /** Name and quality under which public acts appear. */
  readonly name: string;
  readonly quality: string;
  readonly roles: readonly RoleInCity[];
  /** Whether this session has been confirmed by a second factor. */
  readonly hasSecondFactor: boolean;
};

/** Whoever asks for something: anyone, whoever holds the machine's command line, or a person with an account. */
export type Actor = { readonly kind: "visitor" } | { readonly kind: "operator" } | Member;

export const visitor: Actor = { kind: "visitor" };
export const operator: Actor = { kind: "operator" };
