import { findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { type DraftDifferences, describeDraft } from "#persistence/release/describe-draft.ts";
import { findDraft, type ReleaseDraft } from "#persistence/release/release-draft.ts";

export type ComparedDraft =
  | { kind: "compared"; draft: ReleaseDraft; currency: string; differences: DraftDifferences }
  | { kind: "no-draft" | "no-such-city" };

/** What would change for the reader if the draft were published now. Reads one snapshot and writes nothing. */
export function compareDraft(citySlug: string): Promise<ComparedDraft> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    const draft = await findDraft(sql, city.id);
    if (!draft) return { kind: "no-draft" };
    const differences = await describeDraft(sql, city, draft);
    return { kind: "compared", draft, currency: city.currency, differences };
  });
}
