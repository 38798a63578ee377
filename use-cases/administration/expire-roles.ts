import { EXPIRIES_AT_ONCE, logExpiries } from "#persistence/account/role-expiries.ts";
import { writeSql } from "#persistence/database.ts";

/**
 * Says in the log which roles have run out since it was last said, however long ago that was. They ended by themselves,
 * on the day that was said when they were given: nobody's right is asked for.
 */
export async function expireRoles(now: Date): Promise<void> {
  let found: number;
  do found = await writeSql((sql) => logExpiries(sql, now));
  while (found === EXPIRIES_AT_ONCE);
}
