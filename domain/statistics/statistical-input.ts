/** A figure that no statistical formula of this room accepts. The message is a sentence for the reader. */
export class StatisticalInputError extends RangeError {
  override name = "StatisticalInputError";
}

/** Refuses anything that is not a whole number of events: negative, fractional, NaN, infinite. */
export function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new StatisticalInputError(`${name} must be a whole number, 0 or more; got ${value}.`);
  }
}

/** Refuses a quantity that cannot be a cost, an exposure or a variance: negative, NaN, infinite. */
export function requireNonNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new StatisticalInputError(`${name} must be a finite number, 0 or more; got ${value}.`);
  }
}

/** Refuses a divisor that cannot divide: zero, negative, NaN, infinite. */
export function requirePositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new StatisticalInputError(`${name} must be a finite number above 0; got ${value}.`);
  }
}

/** Refuses a probability or a confidence level outside the open interval ]0, 1[. */
export function requireProbability(name: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new StatisticalInputError(`${name} must lie between 0 and 1, excluded; got ${value}.`);
  }
}

/** Refuses a series too short for the statistic asked of it. */
export function requireAtLeast(name: string, minimum: number, length: number): void {
  if (length < minimum) {
    throw new StatisticalInputError(`${name} needs at least ${minimum} entries; got ${length}.`);
  }
}

/** Refuses a proportion without trials, or with more successes than trials. */
export function requireProportion(successes: number, trials: number): void {
  requireCount("Successes", successes);
  requireCount("Trials", trials);
  if (trials === 0) throw new StatisticalInputError("A proportion needs at least one trial.");
  if (successes > trials) {
    throw new StatisticalInputError(
      `Successes cannot exceed trials; got ${successes} successes in ${trials} trials.`,
    );
  }
}
