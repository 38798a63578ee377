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
  sha256: string | null;
  verification: string;
  imports: readonly { preset: string; fileName: string; release: number; records: number }[];
};

export type CreditedCity = {
  slug: string;
  name: string;
  fictional: boolean;
  sources: readonly CreditedSource[];
};

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Every document that the facts of every city lean on. */
export async function listCreditedSources(database: ReadDatabase): Promise<CreditedCity[]> {
  const cities = await database.city.findMany({
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
  return cities.map(({ slug, name, fictional, sources }) => ({
    slug,
    name,
    fictional,
    sources: sources.map(({ importBatches, publishedOn, retrievedOn, ...source }) => ({
      ...source,
      publishedOn: day(publishedOn),
      retrievedOn: day(retrievedOn),
      imports: importBatches.map(({ preset, fileName, releaseNumber, counts }) => ({
        preset,
        fileName,
        release: releaseNumber,
        records: recordsOf(counts),
      })),
    })),
  }));
}

function recordsOf(counts: unknown): number {
  const { created, updated, renumbered } = counts as Record<string, number | undefined>;
  return (created ?? 0) + (updated ?? 0) + (renumbered ?? 0);
}
