import type { DatasetRow } from "#domain/dataset/dataset.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { recommendationState, saidOf } from "#domain/evaluation/recommendation-follow-up.ts";
import { replyDelay } from "#domain/evaluation/reply-delay.ts";
import { lastBallots } from "#domain/evaluation/tally-ballots.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import {
  type BallotRow,
  type EvaluationRow,
  type FollowUpRow,
  listBallots,
  listEvaluations,
  listFollowUps,
  listReplies,
  publishedVersions,
  type ReplyRow,
  type VersionRow,
} from "../evaluation/evaluation-queries.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";
import { daysIn } from "./days-in.ts";
import { instantOf } from "./release-instant.ts";

/** Each public version of each evaluation, with what was said of it until the instant. Names of persons stay on the pages. */
export async function evaluationRows(
  sql: ReadSql,
  city: City,
  release: RowsRelease,
): Promise<DatasetRow[]> {
  const until = await instantOf(sql, city.id, release);
  if (!until) return [];
  const rows: DatasetRow[] = [];
  for (const evaluation of await listEvaluations(sql, city.id)) {
    const versions = publishedVersions(evaluation).filter((version) => isPast(version, until));
    if (versions.length === 0) continue;
    const said = {
      replies: (await listReplies(sql, evaluation.id)).filter(({ at }) => at <= until),
      followUps: (await listFollowUps(sql, evaluation.id)).filter(({ at }) => at <= until),
      withdrawal: withdrawalUntil(evaluation, until),
    };
    const days = await daysOf(sql, city, { versions, replies: said.replies, until });
    for (const version of versions) {
      const ballots = await listBallots(sql, version);
      rows.push(rowOf({ city, evaluation, versions, version, ballots, days, ...said }));
    }
  }
  return rows;
}

function isPast({ publishedAt }: VersionRow, until: Date): boolean {
  return publishedAt !== null && publishedAt <= until;
}

function withdrawalUntil({ withdrawal }: EvaluationRow, until: Date) {
  return withdrawal !== null && withdrawal.at <= until ? withdrawal : null;
}

async function daysOf(
  sql: ReadSql,
  city: City,
  { versions, replies, until }: Pick<Given, "versions" | "replies"> & { until: Date },
): Promise<Given["days"]> {
  const first = replies[0]?.at;
  const instants = [until, versions[0]?.publishedAt ?? until, ...(first ? [first] : [])];
  const [today = "", published = "", replied] = await daysIn(sql, city.timezone, instants);
  return { today, published, replied };
}

type Given = {
  city: City;
  evaluation: EvaluationRow;
  versions: readonly VersionRow[];
  version: VersionRow;
  ballots: readonly BallotRow[];
  replies: readonly ReplyRow[];
  followUps: readonly FollowUpRow[];
  withdrawal: EvaluationRow["withdrawal"];
  days: { published: string; replied: string | undefined; today: string };
};

function rowOf(given: Given): DatasetRow {
  const { city, evaluation, version, ballots, followUps, days } = given;
  return {
    evaluation: evaluation.slug,
    version: version.number,
    published_at: version.publishedAt?.toISOString() ?? null,
    data_release: version.dataRelease,
    revision_reason: version.reason,
    ...standingOf(given),
    ...voteOf(version),
    dissents: dissentsOf(ballots),
    ...textOf(version.content),
    recommendations: followed(version.content, followUps, days.today),
    ...answerOf(given),
    content_hash: version.contentHash,
    page: `/${city.slug}/evaluations/${evaluation.slug}?version=${version.number}`,
  };
}

function standingOf({ versions, version, withdrawal }: Given): DatasetRow {
  const last = withdrawal === null ? "current" : "withdrawn";
  return {
    state: version === versions.at(-1) ? last : "superseded",
    withdrawn_at: withdrawal?.at.toISOString() ?? null,
    withdrawal_reason: withdrawal?.reason ?? null,
  };
}

function voteOf({ tally }: VersionRow): DatasetRow {
  if (tally === null) return {};
  return {
    votes_for: tally.for,
    votes_against: tally.against,
    abstentions: tally.abstain,
    recusals: tally.recusal,
    entitled: tally.entitled,
    quorum: tally.quorum,
  };
}

/** Each recommendation with everything said of it and where it stands on the day. */
function followed(
  { recommendations }: EvaluationContent,
  followUps: readonly FollowUpRow[],
  today: string,
) {
  return recommendations.map(({ key, text, owner, dueOn }) => {
    const own = followUps.filter((said) => said.key === key);
    return {
      key,
      text,
      owner,
      due_on: dueOn,
      state: recommendationState(dueOn, saidOf(own, key), today),
      follow_ups: own.map(({ kind, note, at }) => ({ kind, note, said_at: at.toISOString() })),
    };
  });
}

function answerOf({ replies, days: { published, replied, today } }: Given): DatasetRow {
  const { kind, days } = replyDelay(published, replied, today);
  return {
    reply_state: kind,
    reply_days: days,
    replies: replies.map(({ versionNumber, at, body }) => ({
      version: versionNumber,
      replied_at: at.toISOString(),
      body,
    })),
  };
}

/** Reasons that were given with a vote against or a recusal, in the order of the last ballots. */
function dissentsOf(ballots: readonly BallotRow[]) {
  const voters = ballots.map(({ accountId }) => accountId);
  return [...lastBallots(voters, ballots).values()].flatMap(({ choice, reasons }) =>
    reasons !== null && (choice === "against" || choice === "recusal") ? [{ choice, reasons }] : [],
  );
}

function textOf({ title, object, opinion, objective, body, ...parts }: EvaluationContent) {
  const { ratings, checklist, figures } = parts;
  return {
    title,
    object_kind: object.kind,
    object: object.reference ?? null,
    opinion: opinion ?? null,
    objective: objective?.text ?? null,
    objective_fixed_on: objective?.fixedOn ?? null,
    body,
    ratings: Object.entries(ratings).map(([aspect, { level, reasons }]) => ({
      aspect,
      level,
      reasons,
    })),
    checklist: checklist.map(({ item, answer, note }) => ({ item, answer, note: note ?? null })),
    figures: figures.map(({ key, page, label, value, interval, period, release }) => ({
      key,
      page,
      label,
      value,
      interval: interval ?? null,
      period: period ?? null,
      release,
    })),
  };
}
