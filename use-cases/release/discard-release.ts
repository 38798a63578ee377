import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import { discardDraft, findDraft } from "#persistence/release/release-draft.ts";

export type DiscardedRelease =
  | { kind: "discarded"; imports: number; base: number }
  | { kind: "no-draft" | "no-such-city" };

/** Drops what was prepared and never published. What the public reads does not change; the log keeps that it was dropped. */
export function discardRelease(citySlug: string, actor: AuditActor): Promise<DiscardedRelease> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    await takeNextRevision(sql, city.id);
    const draft = await findDraft(sql, city.id);
    if (!draft) return { kind: "no-draft" };
    const imports = await discardDraft(sql, city.id, draft);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor,
      action: "release-discarded",
      subject: `release ${draft.base}`,
      detail: { base: draft.base, imports },
    });
    return { kind: "discarded", imports, base: draft.base };
  });
}
