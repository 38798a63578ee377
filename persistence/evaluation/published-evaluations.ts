import { type ReplyDelay, replyDelay } from "#domain/evaluation/reply-delay.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import {
  type EvaluationRow,
  listEvaluations,
  listFirstReplies,
  publishedVersions,
} from "./evaluation-queries.ts";

/** What the committee has published, withdrawn or not; days are the city's. */
export type PublishedEvaluation = {
  row: EvaluationRow;
  /** The version that stands. */
  last: EvaluationRow["versions"][number];
  /** Of the first version. */
  publishedAt: Date;
  publishedOn: string;
  /** Undefined while the first version stands. */
  revisedOn: string | undefined;
  reply: ReplyDelay;
};

/** In the order of the evaluations, with how long the city took or has taken so far to answer. */
export async function listPublishedEvaluations(
  sql: ReadSql,
  { id, timezone }: Pick<City, "id" | "timezone">,
  today: string,
  dayIn: (timezone: string, instant: Date) => string,
): Promise<PublishedEvaluation[]> {
  const published = (await listEvaluations(sql, id)).flatMap((row) => {
    const versions = publishedVersions(row);
    const [first, last] = [versions[0], versions.at(-1)];
    if (!first?.publishedAt || !last?.publishedAt) return [];
    const revisedOn = first === last ? undefined : dayIn(timezone, last.publishedAt);
    const publishedOn = dayIn(timezone, first.publishedAt);
    return [{ row, last, publishedAt: first.publishedAt, publishedOn, revisedOn }];
  });
  if (published.length === 0) return [];
  const replies = new Map(
    (await listFirstReplies(sql, id)).map(({ evaluationId, at }) => [evaluationId, at]),
  );
  return published.map((one) => {
    const repliedAt = replies.get(one.row.id);
    const repliedOn = repliedAt && dayIn(timezone, repliedAt);
    return { ...one, reply: replyDelay(one.publishedOn, repliedOn, today) };
  });
}
