import type { EvaluationContent } from "./evaluation-content.ts";

export type DraftField = keyof EvaluationContent;
export type FieldConflict = {
  readonly field: DraftField;
  readonly theirs: unknown;
  readonly mine: unknown;
};

export type MergedDrafts = {
  /** Every field that only one side changed, as that side has it; in conflict, as they saved it. */
  readonly merged: EvaluationContent;
  /** What both changed, each in another way: a person decides. */
  readonly conflicts: readonly FieldConflict[];
};

/**
 * Joins two drafts that were written from the same one, field by field. Nobody's words are lost in silence: what only one
 * side changed is taken, what both changed differently is handed to a person.
 */
export function mergeDrafts(
  base: EvaluationContent,
  theirs: EvaluationContent,
  mine: EvaluationContent,
): MergedDrafts {
  const fields = [
    ...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)]),
  ] as DraftField[];
  const merged: Record<string, unknown> = { ...theirs };
  const conflicts: FieldConflict[] = [];
  for (const field of fields) {
    const isMine = !isSame(base[field], mine[field]);
    if (!isMine || isSame(theirs[field], mine[field])) continue;
    if (isSame(base[field], theirs[field])) merged[field] = mine[field];
    else conflicts.push({ field, theirs: theirs[field], mine: mine[field] });
  }
  return { merged: merged as EvaluationContent, conflicts };
}

function isSame(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

/** JSON whose keys are in order: PostgreSQL gives them back in another. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
