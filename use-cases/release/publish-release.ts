import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { LONGEST_REASON, readTyped, type TypedText } from "#domain/importing/typed-text.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";
import { protectOutcomes } from "#persistence/disclosure/protect-outcomes.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import { type DraftDifferences, describeDraft } from "#persistence/release/describe-draft.ts";
import { listJudgements, type YearJudgement } from "#persistence/release/list-judgements.ts";
import { findDraft, publishDraft, type ReleaseDraft } from "#persistence/release/release-draft.ts";

export type PublishedRelease =
  | {
      kind: "published";
      number: number;
      contentHash: string;
      draft: ReleaseDraft;
      differences: DraftDifferences;
      judgements: YearJudgement[];
      currency: string;
    }
  | { kind: "nothing-to-publish"; draft: ReleaseDraft }
  | { kind: "unreadable-note"; reason: Extract<TypedText, { ok: false }>["reason"] }
  | { kind: "no-draft" | "no-such-city" };

/**
 * Makes what was prepared the release that everybody reads, in one transaction: a kill at any moment leaves the old
 * release or the new one. What changed, and which figures moved, is kept in the release for ever.
 */
export function publishRelease(
  citySlug: string,
  given: string | undefined,
  actor: AuditActor,
): Promise<PublishedRelease> {
  const read = readTyped(given ?? "", LONGEST_REASON);
  if (!read.ok) return Promise.resolve({ kind: "unreadable-note", reason: read.reason });
  return writeSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    await takeNextRevision(sql, city.id);
    const draft = await findDraft(sql, city.id);
    if (!draft) return { kind: "no-draft" };
    if (draft.newest === draft.base) return { kind: "nothing-to-publish", draft };
    await protectOutcomes(sql, city.id, draft.newest);
    const differences = await describeDraft(sql, city, draft);
    const contentHash = await publishDraft(sql, city.id, {
      number: draft.newest,
      note: read.text || noteOf(draft),
      changes: { after: draft.base, imports: draft.imports, ...differences },
    });
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor,
      action: "release-published",
      subject: `release ${draft.newest}`,
      detail: { release: draft.newest, after: draft.base, contentHash },
    });
    const judgements = await listJudgements(sql, city.id, draft.newest);
    const { currency } = city;
    const number = draft.newest;
    return { kind: "published", number, contentHash, draft, differences, judgements, currency };
  });
}

function noteOf({ imports }: ReleaseDraft): string {
  return imports.map(({ preset, file }) => `${preset}: ${file}`).join("; ");
}
