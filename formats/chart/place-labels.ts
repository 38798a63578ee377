/** Places labels so that none covers another. */

export type LabelBox = { x: number; y: number; width: number };

const HEIGHT = 16;

function overlaps(one: LabelBox, other: LabelBox): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + 6 &&
    Math.abs(one.y - other.y) < HEIGHT
  );
}

/** The first free place at or above `wanted`, no higher than `top`; `undefined` when there is none. */
export function freePlace(
  taken: readonly LabelBox[],
  wanted: LabelBox,
  top: number,
): LabelBox | undefined {
  for (let y = wanted.y; y >= top; y -= HEIGHT) {
    const place = { ...wanted, y };
    if (!taken.some((other) => overlaps(place, other))) return place;
  }
  return undefined;
}

/** Heights as near as possible to those wanted, in order, `gap` apart, between `top` and `bottom`. */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let least = top;
  for (const entry of order) {
    entry.y = Math.max(entry.y, least);
    least = entry.y + gap;
  }
  let most = bottom;
  for (const entry of order.toReversed()) {
    entry.y = Math.min(entry.y, most);
    most = entry.y - gap;
  }
  const placed = new Array<number>(wanted.length).fill(top);
  for (const { y, index } of order) placed[index] = y;
  return placed;
}
