import {
  type FollowUpKind,
  possibleFollowUps,
} from "#domain/evaluation/recommendation-follow-up.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { listFollowUps, publishedVersions } from "#persistence/evaluation/evaluation-queries.ts";
import {
  announcePublicAct,
  hashContent,
  writeFollowUp,
  writeReply,
} from "#persistence/evaluation/evaluation-writes.ts";
import { type Deed, holdEvaluation, type Undone } from "#persistence/evaluation/hold-evaluation.ts";

export type Replied = { kind: "replied" } | Undone;

/** The city's reply stands beside the opinion that it answers, under the name and quality of who gives it. */
export function replyToEvaluation(deed: Deed, body: string): Promise<Replied> {
  return holdEvaluation<Replied>(deed, "evaluation.reply", "reply", async (held) => {
    const { sql, city, evaluation, act, auditActor } = held;
    const version = publishedVersions(evaluation).at(-1);
    if (!version) return { kind: "not-now" };
    const { id: evaluationId } = evaluation;
    const reply = { evaluationId, versionNumber: version.number, body, at: deed.now };
    if (!(await writeReply(sql, reply, act))) return { kind: "replied" };
    await announcePublicAct(sql, city.id);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActor,
      action: "reply-published",
      subject: `evaluation ${evaluation.slug}`,
      detail: { version: version.number, contentHash: hashContent(body) },
    });
    return { kind: "replied" };
  });
}

export type FollowedUp = { kind: "said" } | { kind: "no-such-recommendation" } | Undone;

const ofTheCommittee: readonly FollowUpKind[] = ["verified", "reopened"];

/** The city says what it does with a recommendation; the committee verifies what was done, or opens it again. */
export function followUpRecommendation(
  deed: Deed,
  said: { key: string; kind: FollowUpKind; note: string | null },
): Promise<FollowedUp> {
  const action = ofTheCommittee.includes(said.kind)
    ? "recommendation.verify"
    : "recommendation.answer";
  return holdEvaluation<FollowedUp>(deed, action, "reply", async (held) => {
    const { sql, city, evaluation, act, auditActor } = held;
    const version = publishedVersions(evaluation).at(-1);
    if (!version?.content.recommendations.some(({ key }) => key === said.key)) {
      return { kind: "no-such-recommendation" };
    }
    const before = (await listFollowUps(sql, evaluation.id)).filter(({ key }) => key === said.key);
    const words = before.map(({ kind, at }) => ({ kind, at: at.toISOString() }));
    if (!possibleFollowUps(words).includes(said.kind)) return { kind: "not-now" };
    if (!(await writeFollowUp(sql, { evaluationId: evaluation.id, ...said }, act))) {
      return { kind: "said" };
    }
    await announcePublicAct(sql, city.id);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActor,
      action: "recommendation-updated",
      subject: `evaluation ${evaluation.slug}`,
      detail: {
        recommendation: said.key,
        kind: said.kind,
        noteHash: said.note === null ? null : hashContent(said.note),
      },
    });
    return { kind: "said" };
  });
}
