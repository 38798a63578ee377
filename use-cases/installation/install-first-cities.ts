import { readFile } from "node:fs/promises";
import type {
  ImportContext,
  ImportedRecords,
  Importer,
  RawRow,
  RecordKind,
} from "#domain/importing/importer.ts";
import { authorisationsImporter } from "#domain/importing/importers/authorisations.ts";
import { institutionsImporter } from "#domain/importing/importers/institutions.ts";
import { publishedFiguresImporter } from "#domain/importing/importers/published-figures.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import { readRecords } from "#domain/importing/read-records.ts";
import { cityDescriptionSchema } from "#domain/territory/city-description.ts";
import { openTable } from "#formats/table/open-table.ts";
import { writeCity } from "#persistence/city-writes.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";
import { importFictionalCity } from "#persistence/importing/import-fictional-city.ts";
import { importKnownRecords } from "#persistence/importing/import-known-records.ts";

const actor = "installation";

/** Saint-Étienne, with only what is published about it. No list of its cameras is. */
const saintEtienne = cityDescriptionSchema.parse({
  slug: "saint-etienne",
  name: "Saint-Étienne",
  country: "FR",
  timezone: "Europe/Paris",
  currency: "EUR",
  officialCode: "42218",
});

const facts = [
  {
    file: "authorisations.csv",
    importer: authorisationsImporter,
    title: "Préfecture de la Loire, recueil des actes administratifs 42-2025-094 du 17 juin 2025",
    url: "https://www.loire.gouv.fr/contenu/telechargement/19912/146192/file/prefecture_loire_RAA_42-2025-094_2025_06-17.pdf",
    verification: "read",
  },
  {
    file: "published-figures.csv",
    importer: publishedFiguresImporter,
    title: "Saint-Étienne : chiffres publiés",
    url: null,
    verification: "declared",
  },
  {
    file: "institutions.csv",
    importer: institutionsImporter,
    title: "Saint-Étienne : institutions et contrôle",
    url: null,
    verification: "declared",
  },
] as const;

/** Fills an empty installation with its first two cities, both or neither. */
export async function installFirstCities(): Promise<void> {
  await writeSql(async (sql) => {
    const city = { ...(await writeCity(sql, saintEtienne, actor)), slug: saintEtienne.slug };
    for (const part of facts) await importFacts(sql, city, part);
    await importFictionalCity(sql, { seed: 42218, cameras: 400, actor });
  });
}

async function importFacts(
  sql: WriteSql,
  city: { id: number; slug: string },
  { file, title, url, verification, ...part }: (typeof facts)[number],
): Promise<void> {
  const importer = part.importer as Importer;
  const text = await readFile(
    new URL(`./first-data/saint-etienne/${file}`, import.meta.url),
    "utf8",
  );
  await importKnownRecords(sql, {
    city,
    kind: importer.produces,
    preset: importer.id,
    source: {
      ...importer.source,
      title,
      url,
      verification,
    },
    identity: { name: file, text },
    records: await readFacts(file, text, importer),
    observedOn: null,
    note: `${importer.label.en}: what is published about Saint-Étienne`,
    actor,
  });
}

async function readFacts(
  file: string,
  text: string,
  importer: Importer,
): Promise<ImportedRecords[RecordKind][]> {
  const bytes = Buffer.from(text);
  const open = async function* () {
    yield bytes;
  };
  const table = await openTable({ name: file, bytes: bytes.byteLength, open });
  const rename = renameCells(matchColumns(table.headers, importer.columns));
  async function* rows(): AsyncGenerator<RawRow[]> {
    for await (const batch of table.rows)
      yield batch.map((row) => ({ ...row, cells: rename(row.cells) }));
  }
  const reader = readRecords(importer, factsContext(table.headers), rows(), ({ problems }) => {
    throw new Error(`${file}: ${JSON.stringify(problems)}`);
  });
  const records: ImportedRecords[RecordKind][] = [];
  for await (const batch of reader.batches) records.push(...batch.map(({ record }) => record));
  return records;
}

function factsContext(headers: readonly string[]): ImportContext {
  return {
    city: { ...saintEtienne, officialCode: saintEtienne.officialCode ?? null },
    place: (longitude, latitude) => ({ kind: "inside", longitude, latitude }),
    districtAt: () => undefined,
    knownDistricts: [],
    tables: {},
    options: {},
    headers,
    today: "2026-01-01",
  };
}
