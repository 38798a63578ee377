import {
  type EvaluationContent,
  evaluationContentSchema,
} from "#domain/evaluation/evaluation-content.ts";
import { mergeDrafts } from "#domain/evaluation/merge-drafts.ts";
import { findSave, workingVersion } from "#persistence/evaluation/evaluation-queries.ts";
import {
  findSaveOf,
  saveDraftContent,
  setAside,
} from "#persistence/evaluation/evaluation-writes.ts";
import {
  type Deed,
  type Held,
  holdEvaluation,
  type Undone,
} from "#persistence/evaluation/hold-evaluation.ts";

export type SavedEvaluation =
  | { kind: "saved"; save: number; merged: boolean }
  /** Somebody saved in between and changed the same fields: both stand side by side until a person has chosen. */
  | { kind: "conflict"; aside: number }
  | { kind: "malformed"; field: string; reason: string }
  | Undone;

/**
 * Saves a draft written from the save `seen`. When others saved meanwhile, what only one side changed is joined, and what
 * both changed is handed back: the last writer never wins in silence. Every save is kept.
 */
export function saveDraft(deed: Deed, seen: number, given: unknown): Promise<SavedEvaluation> {
  const content = evaluationContentSchema.safeParse(given);
  if (!content.success) {
    const [issue] = content.error.issues;
    const malformed = { field: issue?.path.join(".") ?? "", reason: issue?.message ?? "" };
    return Promise.resolve({ kind: "malformed", ...malformed });
  }
  return holdEvaluation<SavedEvaluation>(deed, "evaluation.edit", "submit", (held) =>
    save(held, seen, content.data),
  );
}

async function save(
  { sql, evaluation, act }: Held,
  seen: number,
  mine: EvaluationContent,
): Promise<SavedEvaluation> {
  const done = await findSaveOf(sql, act.requestKey);
  if (done !== undefined) return { kind: "saved", save: done, merged: false };
  const version = workingVersion(evaluation);
  if (!version) return { kind: "not-now" };
  const next = { versionId: version.id, number: version.saves + 1 };
  const base = seen === version.saves ? undefined : await findSave(sql, version.id, seen);
  if (base === undefined) {
    if (seen !== version.saves) return { kind: "not-now" };
    await saveDraftContent(sql, { ...next, content: mine }, act);
    return { kind: "saved", save: next.number, merged: false };
  }
  const { merged, conflicts } = mergeDrafts(base.content, version.content, mine);
  if (conflicts.length > 0) {
    const aside = await setAside(sql, { versionId: version.id, seen, content: mine }, act);
    return { kind: "conflict", aside };
  }
  await saveDraftContent(sql, { ...next, content: merged }, act);
  return { kind: "saved", save: next.number, merged: true };
}
