/**
 * A published index of prices, as data: consumer prices, construction costs… No value is built in.
 * `values` by accounting year (the year in which it starts), all on the same base, each above zero.
 */
export type PriceIndex = {
  name: string;
  source: string;
  /** What is 100: "2015", "January 2020". */
  base: string;
  values: Readonly<Record<number, number>>;
};

/**
 * An amount of one year at the prices of another.
 * Unit: cents, rounded. Formula: amount × index(to) / index(from).
 * Undefined when the index is silent on the year of the amount: nothing is extrapolated. Refuses an index that is
 * silent on the year of prices asked, and values that are not above zero.
 */
export function atConstantPrices(
  cents: number,
  from: number,
  to: number,
  index: PriceIndex,
): number | undefined {
  const target = index.values[to];
  const origin = index.values[from];
  if (target === undefined) throw new RangeError(`${index.name} has no value for ${to}.`);
  if (origin === undefined) return undefined;
  if (!(target > 0 && origin > 0)) {
    throw new RangeError(`${index.name} must be above 0 in ${from} and ${to}.`);
  }
  return Math.round((cents * target) / origin);
}
