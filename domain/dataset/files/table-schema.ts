import type { ColumnType, Dataset, DatasetColumn } from "../dataset.ts";
import { isHashed } from "../release-content.ts";

/** Field types of Frictionless Table Schema. A date may be a year or a month alone, where Table Schema's is a day. */
export const tableSchemaTypes: Readonly<Record<ColumnType, string>> = {
  string: "string",
  number: "number",
  integer: "integer",
  date: "string",
  boolean: "boolean",
  list: "string",
  enum: "string",
  money: "number",
  json: "object",
  records: "array",
  geometry: "geojson",
};

const datePattern = "\\d{4}(-\\d{2}(-\\d{2})?)?";

function constraintsOf({ type, required, values }: DatasetColumn) {
  return {
    ...(required ? { required } : {}),
    ...(type === "enum" ? { enum: values } : {}),
    ...(type === "date" ? { pattern: datePattern } : {}),
  };
}

function describedIn({ description, unit }: DatasetColumn): string {
  return unit === undefined ? description.en : `${description.en}. Unit: ${unit}.`;
}

/** Columns of a CSV file: a shape is in the formats made for shapes. */
function csvColumns(dataset: Dataset): readonly DatasetColumn[] {
  return dataset.columns.filter(({ type }) => type !== "geometry");
}

/** The columns of a dataset's CSV file as a Frictionless Table Schema. */
export function tableSchemaOf(dataset: Dataset) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    name: dataset.id,
    title: dataset.title.fr,
    description: dataset.description.en,
    primaryKey: dataset.key,
    missingValues: [""],
    fields: csvColumns(dataset).map((column) => ({
      name: column.name,
      type: tableSchemaTypes[column.type],
      title: column.description.fr,
      description: describedIn(column),
      constraints: constraintsOf(column),
    })),
  };
}

const csvwTypes: Readonly<Partial<Record<ColumnType, string>>> = {
  number: "number",
  money: "decimal",
  integer: "integer",
  boolean: "boolean",
  json: "json",
  records: "json",
};

/** The same as metadata of CSV on the Web (W3C): a reader finds it beside the file, by its name. */
export function csvwOf(dataset: Dataset) {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: `${dataset.id}.csv`,
    "dc:title": [
      { "@value": dataset.title.fr, "@language": "fr" },
      { "@value": dataset.title.en, "@language": "en" },
    ],
    "dc:description": dataset.description.en,
    dialect: { delimiter: ",", header: true, encoding: "utf-8", lineTerminators: ["\r\n"] },
    tableSchema: {
      primaryKey: dataset.key,
      columns: csvColumns(dataset).map((column) => ({
        name: column.name,
        titles: column.name,
        "dc:description": [
          { "@value": column.description.fr, "@language": "fr" },
          { "@value": describedIn(column), "@language": "en" },
        ],
        datatype: csvwTypes[column.type] ?? "string",
        required: column.required && column.type !== "list",
        ...(column.type === "list" ? { separator: ";" } : {}),
      })),
    },
  };
}

/** The dictionary as rows: every column of every dataset, in both languages. */
export function dictionaryRows(datasets: readonly Dataset[]) {
  return datasets.flatMap((dataset) =>
    dataset.columns.map(({ name, type, unit, required, values, description }) => ({
      dataset: dataset.id,
      column: name,
      type,
      unit: unit ?? null,
      required,
      hashed: isHashed(dataset.id, name),
      values: values ?? null,
      description_fr: description.fr,
      description_en: description.en,
    })),
  );
}
