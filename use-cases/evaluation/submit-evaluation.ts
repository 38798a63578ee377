import { type Gap, gapsOf } from "#domain/evaluation/evaluation-content.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { workingVersion } from "#persistence/evaluation/evaluation-queries.ts";
import {
  abandonVersion,
  hashContent,
  returnVersionToDraft,
  submitVersion,
} from "#persistence/evaluation/evaluation-writes.ts";
import { type Deed, holdEvaluation, type Undone } from "#persistence/evaluation/hold-evaluation.ts";

export type SubmittedEvaluation =
  | { kind: "submitted" }
  | { kind: "incomplete"; gaps: readonly Gap[] }
  | { kind: "nothing-published" }
  | Undone;

/** Puts a draft to the vote. From here on its words are fixed, and so is the release that it judges. */
export function submitEvaluation(deed: Deed): Promise<SubmittedEvaluation> {
  return holdEvaluation<SubmittedEvaluation>(deed, "evaluation.submit", "submit", async (held) => {
    const { sql, city, evaluation, auditActor } = held;
    const version = workingVersion(evaluation);
    if (!version) return { kind: "not-now" };
    const gaps = gapsOf(version.content);
    if (gaps.length > 0) return { kind: "incomplete", gaps };
    if (city.latestRelease === 0) return { kind: "nothing-published" };
    await submitVersion(sql, version.id, city.latestRelease, deed.now);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActor,
      action: "evaluation-submitted",
      subject: `evaluation ${evaluation.slug}`,
      detail: {
        version: version.number,
        release: city.latestRelease,
        contentHash: hashContent(version.content),
      },
    });
    return { kind: "submitted" };
  });
}

export type Returned = { kind: "returned" } | Undone;

/** Takes what was submitted, or voted down, back to the desk. Its ballots stay kept and count no more. */
export function returnToDraft(deed: Deed): Promise<Returned> {
  return holdEvaluation<Returned>(
    deed,
    "evaluation.return-to-draft",
    "return-to-draft",
    async ({ sql, evaluation }) => {
      const version = workingVersion(evaluation);
      if (!version) return { kind: "not-now" };
      await returnVersionToDraft(sql, version.id);
      return { kind: "returned" };
    },
  );
}

export type Abandoned = { kind: "abandoned" } | Undone;

/** Gives a draft up. What was public stays as it is. */
export function abandonDraft(deed: Deed): Promise<Abandoned> {
  return holdEvaluation<Abandoned>(
    deed,
    "evaluation.edit",
    "abandon",
    async ({ sql, evaluation }) => {
      const version = workingVersion(evaluation);
      if (!version) return { kind: "not-now" };
      await abandonVersion(sql, version.id);
      return { kind: "abandoned" };
    },
  );
}
