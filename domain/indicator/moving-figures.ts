/** A headline figure as of one release. `of` names what it is about: a year, a scope. */
export type KeyFigure = {
  id:
    | "registered-cameras"
    | "cameras-in-service"
    | "yearly-spend"
    | "spend-per-camera-year"
    | "footage-requests"
    | "relevant-share";
  of: string;
  value: number;
  unit: string;
};

export type MovingFigure = {
  id: KeyFigure["id"];
  of: string;
  unit: string;
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
  const keyOf = ({ id, of }: KeyFigure) => `${id}\u0000${of}`;
  const old = new Map(before.map((figure) => [keyOf(figure), figure]));
  const fresh = new Map(after.map((figure) => [keyOf(figure), figure]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = fresh.get(key);
    const known = was ?? is;
    if (!known || (was && is && isSame(was.value, is.value))) return [];
    const { id, of, unit } = known;
    return [{ id, of, unit, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
