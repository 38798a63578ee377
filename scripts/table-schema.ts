import { mkdir, writeFile } from "node:fs/promises";
import { tableSchemaTypes } from "#domain/dataset/files/table-schema.ts";
import type { ColumnDescription } from "#domain/importing/importer.ts";
import { camerasImporter } from "#domain/importing/importers/cameras.ts";

/** `npm run table-schema`: the inventory's columns as a Frictionless Table Schema, from the code that reads them. */
export function cameraTableSchema() {
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    name: "contrechamp-cameras",
    title: camerasImporter.label.en,
    primaryKey: ["reference"],
    missingValues: ["", "NA", "#N/A", "inconnu", "inconnue"],
    fields: camerasImporter.columns.map((column) => ({
      name: column.name,
      type: tableSchemaTypes[column.type],
      title: column.description.fr,
      description: [column.description.en, column.unit && `Unit: ${column.unit}.`]
        .filter(Boolean)
        .join(" "),
      constraints: constraintsOf(column),
    })),
  };
}

function constraintsOf({ type, required, values }: ColumnDescription) {
  return {
    ...(required ? { required } : {}),
    ...(type === "enum" && values ? { enum: values } : {}),
    ...(type === "date" ? { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?" } : {}),
  };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  await mkdir("docs/schemas", { recursive: true });
  const text = JSON.stringify(cameraTableSchema(), null, 2);
  await writeFile("docs/schemas/cameras.tableschema.json", `${text}\n`);
}
