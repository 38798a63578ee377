import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import {
  type RecommendationState,
  recommendationState,
  saidOf,
} from "#domain/evaluation/recommendation-follow-up.ts";
import { type ReplyDelay, replyDelay } from "#domain/evaluation/reply-delay.ts";
import { lastBallots } from "#domain/evaluation/tally-ballots.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  type BallotRow,
  type EvaluationRow,
  type FollowUpRow,
  findEvaluation,
  listBallots,
  listFollowUps,
  listReplies,
  publishedVersions,
  type ReplyRow,
  type VersionRow,
} from "#persistence/evaluation/evaluation-queries.ts";
import { findEndOfRelease } from "#persistence/release-queries.ts";

export type ShownRecommendation = EvaluationContent["recommendations"][number] & {
  state: RecommendationState;
  timeline: FollowUpRow[];
};

export type EvaluationPage = {
  city: City;
  slug: string;
  today: string;
  shown: VersionRow;
  /** The public version before the one shown, which it is compared with. */
  before: VersionRow | undefined;
  versions: {
    number: number;
    publishedAt: Date | null;
    reason: string | null;
    contentHash: string | null;
  }[];
  isLatest: boolean;
  withdrawal: { reason: string; at: Date } | null;
  /** Those who voted against or stood aside and said why; the other ballots are numbers. */
  dissents: BallotRow[];
  replies: ReplyRow[];
  reply: ReplyDelay;
  recommendations: ShownRecommendation[];
};

/**
 * One public evaluation, in its latest version or the one asked; undefined when nothing of it is public. With an earlier
 * release, what was public until the next one: an opinion goes on between releases, and what an article froze does not.
 */
export function getEvaluationPage(
  citySlug: string,
  slug: string,
  now: Date,
  asked?: number,
  release?: number,
): Promise<EvaluationPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug, release);
    const row = city && (await findEvaluation(sql, city.id, slug));
    if (!city || !row) return undefined;
    const until = await findEndOfRelease(sql, city.id, city.release);
    const published = publishedVersions(row).filter(({ publishedAt }) =>
      isBefore(publishedAt, until),
    );
    const shown =
      asked === undefined ? published.at(-1) : published.find(({ number }) => number === asked);
    return shown && readPage(sql, { city, row, published, shown, now, until });
  });
}

type Read = {
  city: City;
  row: EvaluationRow;
  published: readonly VersionRow[];
  shown: VersionRow;
  now: Date;
  /** What came later is left out. */
  until: Date | undefined;
};

function isBefore(at: Date | null, until: Date | undefined): boolean {
  return until === undefined || (at !== null && at <= until);
}

async function readPage(sql: ReadSql, { city, row, published, shown, now, until }: Read) {
  const today = dayIn(city.timezone, now);
  const replies = (await listReplies(sql, row.id)).filter(({ at }) => isBefore(at, until));
  const followUps = (await listFollowUps(sql, row.id)).filter(({ at }) => isBefore(at, until));
  const first = published[0]?.publishedAt ?? now;
  const [answered] = replies;
  const page: EvaluationPage = {
    city,
    slug: row.slug,
    today,
    shown,
    before: published.filter(({ number }) => number < shown.number).at(-1),
    versions: published.map(({ number, publishedAt, reason, contentHash }) => ({
      number,
      publishedAt,
      reason,
      contentHash,
    })),
    isLatest: shown.number === published.at(-1)?.number,
    withdrawal: row.withdrawal && isBefore(row.withdrawal.at, until) ? row.withdrawal : null,
    dissents: dissentsOf(await listBallots(sql, shown)),
    replies,
    reply: replyDelay(
      dayIn(city.timezone, first),
      answered && dayIn(city.timezone, answered.at),
      today,
    ),
    recommendations: shown.content.recommendations.map((recommendation) => ({
      ...recommendation,
      state: recommendationState(
        recommendation.dueOn,
        saidOf(followUps, recommendation.key),
        today,
      ),
      timeline: followUps.filter(({ key }) => key === recommendation.key),
    })),
  };
  return page;
}

/** The last ballot of each, of those whose reasons are published. */
function dissentsOf(ballots: readonly BallotRow[]): BallotRow[] {
  const voters = ballots.map(({ accountId }) => accountId);
  return [...lastBallots(voters, ballots).values()].filter(
    ({ choice, reasons }) => (choice === "against" || choice === "recusal") && reasons !== null,
  );
}
