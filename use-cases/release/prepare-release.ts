import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import { findDraft, openDraft, type ReleaseDraft } from "#persistence/release/release-draft.ts";

export type PreparedRelease =
  | { kind: "opened" | "already-open"; draft: ReleaseDraft }
  | { kind: "no-such-city" };

/** From now on what is imported into the city waits, unseen by the public, until it is published or discarded. */
export function prepareRelease(citySlug: string, actor: AuditActor): Promise<PreparedRelease> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    await takeNextRevision(sql, city.id);
    const isNew = await openDraft(sql, city.id, actor);
    if (isNew)
      await appendAuditEntry(sql, {
        cityId: city.id,
        actor,
        action: "release-prepared",
        subject: `release ${city.latestRelease}`,
        detail: { base: city.latestRelease },
      });
    const draft = await findDraft(sql, city.id);
    if (!draft) throw new Error("A draft that was just opened is not there.");
    return { kind: isNew ? "opened" : "already-open", draft };
  });
}
