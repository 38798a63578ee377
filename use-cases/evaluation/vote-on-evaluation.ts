import { z } from "zod";
import { ballotChoices, type Tally, tallyBallots } from "#domain/evaluation/tally-ballots.ts";
import { honestText } from "#domain/text/honest-text.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import {
  listBallots,
  listCommittee,
  workingVersion,
} from "#persistence/evaluation/evaluation-queries.ts";
import { closeVersionVote, writeBallot } from "#persistence/evaluation/evaluation-writes.ts";
import { type Deed, holdEvaluation, type Undone } from "#persistence/evaluation/hold-evaluation.ts";

export const ballotSchema = z
  .object({
    choice: z.enum(ballotChoices),
    /** A dissent is published with its text; who stands aside says why. */
    reasons: honestText(10_000).transform((text) => (text === "" ? null : text)),
  })
  .refine(({ choice, reasons }) => choice !== "recusal" || reasons !== null, {
    error: "missing",
    path: ["reasons"],
  });
export type GivenBallot = z.infer<typeof ballotSchema>;

export type CastBallot = { kind: "cast" } | Undone;

/** One member's vote, which may be changed until the vote is closed: the last one counts, and each stays kept. */
export function castBallot(deed: Deed, ballot: GivenBallot): Promise<CastBallot> {
  return holdEvaluation<CastBallot>(deed, "evaluation.vote", "close-vote", async (held) => {
    const { sql, city, evaluation, auditActor, act } = held;
    const version = workingVersion(evaluation);
    if (!version) return { kind: "not-now" };
    const { id: versionId, round, number } = version;
    const isNew = await writeBallot(sql, { versionId, round, ...ballot }, act);
    if (isNew) {
      await appendAuditEntry(sql, {
        cityId: city.id,
        actor: auditActor,
        action: "vote-cast",
        subject: `evaluation ${evaluation.slug}`,
        detail: { version: number, round, choice: ballot.choice },
      });
    }
    return { kind: "cast" };
  });
}

export type ClosedVote =
  | { kind: "closed"; tally: Tally }
  | { kind: "no-quorum"; tally: Tally }
  | Undone;

/** Closes the vote and counts it. Without a quorum it stays open: nothing was decided. */
export function closeVote(deed: Deed): Promise<ClosedVote> {
  return holdEvaluation<ClosedVote>(deed, "evaluation.close-vote", "close-vote", async (held) => {
    const { sql, city, evaluation, auditActor } = held;
    const version = workingVersion(evaluation);
    if (!version) return { kind: "not-now" };
    const members = (await listCommittee(sql, city.id, deed.now)).map(({ accountId }) => accountId);
    const tally = tallyBallots(members, await listBallots(sql, version));
    if (!tally.quorate) return { kind: "no-quorum", tally };
    await closeVersionVote(sql, version.id, tally, deed.now);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActor,
      action: "evaluation-voted",
      subject: `evaluation ${evaluation.slug}`,
      detail: { version: version.number, ...tally },
    });
    return { kind: "closed", tally };
  });
}
