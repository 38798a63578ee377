import type { Opinion } from "#domain/evaluation/evaluation-content.ts";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import { listPublishedEvaluations } from "./published-evaluations.ts";

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
  city: Pick<City, "id" | "timezone">,
  today: string,
  dayIn: (timezone: string, instant: Date) => string,
): Promise<LatestOpinion[]> {
  return (await listPublishedEvaluations(sql, city, today, dayIn))
    .filter(({ row }) => !row.withdrawal)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, most)
    .map(({ row, last, publishedOn, reply }) => {
      const { title, opinion } = last.content;
      return { slug: row.slug, title, opinion, publishedOn, reply };
    });
}
