import { createHash } from "node:crypto";
import { toFeature, toJsonRow } from "#domain/dataset/api/row-schema.ts";
import type { Dataset, DatasetRow } from "#domain/dataset/dataset.ts";
import { datasets } from "#domain/dataset/declared/registry.ts";
import {
  citationOf,
  dataPackageOf,
  pageOf,
  type ReleasedCity,
  type UsedLicence,
} from "#domain/dataset/files/city-files.ts";
import {
  cityFiles,
  type DataFile,
  type DatasetFile,
  filesOf,
} from "#domain/dataset/files/data-file.ts";
import { csvwOf, dictionaryRows, tableSchemaOf } from "#domain/dataset/files/table-schema.ts";
import { contentDatasets } from "#domain/dataset/release-content.ts";
import type { Chunks, ExportColumn } from "#formats/export/export-column.ts";
import { type CsvStyle, csvForm, writeCsv } from "#formats/export/write-csv.ts";
import { writeGeoJson, writeNdjson } from "#formats/export/write-json-files.ts";
import { writeParquet } from "#formats/export/write-parquet.ts";
import { writeXlsx } from "#formats/export/write-xlsx.ts";
import { writeZip, type ZipMember } from "#formats/export/write-zip.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };
import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { mostHashedCameras } from "#persistence/content/content-hash.ts";
import { readSql } from "#persistence/database.ts";
import { streamDatasetRows } from "#persistence/open-data/dataset-rows.ts";
import { type CsvForm, streamCameraCsv } from "#persistence/open-data/stream-camera-csv.ts";
import { listUsedLicences } from "#persistence/open-data/used-licences.ts";
import { listReleases } from "#persistence/release-queries.ts";

type CityFormat = (typeof cityFiles)[number]["format"];

/** A release, open for as long as its files are written from it. */
type OpenRelease = {
  city: ReleasedCity;
  contentForm: number;
  date: Date;
  licences: readonly UsedLicence[];
  rows: (dataset: Dataset) => AsyncGenerator<DatasetRow[]>;
  cameraLines: (form: CsvForm) => AsyncGenerator<Uint8Array>;
};

/**
 * Writes a file of a release, chunk by chunk as the rows come: nothing is held but what `write` has not taken yet. False
 * when the city has no such release.
 */
export function writeDataFile(
  slug: string,
  release: number,
  origin: string,
  file: DataFile,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<boolean> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, release);
    const [published] = city ? await listReleases(sql, city.id, 1, release) : [];
    if (!city || !published) return false;
    const asOf = releaseOf(city);
    const open: OpenRelease = {
      city: {
        slug,
        name: city.name,
        fictional: city.fictional,
        release,
        publishedAt: published.publishedAt.toISOString(),
        contentHash: published.contentHash,
        origin,
      },
      contentForm: published.contentForm,
      date: published.publishedAt,
      licences: await listUsedLicences(sql, city.id, release),
      rows: (dataset) => streamDatasetRows(sql, city.id, asOf, dataset),
      cameraLines: (form) => streamCameraCsv(sql, city.id, asOf, form),
    };
    for await (const chunk of chunksOf(file, open)) await write(chunk);
    return true;
  });
}

const cityChunks: Readonly<Record<CityFormat, (open: OpenRelease) => Chunks>> = {
  archive: (open) => writeZip(archiveMembers(open), open.date),
  "data-package": (open) => text(json(dataPackageOf(open.city, datasets, open.licences))),
  dictionary: () => writeCsv(dictionaryColumns, once(dictionaryRows(datasets))),
  readme: (open) => text(readmeOf(open)),
  citation: (open) => text(citationOf(open.city)),
  checksums: (open) => checksums(open),
};

function chunksOf(file: DataFile, open: OpenRelease): Chunks {
  return "dataset" in file ? datasetChunks(file, open) : cityChunks[file.format](open);
}

