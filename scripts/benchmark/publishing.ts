import { connect } from "#persistence/connection.ts";
import { writeSql } from "#persistence/database.ts";
import { takeNextRevision, writeRevision } from "#persistence/importing/write-release.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { type BenchmarkRow, milliseconds } from "./row.ts";

const limitSeconds = 10;

/**
 * A draft in which one camera in a hundred changed, published: with the comparison of every register and the figures that
 * move, which the release keeps. Beside it, the same cameras copied into a table of their own, as a release by copy would.
 */
export async function measurePublishing(city: string, url: string): Promise<BenchmarkRow> {
  await prepareRelease(city, "command-line");
  const { cameras, changed } = await changeOneInAHundred(city);
  const copied = await copySeconds(city, url);
  const started = performance.now();
  const published = await publishRelease(city, "One camera in a hundred changed", "command-line");
  const seconds = (performance.now() - started) / 1000;
  if (published.kind !== "published") throw new Error(`${city}: ${published.kind}`);
  const told = published.differences.kinds.find(({ kind }) => kind === "camera")?.changed ?? 0;
  return {
    what: `a release of ${cameras.toLocaleString("en")} cameras published, ${changed.toLocaleString("en")} changed`,
    limit: `≤ ${limitSeconds} s`,
    reached: `${milliseconds(seconds * 1000)}, ${told.toLocaleString("en")} changes told`,
    rival: `every row copied ${milliseconds(copied * 1000)}`,
    ratio: copied / seconds,
    isReached: seconds <= limitSeconds && told === changed,
  };
}

/** New versions of the cameras whose number ends in 00, as an import would leave them. */
function changeOneInAHundred(slug: string): Promise<{ cameras: number; changed: number }> {
  return writeSql(async (sql) => {
    const [city] = await sql<{ id: number; cameras: number }[]>`
      SELECT c.id, count(v.id)::int AS cameras FROM city c JOIN camera_version v ON v.city_id = c.id
      WHERE c.slug = ${slug} AND v.until_release IS NULL GROUP BY c.id`;
    if (!city) throw new Error(`There is no city ${slug} with cameras.`);
    const revision = await takeNextRevision(sql, city.id);
    const columns = await sql<{ name: string }[]>`
      SELECT attname AS name FROM pg_attribute WHERE attrelid = 'camera_version'::regclass AND attnum > 0
        AND NOT attisdropped AND attgenerated = ''
        AND attname NOT IN ('id', 'from_release', 'until_release', 'status', 'content_hash')`;
    const kept = columns.map(({ name }) => name);
    const ended = await sql`
      UPDATE camera_version SET until_release = ${revision}
      WHERE city_id = ${city.id} AND until_release IS NULL AND camera_id % 100 = 0`;
    await sql`
      INSERT INTO camera_version (${sql(kept)}, status, content_hash, from_release)
      SELECT ${sql(kept)}, 'out-of-order', sha256(content_hash), ${revision}::int FROM camera_version
      WHERE city_id = ${city.id} AND until_release = ${revision}`;
    await writeRevision(sql, {
      cityId: city.id,
      number: revision,
      kind: "import",
      note: "bench",
      changes: {},
      changed: ["camera"],
    });
    return { cameras: city.cameras, changed: ended.count };
  });
}

async function copySeconds(slug: string, url: string): Promise<number> {
  const sql = connect(url, { name: "bench" });
  try {
    const started = performance.now();
    await sql`CREATE TEMP TABLE bench_copy AS
      SELECT v.* FROM camera_version v JOIN city c ON c.id = v.city_id
      WHERE c.slug = ${slug} AND v.until_release IS NULL`;
    await sql`CREATE INDEX ON bench_copy (city_id, reference)`;
    return (performance.now() - started) / 1000;
  } finally {
    await sql.end();
  }
}
