import type { Dataset } from "../dataset.ts";
import { datasets } from "../declared/registry.ts";

export type FileFormat =
  | "csv"
  | "csv-excel-fr"
  | "xlsx"
  | "geojson"
  | "ndjson"
  | "parquet"
  | "table-schema"
  | "csvw";

/** A file of one release of a city, at an address that stays: `/{city}/data/{release}/{name}`. */
export type DataFile =
  | {
      readonly name: string;
      readonly mediaType: string;
      readonly format: FileFormat;
      readonly dataset: Dataset;
    }
  | {
      readonly name: string;
      readonly mediaType: string;
      readonly format:
        | "archive"
        | "data-package"
        | "dictionary"
        | "readme"
        | "citation"
        | "checksums";
    };

export type DatasetFile = Extract<DataFile, { dataset: Dataset }>;

const json = "application/json; charset=utf-8";
const csv = "text/csv; charset=utf-8";

/** How a dataset's file is called in each format, and what it is. */
export const fileFormats: Readonly<Record<FileFormat, { ending: string; mediaType: string }>> = {
  csv: { ending: ".csv", mediaType: csv },
  "csv-excel-fr": { ending: "-excel.csv", mediaType: csv },
  xlsx: {
    ending: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  geojson: { ending: ".geojson", mediaType: "application/geo+json; charset=utf-8" },
  ndjson: { ending: ".ndjson", mediaType: "application/x-ndjson; charset=utf-8" },
  parquet: { ending: ".parquet", mediaType: "application/vnd.apache.parquet" },
  "table-schema": { ending: ".tableschema.json", mediaType: json },
  csvw: { ending: ".csv-metadata.json", mediaType: json },
};

/** Formats that hold the rows, as a reader meets them. */
export const rowFormats = ["csv", "csv-excel-fr", "xlsx", "geojson", "ndjson", "parquet"] as const;

export const cityFiles = [
  { name: "archive.zip", mediaType: "application/zip", format: "archive" },
  { name: "datapackage.json", mediaType: json, format: "data-package" },
  { name: "dictionary.csv", mediaType: csv, format: "dictionary" },
  { name: "README.md", mediaType: "text/markdown; charset=utf-8", format: "readme" },
  { name: "CITATION.cff", mediaType: "text/plain; charset=utf-8", format: "citation" },
  { name: "SHA256SUMS", mediaType: "text/plain; charset=utf-8", format: "checksums" },
] as const;

function hasFormat({ place }: Dataset, format: FileFormat): boolean {
  return format !== "geojson" || place !== undefined;
}

/** The files of a dataset: GeoJSON only where its rows have a place. */
export function filesOf(dataset: Dataset): DatasetFile[] {
  return (Object.keys(fileFormats) as FileFormat[])
    .filter((format) => hasFormat(dataset, format))
    .map((format) => {
      const { ending, mediaType } = fileFormats[format];
      return { name: `${dataset.id}${ending}`, mediaType, format, dataset };
    });
}

export function findDataFile(name: string): DataFile | undefined {
  return [...cityFiles, ...datasets.flatMap(filesOf)].find((file) => file.name === name);
}

/** Whether a file of a release becomes another when moderation hides something, or shows it again. */
export function isModerated(file: DataFile): boolean {
  if ("dataset" in file) {
    return file.dataset.id === "annotations" && rowFormats.some((one) => one === file.format);
  }
  return file.format === "archive" || file.format === "checksums";
}
