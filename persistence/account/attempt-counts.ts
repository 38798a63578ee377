import { createHash } from "node:crypto";
import { type Attempt, attemptLimits } from "#domain/actor/account-limits.ts";
import type { WriteSql } from "../database.ts";

/**
 * Counts an attempt and says whether it is one too many. Windows are fixed: the first attempt opens one. One statement,
 * so that a hundred attempts at once are a hundred; whose they are is kept hashed, and for the window only.
 */
export async function countAttempt(
  sql: WriteSql,
  attempt: Attempt,
  whose: string,
  now: Date,
): Promise<{ isAllowed: boolean; openAgainAt: Date }> {
  const { most, within } = attemptLimits[attempt];
  const bucket = createHash("sha256").update(`${attempt} ${whose}`).digest();
  const ends = new Date(now.getTime() + within);
  await sql`DELETE FROM rate_limit WHERE bucket IN (
    SELECT bucket FROM rate_limit WHERE ends_at < ${now} LIMIT 100 FOR UPDATE SKIP LOCKED)`;
  const [row] = await sql<{ hits: number; endsAt: Date }[]>`
    INSERT INTO rate_limit AS known (bucket, hits, ends_at) VALUES (${bucket}, 1, ${ends})
    ON CONFLICT (bucket) DO UPDATE SET
      hits = CASE WHEN known.ends_at <= ${now} THEN 1 ELSE least(known.hits + 1, 1000000) END,
      ends_at = CASE WHEN known.ends_at <= ${now} THEN excluded.ends_at ELSE known.ends_at END
    RETURNING hits, ends_at AS "endsAt"`;
  return { isAllowed: (row?.hits ?? 1) <= most, openAgainAt: row?.endsAt ?? ends };
}

/** What succeeds is no guess: the window starts anew. */
export async function forgetAttempts(
  sql: WriteSql,
  attempt: Attempt,
  whose: string,
): Promise<void> {
  const bucket = createHash("sha256").update(`${attempt} ${whose}`).digest();
  await sql`DELETE FROM rate_limit WHERE bucket = ${bucket}`;
}
