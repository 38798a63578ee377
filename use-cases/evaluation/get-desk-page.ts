import type { Actor, Member } from "#domain/actor/actor.ts";
import { type EvaluationContent, type Gap, gapsOf } from "#domain/evaluation/evaluation-content.ts";
import { canTake, type Step, standingWord } from "#domain/evaluation/evaluation-life.ts";
import { type FieldConflict, mergeDrafts } from "#domain/evaluation/merge-drafts.ts";
import {
  type FollowUpKind,
  possibleFollowUps,
  saidOf,
} from "#domain/evaluation/recommendation-follow-up.ts";
import { lastBallots, type Tally, tallyBallots } from "#domain/evaluation/tally-ballots.ts";
import { can, NotAllowed, refusalOf } from "#domain/permission/can.ts";
import type { Action } from "#domain/permission/permissions.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  type BallotRow,
  type EvaluationRow,
  findAside,
  findEvaluation,
  findSave,
  listBallots,
  listCommittee,
  listFollowUps,
  publishedVersions,
  type SavedDraft,
  standingOf,
  type VersionRow,
  workingVersion,
} from "#persistence/evaluation/evaluation-queries.ts";
import { requireMember } from "#persistence/evaluation/hold-evaluation.ts";

export type Deed = "edit" | "vote" | "answer" | "verify" | Step;

export type DeskPage = {
  city: City;
  slug: string;
  standing: string;
  /** What whoever asks may do now. */
  deeds: readonly Deed[];
  working: VersionRow | undefined;
  published: VersionRow | undefined;
  lastSave: SavedDraft | undefined;
  gaps: readonly Gap[];
  /** The vote so far; ballots are secret to nobody on the committee once the vote is closed. */
  vote: { tally: Tally; cast: number; mine: BallotRow | undefined } | undefined;
  /** A draft of whoever asks that met another. */
  aside: { conflicts: readonly FieldConflict[]; merged: EvaluationContent } | undefined;
  recommendations: readonly {
    key: string;
    text: string;
    next: readonly FollowUpKind[];
  }[];
};

const deedsAndRights: readonly (readonly [Deed, Step | undefined, Action])[] = [
  ["edit", "submit", "evaluation.edit"],
  ["submit", "submit", "evaluation.submit"],
  ["abandon", "abandon", "evaluation.edit"],
  ["return-to-draft", "return-to-draft", "evaluation.return-to-draft"],
  ["vote", "close-vote", "evaluation.vote"],
  ["close-vote", "close-vote", "evaluation.close-vote"],
  ["publish", "publish", "evaluation.publish"],
  ["revise", "revise", "evaluation.revise"],
  ["withdraw", "withdraw", "evaluation.withdraw"],
  ["reply", "reply", "evaluation.reply"],
  ["answer", "reply", "recommendation.answer"],
  ["verify", "reply", "recommendation.verify"],
];

/**
 * One evaluation as those who work on it see it: the committee its drafts and votes, the city's respondent what is public
 * and can be answered. Throws `NotAllowed`.
 */
export function getDeskPage(
  actor: Actor,
  citySlug: string,
  slug: string,
  now: Date,
  asideId?: number,
): Promise<DeskPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    const member = requireMember(actor, "committee.read");
    const isCommittee = can(actor, "committee.read", { cityId: city.id });
    const row = await findEvaluation(sql, city.id, slug);
    if (!isCommittee) refuseStrangers(actor, city, row);
    if (!row) return undefined;
    return readDesk(sql, { city, row, member, isCommittee, now, asideId });
  });
}

/** Who is not of the committee sees the desk of a public evaluation, if the city answers by them. */
function refuseStrangers(actor: Actor, city: City, row: EvaluationRow | undefined): void {
  const state = row && publishedVersions(row).length > 0 ? "published" : undefined;
  const refusal = refusalOf(actor, "evaluation.reply", { cityId: city.id, state });
  if (refusal) throw new NotAllowed(refusal, "committee.read");
}

type Read = {
  city: City;
  row: EvaluationRow;
  member: Member;
  isCommittee: boolean;
  now: Date;
  asideId: number | undefined;
};

async function readDesk(sql: ReadSql, read: Read): Promise<DeskPage> {
  const { city, row, member, isCommittee } = read;
  const standing = standingOf(row);
  const state = standingWord(standing);
  const working = isCommittee ? workingVersion(row) : undefined;
  const published = publishedVersions(row).at(-1);
  const followUps = await listFollowUps(sql, row.id);
  return {
    city,
    slug: row.slug,
    standing: state,
    deeds: deedsAndRights
      .filter(
        ([, step, action]) =>
          (step === undefined || canTake(step, standing)) &&
          can(member, action, { cityId: city.id, state }),
      )
      .map(([deed]) => deed),
    working,
    published,
    lastSave: working && (await findSave(sql, working.id, working.saves)),
    gaps: working?.state === "draft" ? gapsOf(working.content) : [],
    vote: working && (await voteOf(sql, working, read)),
    aside: working && (await asideOf(sql, working, read)),
    recommendations: (published?.content.recommendations ?? []).map(({ key, text }) => ({
      key,
      text,
      next: possibleFollowUps(saidOf(followUps, key)),
    })),
  };
}

async function voteOf(sql: ReadSql, working: VersionRow, { city, member, now }: Read) {
  if (working.state === "draft") return undefined;
  const ballots = await listBallots(sql, working);
  const members = (await listCommittee(sql, city.id, now)).map(({ accountId }) => accountId);
  const last = lastBallots(members, ballots);
  return {
    tally: working.tally ?? tallyBallots(members, ballots),
    cast: last.size,
    mine: last.get(member.accountId),
  };
}

async function asideOf(sql: ReadSql, working: VersionRow, { member, asideId }: Read) {
  if (asideId === undefined || working.state !== "draft") return undefined;
  const found = await findAside(sql, {
    id: asideId,
    versionId: working.id,
    accountId: member.accountId,
  });
  const base = found && (await findSave(sql, working.id, found.seen));
  return base && mergeDrafts(base.content, working.content, found.content);
}
