/** A headline figure as of one release. `of` names what it is about: a year, a day, a scope. */
export type KeyFigure = {
  /** Of an indicator: its own. */
  id: string;
  of: string;
  value: number;
  unit: string;
  /** Of the events whose district is known alone; of the spending as paid, where there is no full cost. */
  part?: "located" | "as-paid";
};

export type MovingFigure = Omit<KeyFigure, "value"> & {
  before: number | null;
  after: number | null;
};

/**
 * Headline figures that differ between two releases: changed, new, or not there any more. Compared by what they are
 * about, so that the spend of 2024 is never set against that of 2025.
 * Equal within a billionth: figures computed twice may differ in their last bits.
 */
export function movingFigures(
  before: readonly KeyFigure[],
  after: readonly KeyFigure[],
): MovingFigure[] {
  const keyOf = ({ id, of, part }: KeyFigure) => [id, of, part].join("\u0000");
  const old = new Map(before.map((figure) => [keyOf(figure), figure]));
  const fresh = new Map(after.map((figure) => [keyOf(figure), figure]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = fresh.get(key);
    const known = was ?? is;
    if (!known || (was && is && isSame(was.value, is.value))) return [];
    const { value: _, ...about } = known;
    return [{ ...about, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
