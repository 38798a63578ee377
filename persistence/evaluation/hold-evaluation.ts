import type { Actor, Member } from "#domain/actor/actor.ts";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import {
  canTake,
  type EvaluationStanding,
  type Step,
  standingWord,
} from "#domain/evaluation/evaluation-life.ts";
import { authorise, NotAllowed } from "#domain/permission/can.ts";
import type { Action } from "#domain/permission/permissions.ts";
import { type City, findCity } from "../city-queries.ts";
import { type WriteSql, writeSql } from "../database.ts";
import { type EvaluationRow, findEvaluation, standingOf } from "./evaluation-queries.ts";
import type { Act } from "./evaluation-writes.ts";

/** What a deed is done to, who does it, and when. The same request key is the same deed, however often it is sent. */
export type Deed = { actor: Actor; citySlug: string; slug: string; requestKey: string; now: Date };

export type Held = {
  sql: WriteSql;
  city: City;
  evaluation: EvaluationRow;
  standing: EvaluationStanding;
  member: Member;
  act: Act;
  /** How the public log names who did it. */
  auditActor: AuditActor;
};

export type Undone = { kind: "no-such-evaluation" | "not-now" };

/**
 * Opens a write transaction on an evaluation, held so that of two deeds at once the second sees what the first did;
 * refuses who may not, and a step that its life does not have at this point.
 */
export function holdEvaluation<Result>(
  deed: Deed,
  action: Action,
  step: Step | undefined,
  work: (held: Held) => Promise<Result>,
): Promise<Result | Undone> {
  return writeSql<Result | Undone>(async (sql) => {
    const city = await findCity(sql, deed.citySlug);
    if (!city) return { kind: "no-such-evaluation" };
    const evaluation = await findEvaluation(sql, city.id, deed.slug, { hold: true });
    const standing = evaluation && standingOf(evaluation);
    const state = standing && standingWord(standing);
    const member = requireMember(deed.actor, action);
    if (!evaluation || !standing) {
      // Whoever may not read the workspace is not told what is in it.
      authorise(deed.actor, "committee.read", { cityId: city.id });
      return { kind: "no-such-evaluation" };
    }
    if (step !== undefined && !canTake(step, standing)) {
      authorise(deed.actor, "committee.read", { cityId: city.id });
      return { kind: "not-now" };
    }
    authorise(deed.actor, action, { cityId: city.id, state });
    const act = { accountId: member.accountId, requestKey: deed.requestKey };
    const auditActor = auditActorIn(member, city.id);
    return work({ sql, city, evaluation, standing, member, act, auditActor });
  });
}

export function requireMember(actor: Actor, action: Action): Member {
  if (actor.kind === "member") return actor;
  throw new NotAllowed(actor.kind === "visitor" ? "sign-in-needed" : "forbidden", action);
}

const byWeight = ["committee-chair", "committee-member", "city-respondent"] as const;

/** "committee-chair:<account>": the quality in which somebody acts here, the weightiest that they hold. */
export function auditActorIn({ accountId, roles }: Member, cityId: number): AuditActor {
  const held = roles.filter((role) => role.cityId === cityId).map(({ role }) => role);
  const quality = byWeight.find((role) => held.includes(role));
  if (quality === undefined) throw new NotAllowed("forbidden", "committee.read");
  return `${quality}:${accountId}`;
}
