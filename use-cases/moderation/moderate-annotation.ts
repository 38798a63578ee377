import { z } from "zod";
import type { Actor, Member } from "#domain/actor/actor.ts";
import { annotationReasonSchema } from "#domain/annotation/annotation-content.ts";
import {
  canModerate,
  type ModerationAct,
  type ModerationRule,
  type ModerationStep,
  moderationRuleIds,
  repeatsHidden,
} from "#domain/annotation/moderation.ts";
import { authorise } from "#domain/permission/can.ts";
import { findEmail } from "#persistence/account/account-queries.ts";
import {
  type AnnotationRow,
  currentWords,
  findAnnotation,
  moderationOf,
} from "#persistence/annotation/annotation-queries.ts";
import { actionOf, type ModerationQuality } from "#persistence/annotation/moderation-queries.ts";
import { wasModerated, writeModeration } from "#persistence/annotation/moderation-writes.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";
import { announcePublicAct, hashContent } from "#persistence/evaluation/evaluation-writes.ts";
import { requireMember } from "#persistence/evaluation/hold-evaluation.ts";

/** What moderation does with an annotation, by whom and when. The same request key is the same deed. */
export type ModerationDeed = {
  actor: Actor;
  citySlug: string;
  number: number;
  requestKey: string;
  now: Date;
};

/** What the author of the words is told of by e-mail. */
type ToldAct = Extract<ModerationAct, "hidden" | "restored" | "upheld">;
const toldActs: readonly ModerationAct[] = ["hidden", "restored", "upheld"] satisfies ToldAct[];

type ModerationNotice = {
  email: string;
  city: Pick<City, "slug" | "name" | "timezone">;
  number: number;
  act: ToldAct;
  onAppeal: boolean;
  /** By which the words are, or were, hidden. */
  rule: ModerationRule;
  reason: string;
  at: Date;
};

export type Moderated = {
  kind: ModerationAct | "no-such-annotation" | "not-now" | "malformed" | "repeats-hidden";
  /** For the request that did the deed, and not when it is sent again; absent where the author's account is closed. */
  notice?: ModerationNotice | undefined;
};

const kindOf: Readonly<Record<ModerationStep, ModerationAct>> = {
  hide: "hidden",
  keep: "kept",
  restore: "restored",
  contest: "contested",
  uphold: "upheld",
};

const givenSchema = z.object({
  reason: annotationReasonSchema,
  rule: z.enum(moderationRuleIds).optional().catch(undefined),
});

/**
 * Hides an annotation by a published rule, keeps it, restores it, contests its hiding, or upholds it. The act and its entry
 * in the log are one transaction; the log has neither the words nor the reason, but the hash of the reason.
 */
export function moderateAnnotation(
  deed: ModerationDeed,
  step: ModerationStep,
  given: { reason: unknown; rule?: unknown },
): Promise<Moderated> {
  const read = givenSchema.safeParse(given);
  if (!read.success || (step === "hide" && read.data.rule === undefined)) {
    return Promise.resolve({ kind: "malformed" });
  }
  const { reason, rule = null } = read.data;
  const decision = { kind: kindOf[step], reason, rule: step === "hide" ? rule : null };
  return writeSql<Moderated>(async (sql) => {
    const { actor, requestKey, number, now } = deed;
    const member = requireMember(actor, "moderation.read");
    const city = await findCity(sql, deed.citySlug);
    if (!city) return { kind: "no-such-annotation" };
    const annotation = await findAnnotation(sql, city.id, number, { hold: true });
    if (!annotation) {
      authorise(actor, step === "contest" ? "annotation.write" : "moderation.read", {
        cityId: city.id,
      });
      return { kind: "no-such-annotation" };
    }
    allow(member, step, city, annotation);
    if (await wasModerated(sql, requestKey)) return { kind: decision.kind };
    const refused = refusalOf(step, annotation, reason);
    if (refused) return { kind: refused };
    await write(sql, { city, annotation, member, requestKey, now }, decision);
    return { kind: decision.kind, notice: await noticeOf(sql, city, annotation, decision, now) };
  });
}

