import type { ColumnDescription } from "./importer.ts";

/** Where each field of a record is shown from: "expiresOn" → "expires_on". */
export function fieldColumns(columns: readonly ColumnDescription[]): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ name }) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      name,
    ]),
  );
}
