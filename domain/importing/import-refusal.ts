import type { Importer } from "./importer.ts";

/** A reason to refuse that concerns the file or the wish, not one row. */
export class ImportRefusal extends Error {
  constructor(
    readonly reason: string,
    message: string,
    readonly line: number | null = null,
  ) {
    super(message);
  }
}

type Family = Importer["accepts"][number];

/** What the records of a format can be taken for. JSON objects may be rows or features. */
const families: Readonly<Record<string, readonly Family[]>> = {
  csv: ["table"],
  xlsx: ["table"],
  ods: ["table"],
  json: ["table", "features"],
  ndjson: ["table", "features"],
  geojson: ["features"],
  overpass: ["overpass"],
};

export function refuseForeignFormat(importer: Importer, format: string): void {
  if ((families[format] ?? []).some((family) => importer.accepts.includes(family))) return;
  const message = `The preset "${importer.id}" does not read ${format}.`;
  throw new ImportRefusal("unexpected-format", message);
}

/** A column that the preset needs and that no header was recognised as. GeoJSON features may bring a geometry instead. */
export function refuseMissingColumns(missing: readonly string[], headers: readonly string[]): void {
  if (missing.length === 0) return;
  const known = headers.slice(0, 30).join(", ");
  throw new ImportRefusal(
    "missing-column",
    `No column was recognised as ${missing.join(", ")}. The file has: ${known}. --mapping names them.`,
  );
}

/** "cameras_2024-10-02.csv" → "2024-10-02": the day on which a file says what it says, when its name tells. */
export function dateInName(name: string): string | undefined {
  return /(?<!\d)(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/.exec(name)?.[1];
}
