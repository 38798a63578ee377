import { type EnteredKind, enteredKinds } from "./entered-kinds.ts";
import { findImporter } from "./importers/registry.ts";

/** Stored fields that are not called like the column they come from. */
const columnsOfFields: Readonly<Record<string, string>> = {
  amount_cents: "amount",
  vat_cents: "vat",
  period_text: "period",
};

/** How a field of a record is called in both languages: the words of its preset; its own name where there are none. */
export function fieldLabel(kind: EnteredKind, field: string): { fr: string; en: string } {
  const name = columnsOfFields[field] ?? field;
  const column = findImporter(enteredKinds[kind].preset)?.columns.find((one) => one.name === name);
  return column?.description ?? { fr: field, en: field };
}

/** True for amounts kept in cents. */
export function isInCents(field: string): boolean {
  return field.endsWith("_cents");
}
