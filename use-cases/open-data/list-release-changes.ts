import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { type ChangesFound, listChanges } from "#persistence/release/list-changes.ts";
import { listReleases } from "#persistence/release-queries.ts";

export type ReleaseChanges =
  | ({ kind: "found"; city: City; since: number; next: string | undefined } & ChangesFound)
  | { kind: "city-not-found" | "release-not-found" };

/** What a release changed since the one before it, or since another earlier one; 0 stands for nothing at all. */
export function listReleaseChanges(asked: {
  city: string;
  release: number;
  since: number | undefined;
  after: string | undefined;
  limit: number;
}): Promise<ReleaseChanges> {
  return readSql(async (sql): Promise<ReleaseChanges> => {
    const { release, after, limit } = asked;
    const city = await findCity(sql, asked.city, release);
    if (!city) {
      const exists = await findCity(sql, asked.city);
      return { kind: exists ? "release-not-found" : "city-not-found" };
    }
    const [, before] = await listReleases(sql, city.id, 2, release);
    const since = asked.since ?? before?.number ?? 0;
    const known = since === 0 || (await findCity(sql, asked.city, since));
    if (!known || since >= release) return { kind: "release-not-found" };
    const found = await listChanges(sql, city.id, { since, release, after, limit: limit + 1 });
    const rows = found.rows.slice(0, limit);
    const next = found.rows.length > rows.length ? rows.at(-1)?.position : undefined;
    return { kind: "found", city, since, totals: found.totals, rows, next };
  });
}
