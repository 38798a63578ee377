import type { Attempt } from "#domain/actor/account-limits.ts";
import { countAttempt } from "#persistence/account/attempt-counts.ts";
import { writeSql } from "#persistence/database.ts";

/** Counts an attempt, in a transaction of its own so that it counts whatever follows; false for one too many. */
export async function allowAttempt(attempt: Attempt, whose: string, now: Date): Promise<boolean> {
  return (await writeSql((sql) => countAttempt(sql, attempt, whose, now))).isAllowed;
}
