/**
 * The constant yearly amount that pays for an investment and for the money tied up in it.
 * Unit: that of the capital, a year; not rounded. Formula: EAC = K · r / (1 − (1 + r)^−L), K / L when r = 0.
 * An economic view, beside the accounting one: over L years it adds up to more than was paid.
 * Check: €36,600 at 3 % over 10 years gives €4,290.64 a year.
 * Refuses a negative rate, or a life that is not above zero.
 */
export function equivalentAnnualCost(capital: number, rate: number, lifeYears: number): number {
  if (!(rate >= 0 && Number.isFinite(rate))) {
    throw new RangeError(`A yearly rate is 0 or more; got ${rate}.`);
  }
  if (!(lifeYears > 0 && Number.isFinite(lifeYears))) {
    throw new RangeError(`A useful life is above 0 years; got ${lifeYears}.`);
  }
  if (rate === 0) return capital / lifeYears;
  // −expm1(−L · log1p(r)) is 1 − (1 + r)^−L without losing digits when the rate is near zero.
  return (capital * rate) / -Math.expm1(-lifeYears * Math.log1p(rate));
}
