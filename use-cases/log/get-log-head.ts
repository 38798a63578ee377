import { logFiles } from "#persistence/audit/log-files.ts";
import { type PublishedHead, readPublishedHead } from "#persistence/audit/published-state.ts";

/** The last checkpoint that was published; undefined before the first. The database may be away. */
export function getLogHead(): Promise<PublishedHead | undefined> {
  return readPublishedHead(logFiles());
}
