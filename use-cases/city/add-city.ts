import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { cityDescriptionSchema } from "#domain/territory/city-description.ts";
import { writeCity } from "#persistence/city-writes.ts";
import { writeSql } from "#persistence/database.ts";

export type AddedCity =
  | { kind: "added" | "already-there"; slug: string }
  | { kind: "refused"; problems: { field: string; reason: string }[] };

/** Enters a city in the installation. */
export async function addCity(
  given: Readonly<Record<string, unknown>>,
  actor: AuditActor,
): Promise<AddedCity> {
  const parsed = cityDescriptionSchema.safeParse(given);
  if (!parsed.success) {
    return {
      kind: "refused",
      problems: parsed.error.issues.map((issue) => ({
        field: issue.path.join("."),
        reason: issue.message,
      })),
    };
  }
  const { created } = await writeSql((sql) => writeCity(sql, parsed.data, actor));
  return { kind: created ? "added" : "already-there", slug: parsed.data.slug };
}
