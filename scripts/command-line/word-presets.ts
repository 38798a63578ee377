import type { Importer } from "#domain/importing/importer.ts";

/** The presets with their columns, as a table or as JSON. */
export function wordPresets(importers: readonly Importer[], asJson: boolean): string {
  if (asJson) {
    return JSON.stringify(
      importers.map(({ id, label, produces, accepts, columns, options, auxiliaryTables }) => ({
        id,
        label,
        produces,
        accepts,
        columns: columns.map(({ name, type, required, unit }) => ({ name, type, required, unit })),
        options,
        auxiliaryTables,
      })),
    );
  }
  return importers.map(wordPreset).join("\n");
}

function wordPreset(importer: Importer): string {
  const columns = importer.columns
    .map((column) => (column.required ? `${column.name}*` : column.name))
    .join(", ");
  const options = Object.entries(importer.options ?? {}).map(
    ([name, meaning]) => `    --option ${name}=…  ${meaning}\n`,
  );
  return `${importer.id.padEnd(22)} ${importer.label.en}\n    columns: ${columns}\n${options.join("")}`;
}
