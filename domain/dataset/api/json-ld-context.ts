import type { ColumnType, Dataset } from "../dataset.ts";

const wgs84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";

/** Kept as the JSON that they are: their own names have no entry. */
const written: ReadonlySet<ColumnType> = new Set(["geometry", "json", "records"]);

/** What each name of an answer stands for (JSON-LD 1.1): the dictionary's entries, and well-known words where there are. */
export function jsonLdContext(dataset: Dataset, origin: string): Record<string, unknown> {
  const entry = (name: string) => `${origin}/data/dictionary#${dataset.id}.${name}`;
  const columns = dataset.columns.map(({ name, type }) => [
    name,
    written.has(type) ? { "@id": entry(name), "@type": "@json" } : entry(name),
  ]);
  return {
    "@version": 1.1,
    "@vocab": `${origin}/data/dictionary#`,
    rows: { "@id": `${origin}/data/dictionary#${dataset.id}`, "@container": "@set" },
    published_at: "http://purl.org/dc/terms/issued",
    ...Object.fromEntries(columns),
    ...(dataset.place === "point" ? { longitude: `${wgs84}long`, latitude: `${wgs84}lat` } : {}),
  };
}
