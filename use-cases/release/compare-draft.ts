import { findCity } from "#persistence/city-queries.ts";
import { readSql, writeSql } from "#persistence/database.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import { type DraftDifferences, describeDraft } from "#persistence/release/describe-draft.ts";
import { listJudgements, type YearJudgement } from "#persistence/release/list-judgements.ts";
import { findDraft, publishDraft, type ReleaseDraft } from "#persistence/release/release-draft.ts";

export type ComparedDraft =
  | {
      kind: "compared";
      draft: ReleaseDraft;
      currency: string;
      differences: DraftDifferences;
      judgements: YearJudgement[];
    }
  | { kind: "no-draft" | "no-such-city" };

/** Takes a finished trial back. */
class TrialEnds extends Error {}

/**
 * What would change for the reader if the draft were published now, and how disclosure control would judge its counts
 * against every earlier release. The judgement is that of the publication itself, which is then taken back.
 */
export async function compareDraft(citySlug: string): Promise<ComparedDraft> {
  const compared = await readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" as const };
    const draft = await findDraft(sql, city.id);
    if (!draft) return { kind: "no-draft" as const };
    const differences = await describeDraft(sql, city, draft);
    return { kind: "compared" as const, city, draft, differences };
  });
  if (compared.kind !== "compared") return compared;
  const { city, draft, differences } = compared;
  const judgements = await tryJudgements(city.id, draft);
  return { kind: "compared", draft, currency: city.currency, differences, judgements };
}

async function tryJudgements(cityId: number, draft: ReleaseDraft): Promise<YearJudgement[]> {
  let judgements: YearJudgement[] = [];
  if (draft.newest === draft.base) return judgements;
  try {
    await writeSql(async (sql) => {
      await takeNextRevision(sql, cityId);
      await publishDraft(sql, cityId, { number: draft.newest, note: "trial", changes: {} });
      judgements = await listJudgements(sql, cityId, draft.newest);
      throw new TrialEnds();
    });
  } catch (failure) {
    if (!(failure instanceof TrialEnds)) throw failure;
  }
  return judgements;
}
