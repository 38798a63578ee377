import type { Actor, Member } from "#domain/actor/actor.ts";
import {
  annotationBodySchema,
  annotationReasonSchema,
} from "#domain/annotation/annotation-content.ts";
import { type AnnotationStep, canTakeStep } from "#domain/annotation/annotation-life.ts";
import type { AuditAction } from "#domain/audit/audit-vocabulary.ts";
import { authorise } from "#domain/permission/can.ts";
import type { Action } from "#domain/permission/permissions.ts";
import {
  type AnnotationRow,
  currentWords,
  findAnnotation,
  standingOf,
} from "#persistence/annotation/annotation-queries.ts";
import { wasDone, writeDeed, writeWords } from "#persistence/annotation/annotation-writes.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";
import {
  type Act,
  announcePublicAct,
  hashContent,
} from "#persistence/evaluation/evaluation-writes.ts";
import { auditActorIn, requireMember } from "#persistence/evaluation/hold-evaluation.ts";

/** What is done to an annotation, by whom and when. The same request key is the same deed, however often it is sent. */
export type AnnotationDeed = {
  actor: Actor;
  citySlug: string;
  number: number;
  requestKey: string;
  now: Date;
};

export type ChangedAnnotation =
  | { kind: "revised" | "resolved" | "reopened" | "withdrawn" }
  | { kind: "no-such-annotation" | "not-now" | "malformed" };

type Held = {
  sql: WriteSql;
  city: City;
  annotation: AnnotationRow;
  member: Member;
  act: Act;
};

type Doing = {
  step: AnnotationStep;
  right: Action;
  done: "revised" | "resolved" | "reopened" | "withdrawn";
};

/** Opens a write transaction on an annotation, held so that of two deeds at once the second sees what the first did. */
function hold(
  deed: AnnotationDeed,
  { step, right, done }: Doing,
  work: (held: Held) => Promise<Readonly<Record<string, string | number>>>,
): Promise<ChangedAnnotation> {
  return writeSql<ChangedAnnotation>(async (sql) => {
    const { actor, requestKey } = deed;
    const city = await findCity(sql, deed.citySlug);
    if (!city) return { kind: "no-such-annotation" };
    const annotation = await findAnnotation(sql, city.id, deed.number, { hold: true });
    if (!annotation) {
      authorise(actor, "annotation.write", { cityId: city.id });
      return { kind: "no-such-annotation" };
    }
    const standing = standingOf(annotation);
    const member = requireMember(actor, right);
    // A tombstone is public: whoever may act on those that stand is told that this one no longer does.
    const thing = { cityId: city.id, authorId: annotation.author.accountId, state: "published" };
    authorise(actor, right, thing);
    if (await wasDone(sql, requestKey)) return { kind: done };
    if (!canTakeStep(step, standing)) return { kind: "not-now" };
    const act = { accountId: member.accountId, requestKey };
    const detail = await work({ sql, city, annotation, member, act });
    await announcePublicAct(sql, city.id);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActorIn(member, city.id),
      action: `annotation-${done}` satisfies AuditAction,
      subject: `annotation ${annotation.number}`,
      detail,
    });
    return { kind: done };
  });
}

/** New words for an annotation, by its author, with the reason; what it said before stays public. */
export function reviseAnnotation(
  deed: AnnotationDeed,
  given: { body: unknown; reason: unknown },
): Promise<ChangedAnnotation> {
  const body = annotationBodySchema.safeParse(given.body);
  const reason = annotationReasonSchema.safeParse(given.reason);
  if (!body.success || !reason.success) return Promise.resolve({ kind: "malformed" });
  return hold(
    deed,
    { step: "revise", right: "annotation.edit", done: "revised" },
    async ({ sql, annotation, act }) => {
      const number = currentWords(annotation).number + 1;
      const words = { annotationId: annotation.id, number, body: body.data, reason: reason.data };
      await writeWords(sql, words, act, deed.now);
      return {
        version: number,
        contentHash: hashContent(body.data),
        reasonHash: hashContent(reason.data),
      };
    },
  );
}

const ways = {
  resolve: { step: "resolve", right: "annotation.resolve", done: "resolved" },
  reopen: { step: "reopen", right: "annotation.resolve", done: "reopened" },
  withdraw: { step: "withdraw", right: "annotation.withdraw", done: "withdrawn" },
} as const;

/** Settles a thread, opens it again, or withdraws an annotation: always with a public reason. */
export function settleAnnotation(
  deed: AnnotationDeed,
  way: keyof typeof ways,
  given: unknown,
): Promise<ChangedAnnotation> {
  const reason = annotationReasonSchema.safeParse(given);
  if (!reason.success) return Promise.resolve({ kind: "malformed" });
  const doing = ways[way];
  return hold(deed, doing, async ({ sql, annotation, act }) => {
    const done = { annotationId: annotation.id, kind: doing.done, reason: reason.data };
    await writeDeed(sql, done, act, deed.now);
    return { reasonHash: hashContent(reason.data) };
  });
}
