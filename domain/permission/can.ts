import type { Actor, Member } from "#domain/actor/actor.ts";
import { type Action, type Permission, permissions, type Way } from "./permissions.ts";

/** What an action is done to: always in a city; its author (an account) and state where they matter. */
export type Thing = {
  readonly cityId: number;
  readonly authorId?: string | undefined;
  readonly state?: string | undefined;
};

/** Why not: nobody is signed in; the second factor has not been given; or it is not this actor's to do. */
export type Refusal = "sign-in-needed" | "second-factor-needed" | "forbidden";

/** A page or a form that meets it leads to the sign-in, to the second factor, or says no. */
export class NotAllowed extends Error {
  constructor(
    readonly reason: Refusal,
    readonly action: string,
  ) {
    super(`${action}: ${reason}`);
    this.name = "NotAllowed";
  }
}

/**
 * Why this actor may not do this to this thing, or undefined when it may. Closed by default: an unknown action, another
 * city, an unknown author or state, a role that no way names, all refuse. Every role can publish something, so every
 * action waits for the second factor.
 */
export function refusalOf(actor: Actor, action: Action, thing: Thing): Refusal | undefined {
  const permission: Permission | undefined = Object.hasOwn(permissions, action)
    ? permissions[action]
    : undefined;
  const ways = permission?.ways ?? [];
  if (actor.kind === "visitor") return "sign-in-needed";
  if (actor.kind === "operator") {
    return ways.some((way) => way.operator === true) ? undefined : "forbidden";
  }
  if (!ways.some((way) => isOpen(way, actor, thing))) return "forbidden";
  return actor.hasSecondFactor ? undefined : "second-factor-needed";
}

export function can(actor: Actor, action: Action, thing: Thing): boolean {
  return refusalOf(actor, action, thing) === undefined;
}

/** The first line of every use-case that is not for everybody. Throws `NotAllowed`. */
export function authorise(actor: Actor, action: Action, thing: Thing): void {
  const refusal = refusalOf(actor, action, thing);
  if (refusal !== undefined) throw new NotAllowed(refusal, action);
}

function isOpen(way: Way, member: Member, thing: Thing): boolean {
  const holdsRole = member.roles.some(
    ({ cityId, role }) => cityId === thing.cityId && way.roles.includes(role),
  );
  return holdsRole && authorFits(way, member, thing) && stateFits(way, thing);
}

function authorFits({ author }: Way, { accountId }: Member, { authorId }: Thing): boolean {
  if (author === undefined) return true;
  if (authorId === undefined) return false;
  return (authorId === accountId) === (author === "self");
}

function stateFits({ states }: Way, { state }: Thing): boolean {
  return states === undefined || (state !== undefined && states.includes(state));
}
