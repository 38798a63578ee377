import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { publishedVersions, workingVersion } from "#persistence/evaluation/evaluation-queries.ts";
import {
  announcePublicAct,
  hashContent,
  publishVersion,
  writeVersion,
  writeWithdrawal,
} from "#persistence/evaluation/evaluation-writes.ts";
import { type Deed, holdEvaluation, type Undone } from "#persistence/evaluation/hold-evaluation.ts";

export type PublishedEvaluation =
  | { kind: "published"; number: number; contentHash: string }
  | Undone;

/** Makes an adopted version public, with its votes. Nobody can change it any more: a revision is a new version. */
export function publishEvaluation(deed: Deed): Promise<PublishedEvaluation> {
  return holdEvaluation<PublishedEvaluation>(
    deed,
    "evaluation.publish",
    "publish",
    async (held) => {
      const { sql, city, evaluation, auditActor } = held;
      const version = workingVersion(evaluation);
      if (!version) return { kind: "not-now" };
      const contentHash = hashContent(version.content);
      await publishVersion(sql, version.id, contentHash, deed.now);
      await announcePublicAct(sql, city.id);
      await appendAuditEntry(sql, {
        cityId: city.id,
        actor: auditActor,
        action: version.number === 1 ? "evaluation-published" : "evaluation-revised",
        subject: `evaluation ${evaluation.slug}`,
        detail: { version: version.number, release: version.dataRelease, contentHash },
      });
      return { kind: "published", number: version.number, contentHash };
    },
  );
}

export type RevisedEvaluation = { kind: "revising"; number: number } | Undone;

/** Opens a new draft from the public version. That one stays public until another is adopted. */
export function reviseEvaluation(deed: Deed, reason: string): Promise<RevisedEvaluation> {
  return holdEvaluation<RevisedEvaluation>(deed, "evaluation.revise", "revise", async (held) => {
    const { sql, evaluation, act } = held;
    const current = publishedVersions(evaluation).at(-1);
    if (!current) return { kind: "not-now" };
    const number = (evaluation.versions.at(-1)?.number ?? current.number) + 1;
    const { content } = current;
    await writeVersion(sql, { evaluationId: evaluation.id, number, content, reason }, act);
    return { kind: "revising", number };
  });
}

export type WithdrawnEvaluation = { kind: "withdrawn" } | Undone;

/** Withdraws an opinion with its reason. What was said stays readable, and is said to be withdrawn. */
export function withdrawEvaluation(deed: Deed, reason: string): Promise<WithdrawnEvaluation> {
  return holdEvaluation<WithdrawnEvaluation>(
    deed,
    "evaluation.withdraw",
    "withdraw",
    async ({ sql, city, evaluation, act, auditActor }) => {
      await writeWithdrawal(sql, evaluation.id, reason, act);
      await announcePublicAct(sql, city.id);
      await appendAuditEntry(sql, {
        cityId: city.id,
        actor: auditActor,
        action: "evaluation-withdrawn",
        subject: `evaluation ${evaluation.slug}`,
        detail: { reasonHash: hashContent(reason) },
      });
      return { kind: "withdrawn" };
    },
  );
}