function datasetChunks({ dataset, format }: DatasetFile, open: OpenRelease): Chunks {
  const { columns } = dataset;
  const rows = () => open.rows(dataset);
  switch (format) {
    case "csv":
      return csvChunks(dataset, open, "plain");
    case "csv-excel-fr":
      return csvChunks(dataset, open, "excel-fr");
    case "xlsx":
      return writeXlsx(
        [
          { name: dataset.id, columns, batches: rows() },
          {
            name: "dictionnaire",
            columns: dictionaryColumns,
            batches: once(dictionaryRows([dataset])),
          },
        ],
        open.date,
      );
    case "geojson":
      return writeGeoJson(rows(), (row) => toFeature(dataset, row as DatasetRow), headOf(open));
    case "ndjson":
      return writeNdjson(rows(), (row) => toJsonRow(dataset, row as DatasetRow));
    case "parquet":
      return writeParquet(columns, rows());
    case "table-schema":
      return text(json(tableSchemaOf(dataset)));
    case "csvw":
      return text(json(csvwOf(dataset)));
  }
}

/** Cameras are many: PostgreSQL writes their lines. */
async function* csvChunks(dataset: Dataset, open: OpenRelease, style: CsvStyle): Chunks {
  if (dataset.id !== "cameras") {
    yield* writeCsv(dataset.columns, open.rows(dataset), style);
    return;
  }
  const { head, ...form } = csvForm(dataset.columns, style);
  yield Buffer.from(head);
  yield* open.cameraLines(form);
}

const headOf = ({ city }: OpenRelease) => ({
  city: city.slug,
  release: city.release,
  published_at: city.publishedAt,
});

const dictionaryColumns: readonly ExportColumn[] = [
  { name: "dataset", type: "string" },
  { name: "column", type: "string" },
  { name: "type", type: "string" },
  { name: "unit", type: "string" },
  { name: "required", type: "boolean" },
  { name: "hashed", type: "boolean" },
  { name: "values", type: "list" },
  { name: "description_fr", type: "string" },
  { name: "description_en", type: "string" },
];

const archived = ["csv", "geojson", "table-schema", "csvw"];
const told = ["readme", "dictionary", "data-package", "citation"];

/** Words first, then the rows of every dataset, then the digests of all that came before. */
async function* archiveMembers(open: OpenRelease): AsyncGenerator<ZipMember> {
  const digests: string[] = [];
  const hashed = async function* (name: string, chunks: Chunks): Chunks {
    const hash = createHash("sha256");
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    digests.push(`${hash.digest("hex")}  ${name}\n`);
  };
  for (const file of cityFiles) {
    if (!told.includes(file.format)) continue;
    yield { name: file.name, chunks: hashed(file.name, chunksOf(file, open)) };
  }
  for (const file of datasets.flatMap(filesOf)) {
    if (!archived.includes(file.format)) continue;
    yield { name: file.name, chunks: hashed(file.name, datasetChunks(file, open)) };
  }
  yield { name: "SHA256SUMS", chunks: text(digests.join("")) };
}

/** As `sha256sum --check` reads it: every file of rows of the release. Each is made to be hashed. */
async function* checksums(open: OpenRelease): Chunks {
  for (const file of datasets.flatMap(filesOf)) {
    const hash = createHash("sha256");
    for await (const chunk of datasetChunks(file, open)) hash.update(chunk);
    yield Buffer.from(`${hash.digest("hex")}  ${file.name}\n`);
  }
}

/** Written for whoever finds the archive years later, in French and then in English. */
function readmeOf({ city, contentForm }: OpenRelease): string {
  const words: Readonly<Record<string, string>> = {
    city: city.name,
    release: String(city.release),
    date: city.publishedAt.slice(0, 10),
    hash: city.contentHash,
    page: pageOf(city),
    datasets: contentDatasets.join(", "),
    most: String(mostHashedCameras),
  };
  const halves = [french.openData, english.openData].map((half) => {
    const hashed = contentForm === 1 ? half.readmeHashEarlier : half.readmeHash;
    const readme = `${half.readme}\n\n${hashed}`;
    return city.fictional ? `${half.readmeFictional}\n\n${readme}` : readme;
  });
  const template = `${halves.join("\n\n---\n\n")}\n`;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function* text(value: string): Chunks {
  yield Buffer.from(value);
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
