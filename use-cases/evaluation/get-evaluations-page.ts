import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import {
  type RecommendationState,
  recommendationState,
  saidOf,
} from "#domain/evaluation/recommendation-follow-up.ts";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { listReports } from "#persistence/annual-report/report-queries.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { listFollowUps } from "#persistence/evaluation/evaluation-queries.ts";
import {
  listPublishedEvaluations,
  type PublishedEvaluation,
} from "#persistence/evaluation/published-evaluations.ts";

export type ListedEvaluation = {
  slug: string;
  title: string;
  object: EvaluationContent["object"];
  opinion: EvaluationContent["opinion"];
  version: number;
  /** Day of the first publication, as the city counts days. */
  publishedOn: string;
  revisedOn: string | undefined;
  withdrawnOn: string | undefined;
  reply: ReplyDelay;
  recommendations: RecommendationState[];
};

/** A public annual report, by its latest version. */
export type PublicReport = { year: number; version: number; publishedOn: string };

export type EvaluationsPage = {
  city: City;
  today: string;
  evaluations: ListedEvaluation[];
  /** The latest year first. */
  reports: PublicReport[];
};

/** What the committee has published, the latest first, with how long the city took or has taken so far to answer. */
export function getEvaluationsPage(slug: string, now: Date): Promise<EvaluationsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const day = (instant: Date) => dayIn(city.timezone, instant);
    const today = day(now);
    const evaluations: ListedEvaluation[] = [];
    for (const published of await listPublishedEvaluations(sql, city, today, dayIn)) {
      const followUps = await listFollowUps(sql, published.row.id);
      evaluations.push(list(published, { followUps, day, today }));
    }
    evaluations.sort((a, b) => b.publishedOn.localeCompare(a.publishedOn));
    const reports = (await listReports(sql, city.id)).flatMap(({ year, version, publishedAt }) =>
      version === null || publishedAt === null
        ? []
        : [{ year, version, publishedOn: day(publishedAt) }],
    );
    return { city, today, evaluations, reports };
  });
}

type Given = {
  followUps: Awaited<ReturnType<typeof listFollowUps>>;
  day: (instant: Date) => string;
  today: string;
};

function list(
  { row, last, publishedOn, revisedOn, reply }: PublishedEvaluation,
  { followUps, day, today }: Given,
): ListedEvaluation {
  const { title, object, opinion, recommendations } = last.content;
  return {
    slug: row.slug,
    title,
    object,
    opinion,
    version: last.number,
    publishedOn,
    revisedOn,
    withdrawnOn: row.withdrawal ? day(row.withdrawal.at) : undefined,
    reply,
    recommendations: recommendations.map(({ key, dueOn }) =>
      recommendationState(dueOn, saidOf(followUps, key), today),
    ),
  };
}
