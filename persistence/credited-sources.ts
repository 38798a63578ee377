import type { ReadDatabase } from "./database.ts";

/** A document of the registry, with the imports that it came by and are not undone. */
export type CreditedSource = {
  id: number;
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  publishedOn: string | null;
  retrievedOn: string | null;
  verification: string;
  /** What it says that still stands, by kind of record. */
  records: readonly { kind: string; count: number }[];
  imports: readonly {
    preset: string;
    fileName: string;
    sha256: string | null;
    commitment: string | null;
    release: number;
    records: number;
  }[];
};

export type CreditedCity = {
  slug: string;
  name: string;
  country: string;
  fictional: boolean;
  sources: readonly CreditedSource[];
};

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Every document that the facts of every city lean on, or of one city. */
export async function listCreditedSources(
  database: ReadDatabase,
  slug: string | undefined,
): Promise<CreditedCity[]> {
  const cities = await database.city.findMany({
    ...(slug === undefined ? {} : { where: { slug } }),
    orderBy: [{ fictional: "asc" }, { name: "asc" }],
    include: {
      sources: {
        orderBy: { id: "asc" },
        include: {
          importBatches: { where: { undoneByRelease: null }, orderBy: { id: "asc" } },
        },
      },
    },
  });
  const records = await countRecords(database, slug);
  return cities.map(({ slug, name, country, fictional, sources }) => ({
    slug,
    name,
    country,
    fictional,
    sources: sources.map(({ importBatches, publishedOn, retrievedOn, ...source }) => ({
      ...source,
      publishedOn: day(publishedOn),
      retrievedOn: day(retrievedOn),
      records: records.filter(({ sourceId }) => sourceId === source.id),
      imports: importBatches.map(
        ({ preset, fileName, releaseNumber, fileSha256, fileCommitment, counts }) => ({
          preset,
          fileName,
          sha256: fileSha256,
          commitment: fileCommitment,
          release: releaseNumber,
          records: recordsOf(counts),
        }),
      ),
    })),
  }));
}

/** Records of the latest release by the document that they rest on. One pass over each table. */
function countRecords(
  database: ReadDatabase,
  slug: string | undefined,
): Promise<{ sourceId: number; kind: string; count: number }[]> {
  return database.$queryRaw`
    WITH chosen AS (SELECT id FROM city WHERE ${slug ?? null}::text IS NULL OR slug = ${slug ?? null})
    SELECT source_id AS "sourceId", kind, count(*)::int AS count FROM (
      SELECT city_id, source_id, 'boundary' AS kind, from_release, until_release FROM boundary
      UNION ALL SELECT city_id, source_id, 'district', from_release, until_release FROM district
      UNION ALL SELECT city_id, source_id, 'population', from_release, until_release FROM population_count
      UNION ALL SELECT city_id, source_id, 'camera', from_release, until_release FROM camera_version
      UNION ALL SELECT city_id, source_id, 'authorisation', from_release, until_release FROM authorisation
      UNION ALL SELECT city_id, source_id, 'cost', from_release, until_release FROM cost_line
      UNION ALL SELECT city_id, source_id, 'outcome', from_release, until_release FROM outcome_statistic
      UNION ALL SELECT city_id, source_id, 'figure', from_release, until_release FROM published_figure
      UNION ALL SELECT city_id, source_id, 'institution', from_release, until_release FROM institution_fact
    ) AS said
    JOIN (SELECT city_id, max(number) AS number FROM release GROUP BY city_id) latest USING (city_id)
    WHERE city_id IN (SELECT id FROM chosen)
      AND from_release <= latest.number AND (until_release IS NULL OR until_release > latest.number)
    GROUP BY source_id, kind ORDER BY source_id, count DESC`;
}

function recordsOf(counts: unknown): number {
  const { created, updated, renumbered } = counts as Record<string, number | undefined>;
  return (created ?? 0) + (updated ?? 0) + (renumbered ?? 0);
}
