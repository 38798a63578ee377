import { z } from "zod";
import type { Connection } from "./connection.ts";

/** What the public reads of a city changes when this version does, and not before. */
export interface PublishedVersion {
  readonly city: string;
  /** IANA name, for "today" as the city counts it. */
  readonly timezone: string;
  /** Number of the latest release; 0 before the first. */
  readonly release: number;
  /** Depends on the content, not only on the number: another database is another version. */
  readonly version: string;
  /** How often something was hidden or shown again: what it was changes earlier releases too. */
  readonly hidings: number;
}

const RELEASE_CHANNEL = "contrechamp_release";

const rowsSchema = z.array(
  z.object({
    city: z.string(),
    timezone: z.string(),
    release: z.number(),
    version: z.string(),
    hidings: z.number(),
  }),
);

export async function readPublishedVersions(sql: Connection): Promise<readonly PublishedVersion[]> {
  const rows = await sql`
    select city.slug as city, city.timezone, coalesce(latest.number, 0) as release,
      md5(concat_ws('|', city::text, latest.number, latest.content_hash, latest.published_at)) as version,
      (select count(*)::int from annotation_moderation moderated
        where moderated.city_id = city.id and moderated.kind in ('hidden', 'restored')) as hidings
    from city
    left join lateral (
      select number, content_hash, published_at from release
      where release.city_id = city.id order by number desc limit 1
    ) latest on true
    order by city.slug`;
  return rowsSchema.parse(rows);
}

/** Calls back at every release, and whenever listening (re)starts, since releases may have been missed. */
export async function listenToReleases(sql: Connection, changed: () => void): Promise<void> {
  await sql.listen(RELEASE_CHANNEL, changed, changed);
}
