export type FieldConflict<Field extends string = string> = {
  readonly field: Field;
  readonly theirs: unknown;
  readonly mine: unknown;
};

export type MergedDrafts<Draft extends object> = {
  /** Every field that only one side changed, as that side has it; in conflict, as they saved it. */
  readonly merged: Draft;
  /** What both changed, each in another way: a person decides. */
  readonly conflicts: readonly FieldConflict<keyof Draft & string>[];
};

/**
 * Joins two drafts that were written from the same one, field by field. Nobody's words are lost in silence: what only one
 * side changed is taken, what both changed differently is handed to a person.
 */
export function mergeDrafts<Draft extends object>(
  base: Draft,
  theirs: NoInfer<Draft>,
  mine: NoInfer<Draft>,
): MergedDrafts<Draft> {
  const fields = [
    ...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)]),
  ] as (keyof Draft & string)[];
  const merged: Draft = { ...theirs };
  const conflicts: FieldConflict<keyof Draft & string>[] = [];
  for (const field of fields) {
    const isMine = !isSame(base[field], mine[field]);
    if (!isMine || isSame(theirs[field], mine[field])) continue;
    if (isSame(base[field], theirs[field])) merged[field] = mine[field];
    else conflicts.push({ field, theirs: theirs[field], mine: mine[field] });
  }
  return { merged, conflicts };
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
