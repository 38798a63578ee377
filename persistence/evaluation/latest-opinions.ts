import type { Opinion } from "#domain/evaluation/evaluation-content.ts";
import { type ReplyDelay, replyDelay } from "#domain/evaluation/reply-delay.ts";
import type { ReadSql } from "../database.ts";
import { listEvaluations, listFirstReplies, publishedVersions } from "./evaluation-queries.ts";

/** An opinion that stands, by its latest version; days are the city's. */
export type LatestOpinion = {
  slug: string;
  title: string;
  opinion: Opinion | undefined;
  /** Of the first version. */
  publishedOn: string;
  reply: ReplyDelay;
};

const most = 3;

/** What the committee has published and not withdrawn, the latest first: as many as a first page has room for. */
export async function listLatestOpinions(
  sql: ReadSql,
  city: { id: number; timezone: string },
  today: string,
  dayIn: (timezone: string, instant: Date) => string,
): Promise<LatestOpinion[]> {
  const standing = (await listEvaluations(sql, city.id)).flatMap((row) => {
    const published = publishedVersions(row);
    const [first, last] = [published[0], published.at(-1)];
    if (row.withdrawal || !first?.publishedAt || !last) return [];
    const { title, opinion } = last.content;
    return [{ id: row.id, slug: row.slug, title, opinion, publishedAt: first.publishedAt }];
  });
  if (standing.length === 0) return [];
  const replies = new Map(
    (await listFirstReplies(sql, city.id)).map(({ evaluationId, at }) => [evaluationId, at]),
  );
  return standing
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, most)
    .map(({ id, publishedAt, ...opinion }) => {
      const publishedOn = dayIn(city.timezone, publishedAt);
      const repliedAt = replies.get(id);
      const repliedOn = repliedAt && dayIn(city.timezone, repliedAt);
      return { ...opinion, publishedOn, reply: replyDelay(publishedOn, repliedOn, today) };
    });
}
