/** A camera known under `from` and a row called `to` that stand at the same place under the same name. */
export type RenumberingCandidate = { from: string; to: string; metres: number };

/**
 * Chooses which candidates are renumberings, one to one: nearest first, then in the order of the numbers, so that
 * several cameras of one mast keep their order. `taken` are the known numbers that the file uses for another place:
 * a row may take such a number only when the camera that bore it gets a new one too, otherwise the pair is dropped,
 * since a camera is never left without its number.
 */
export function pairRenumbered(
  candidates: readonly RenumberingCandidate[],
  taken: ReadonlySet<string>,
): Map<string, string> {
  const ordered = [...candidates].sort(
    (a, b) => a.metres - b.metres || byNumber(a.from, b.from) || byNumber(a.to, b.to),
  );
  const newNumberOf = new Map<string, string>();
  const used = new Set<string>();
  for (const { from, to } of ordered) {
    if (newNumberOf.has(from) || used.has(to)) continue;
    newNumberOf.set(from, to);
    used.add(to);
  }
  for (let dropped = true; dropped; ) {
    dropped = false;
    for (const [from, to] of newNumberOf) {
      if (taken.has(to) && !newNumberOf.has(to)) {
        newNumberOf.delete(from);
        dropped = true;
      }
    }
  }
  return newNumberOf;
}

/** "9" before "10"; then as text. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
