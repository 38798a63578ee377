import { findCity } from "#persistence/city-queries.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";
import { protectOutcomes } from "#persistence/disclosure/protect-outcomes.ts";
import { takeNextRevision } from "#persistence/importing/write-release.ts";
import {
  auditJudgement,
  type JudgementAudit,
  type KeptJudgement,
  listKeptJudgements,
} from "#persistence/release/audit-judgements.ts";
import { type DraftDifferences, describeDraft } from "#persistence/release/describe-draft.ts";
import { listJudgements, type YearJudgement } from "#persistence/release/list-judgements.ts";
import { findDraft, type ReleaseDraft } from "#persistence/release/release-draft.ts";

export type ComparedDraft =
  | {
      kind: "compared";
      draft: ReleaseDraft;
      currency: string;
      differences: DraftDifferences;
      judgements: YearJudgement[];
      /** The audit of what would be published, made again from what the trial kept. */
      audits: JudgementAudit[];
    }
  | { kind: "no-draft" | "no-such-city" };

/** Takes a finished trial back. */
class TrialEnds extends Error {}

/**
 * What would change for the reader if the draft were published now, and how disclosure control would judge its counts
 * against every earlier release. The judgement is that of the publication itself, which is then taken back.
 */
export async function compareDraft(citySlug: string): Promise<ComparedDraft> {
  let compared = { kind: "no-such-city" } as Trial;
  try {
    await writeSql(async (sql) => {
      compared = await compareOnTrial(sql, citySlug);
      throw new TrialEnds();
    });
  } catch (failure) {
    if (!(failure instanceof TrialEnds)) throw failure;
  }
  if (compared.kind !== "compared") return compared;
  // After the trial: others may write to the city meanwhile.
  const { kept, ...draft } = compared;
  const audits: JudgementAudit[] = [];
  for (const judgement of kept) audits.push(await auditJudgement(judgement));
  return { ...draft, audits };
}

type Trial =
  | (Omit<Extract<ComparedDraft, { kind: "compared" }>, "audits"> & { kept: KeptJudgement[] })
  | Exclude<ComparedDraft, { kind: "compared" }>;

async function compareOnTrial(sql: WriteSql, citySlug: string): Promise<Trial> {
  const city = await findCity(sql, citySlug);
  if (!city) return { kind: "no-such-city" };
  await takeNextRevision(sql, city.id);
  const draft = await findDraft(sql, city.id);
  if (!draft) return { kind: "no-draft" };
  const isEmpty = draft.newest === draft.base;
  if (!isEmpty) await protectOutcomes(sql, city.id, draft.newest);
  const differences = await describeDraft(sql, city, draft);
  const judgements = isEmpty ? [] : await listJudgements(sql, city.id, draft.newest);
  const kept = isEmpty ? [] : await listKeptJudgements(sql, city.id, draft.newest);
  return { kind: "compared", draft, currency: city.currency, differences, judgements, kept };
}
