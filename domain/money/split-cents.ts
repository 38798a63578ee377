/**
 * Splits an amount in proportion to weights, in whole cents that add up to the amount exactly.
 * Unit: cents. Method: each part is rounded down, then the cents left over go one by one to the largest remainders
 * (Hamilton's method), to the earlier part on a tie. A negative amount is split like its opposite.
 * Refuses weights of which none is above zero, a negative weight, and an amount that is not in whole cents.
 */
export function splitCents(cents: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(cents)) {
    throw new RangeError(`An amount is a whole number of cents; got ${cents}.`);
  }
  if (!(whole > 0 && Number.isFinite(whole)) || weights.some((weight) => weight < 0)) {
    throw new RangeError("An amount is split by weights of 0 or more, one of them above 0.");
  }
  const size = Math.abs(cents);
  const exact = weights.map((weight) => (size * weight) / whole);
  const left = exact.reduce((rest, part) => rest - Math.floor(part), size);
  const served = new Set(
    exact
      .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return exact.map((part, index) => {
    const share = Math.floor(part) + (served.has(index) ? 1 : 0);
    return cents < 0 ? 0 - share : share;
  });
}
