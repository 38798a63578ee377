import type { ImportReport } from "#domain/importing/import-report.ts";
import type { RejectedRow } from "#domain/importing/read-records.ts";
import { addCity } from "#use-cases/city/add-city.ts";
import { type ImportRequest, importFile } from "#use-cases/importing/import-file.ts";

/** A city of its own for each test, so that they don't meet. */
export async function newCity(slug: string, country = "FR"): Promise<string> {
  const added = await addCity(
    { slug, name: slug, country, timezone: "Europe/Paris", currency: "EUR" },
    "command-line",
  );
  if (added.kind === "refused") throw new Error(JSON.stringify(added.problems));
  return slug;
}

type Given = Partial<Omit<ImportRequest, "file">> & { name?: string };

/** Imports text as if it were a file; refused rows are gathered in `rejected`. */
export async function importText(
  city: string,
  preset: string,
  text: string | Uint8Array,
  { name = "file.csv", ...given }: Given = {},
): Promise<ImportReport & { kept: RejectedRow[] }> {
  const bytes = Buffer.from(text);
  const kept: RejectedRow[] = [];
  const report = await importFile({
    city,
    preset,
    file: {
      name,
      bytes: bytes.byteLength,
      open: async function* () {
        yield bytes;
      },
    },
    table: {},
    mapping: {},
    auxiliary: {},
    options: {},
    source: {},
    observedOn: undefined,
    dryRun: false,
    skipRejected: false,
    rejectedRows: {
      add: (row) => kept.push(row),
      keep: (batch) => Promise.resolve(kept.length > 0 ? `batch-${batch}.ndjson` : null),
      discard: () => Promise.resolve(),
    },
    actor: "command-line",
    today: "2026-11-24",
    onProgress: () => {},
    ...given,
  });
  return { ...report, kept };
}
