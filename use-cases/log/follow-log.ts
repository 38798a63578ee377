import {
  type EntryFilter,
  type FoundEntry,
  followEntries,
} from "#persistence/audit/find-entries.ts";
import { readLogSize } from "#persistence/audit/log-queries.ts";
import { readSql } from "#persistence/database.ts";

/** Entries in the order of the log, as the database says them now: to be held against the published files. */
export function followLog(
  filter: EntryFilter,
  page: { start: number; limit: number },
): Promise<{ size: number; entries: FoundEntry[] }> {
  return readSql(async (sql) => ({
    size: await readLogSize(sql),
    entries: await followEntries(sql, filter, page),
  }));
}
