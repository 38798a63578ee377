import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";
import { type UndoReading, undoImport as undo } from "#persistence/importing/undo-import.ts";

/** Takes an import back, as a release of its own that says so. */
export function undoImport(
  citySlug: string,
  batch: number | "last",
  actor: AuditActor,
): Promise<UndoReading | { kind: "no-such-city" }> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    return city ? undo(sql, city.id, batch, actor) : { kind: "no-such-city" };
  });
}
