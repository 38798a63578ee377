import { mkdir, writeFile } from "node:fs/promises";
import { tableSchemaTypes } from "#domain/dataset/files/table-schema.ts";
import type { ColumnDescription, Importer } from "#domain/importing/importer.ts";
import { camerasImporter } from "#domain/importing/importers/cameras.ts";
import { outcomesImporter } from "#domain/importing/importers/outcomes.ts";

type Published = {
  name: string;
  importer: Pick<Importer, "label" | "columns">;
  primaryKey?: readonly string[];
};

/** The presets that are our own schemas, by the name of their file. */
export const publishedSchemas: readonly Published[] = [
  { name: "cameras", importer: camerasImporter, primaryKey: ["reference"] },
  { name: "outcomes", importer: outcomesImporter },
];

/** `npm run table-schema`: a preset's columns as a Frictionless Table Schema, from the code that reads them. */
export function presetTableSchema({ name, importer, primaryKey }: Published) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    name: `contrechamp-${name}`,
    title: importer.label.en,
    ...(primaryKey ? { primaryKey } : {}),
    missingValues: ["", "NA", "#N/A", "inconnu", "inconnue"],
    fields: importer.columns.map((column) => ({
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
  for (const schema of publishedSchemas) {
    const text = JSON.stringify(presetTableSchema(schema), null, 2);
    await writeFile(`docs/schemas/${schema.name}.tableschema.json`, `${text}\n`);
  }
}