async function noticeOf(
  sql: WriteSql,
  { slug, name, timezone }: City,
  { number, author, moderations }: AnnotationRow,
  { kind, reason, rule: named }: Decision,
  at: Date,
): Promise<ModerationNotice | undefined> {
  const rule = named ?? moderations.findLast((act) => act.kind === "hidden")?.rule;
  if (!rule || !isTold(kind)) return undefined;
  const email = await findEmail(sql, author.accountId);
  if (email === undefined) return undefined;
  const onAppeal = moderations.at(-1)?.kind === "contested";
  return { email, city: { slug, name, timezone }, number, act: kind, onAppeal, rule, reason, at };
}

function isTold(act: ModerationAct): act is ToldAct {
  return toldActs.includes(act);
}

function refusalOf(
  step: ModerationStep,
  annotation: AnnotationRow,
  reason: string,
): "not-now" | "repeats-hidden" | undefined {
  if (!canModerate(step, moderationOf(annotation))) return "not-now";
  if (step !== "hide" && step !== "uphold") return undefined;
  const said = annotation.words.map(({ body }) => body);
  return repeatsHidden(reason, said) ? "repeats-hidden" : undefined;
}

/** A moderator decides on what another wrote; an appeal is decided by whoever neither wrote nor hid; the author contests. */
function allow(member: Member, step: ModerationStep, city: City, annotation: AnnotationRow): void {
  const authorId = annotation.author.accountId;
  if (step === "contest") {
    authorise(member, "moderation.contest", { cityId: city.id, authorId });
  } else if (step === "uphold" || (step === "restore" && wasContested(annotation))) {
    const hiding = annotation.moderations.findLast(({ kind }) => kind === "hidden");
    for (const other of [authorId, hiding?.accountId]) {
      authorise(member, "appeal.decide", { cityId: city.id, authorId: other });
    }
  } else {
    authorise(member, "moderation.decide", { cityId: city.id, authorId });
  }
}

/** Also once it was answered: the same request sent twice has the same rights. */
function wasContested({ moderations }: AnnotationRow): boolean {
  const last = moderations.findLast(({ kind }) => kind === "hidden" || kind === "contested");
  return last?.kind === "contested";
}

type Writing = {
  city: City;
  annotation: AnnotationRow;
  member: Member;
  requestKey: string;
  now: Date;
};
type Decision = { kind: ModerationAct; reason: string; rule: ModerationRule | null };

async function write(
  sql: WriteSql,
  { city, annotation, member, requestKey, now }: Writing,
  { kind, reason, rule }: Decision,
): Promise<void> {
  const by = qualityIn(member, city.id, kind);
  const words = currentWords(annotation).number;
  const last = annotation.moderations.at(-1);
  const isAnswer = kind === "contested" || kind === "upheld" || last?.kind === "contested";
  const answers = isAnswer && last ? last.id : null;
  const act = await writeModeration(
    sql,
    { cityId: city.id, annotationId: annotation.id, kind, rule, words, answers, reason, by },
    { accountId: member.accountId, requestKey },
    now,
  );
  const isAppeal = kind !== "contested" && isAnswer;
  await announcePublicAct(sql, city.id);
  await appendAuditEntry(sql, {
    cityId: city.id,
    actor: `${by}:${member.accountId}`,
    action: isAppeal ? "appeal-decided" : actionOf[kind],
    subject: `annotation ${annotation.number}`,
    detail: {
      act,
      version: words,
      reasonHash: hashContent(reason),
      ...(rule && { rule }),
      ...(isAppeal && { decision: kind }),
    },
  });
}

const contesting: readonly ModerationQuality[] = [
  "committee-chair",
  "committee-member",
  "city-respondent",
];
const moderating: readonly ModerationQuality[] = ["moderator", "committee-chair"];

/** In what quality somebody does it: the rights have been checked. */
function qualityIn(member: Member, cityId: number, kind: ModerationAct): ModerationQuality {
  const order = kind === "contested" ? contesting : moderating;
  const held = member.roles.filter((role) => role.cityId === cityId).map(({ role }) => role);
  return order.find((role) => held.includes(role)) ?? "moderator";
}
