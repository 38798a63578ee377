import {
  requireAtLeast,
  requireCount,
  requireNonNegative,
  requirePositive,
  requireProbability,
  requireProportion,
} from "./statistical-input.ts";

export type FunnelUnit = { readonly count: number; readonly exposure: number };

export type OverDispersion = {
  /** Mean squared z-score after winsorising; 1 when units differ by chance alone. */
  readonly phi: number;
  /** Variance between units, in squared units of the rate; 0 when chance explains the spread. */
  readonly tauSquared: number;
};

/**
 * How much more units vary than chance alone would have them vary.
 *
 * Formula, with s² = target/exposure and z = (rate − target)/s, the lowest and highest tenth of z brought to the
 * 10 % and 90 % quantiles: φ = Σz²/I; w = 1/s²; τ² = (Iφ − (I−1)) / (Σw − Σw²/Σw) if φ > (I−1)/I, otherwise 0.
 * At least two units. Quantiles interpolate linearly (type 7, R's default).
 * Source: Spiegelhalter 2005 (Statistics in Medicine 24, 1185–1202); the trimming of the FunnelPlotR package.
 */
export function overDispersion(
  units: readonly FunnelUnit[],
  target: number,
  winsorised = 0.1,
): OverDispersion {
  requireAtLeast("Over-dispersion", 2, units.length);
  requirePositive("A target rate", target);
  for (const unit of units) {
    requireCount("A count", unit.count);
    requirePositive("An exposure", unit.exposure);
  }
  const scores = units.map(
    (unit) => (unit.count / unit.exposure - target) / Math.sqrt(target / unit.exposure),
  );
  return dispersionOf(
    scores,
    units.map((unit) => unit.exposure / target),
    winsorised,
  );
}

/**
 * The same for shares, where chance makes s² = target·(1 − target)/trials.
 *
 * Formula and source: those of overDispersion, with the binomial variance. At least two units; the target lies strictly
 * between 0 and 1.
 */
export function overDispersionOfShares(
  units: readonly FunnelUnit[],
  target: number,
  winsorised = 0.1,
): OverDispersion {
  requireAtLeast("Over-dispersion", 2, units.length);
  requireProbability("A target share", target);
  for (const unit of units) requireProportion(unit.count, unit.exposure);
  const variance = (unit: FunnelUnit) => (target * (1 - target)) / unit.exposure;
  return dispersionOf(
    units.map((unit) => (unit.count / unit.exposure - target) / Math.sqrt(variance(unit))),
    units.map((unit) => 1 / variance(unit)),
    winsorised,
  );
}

function dispersionOf(
  scores: readonly number[],
  weights: readonly number[],
  winsorised: number,
): OverDispersion {
  const phi = mean(winsorise(scores, winsorised).map((z) => z * z));
  return { phi, tauSquared: betweenUnits(phi, weights) };
}

/** Multiplicative model: limits are √φ times as far from the target, never nearer. */
export function multiplicativeInflation(phi: number): number {
  requireNonNegative("A dispersion", phi);
  return Math.sqrt(Math.max(1, phi));
}

/** Additive model: limits are √(1 + τ²/s²) times as far from the target, s² = target/exposure. */
export function additiveInflation(tauSquared: number, target: number, exposure: number): number {
  requireNonNegative("A variance between units", tauSquared);
  requirePositive("A target rate", target);
  requirePositive("An exposure", exposure);
  return Math.sqrt(1 + (tauSquared * exposure) / target);
}

/** The additive model for shares, where chance makes s² = target·(1 − target)/trials. */
export function additiveInflationOfShares(
  tauSquared: number,
  target: number,
  trials: number,
): number {
  requireNonNegative("A variance between units", tauSquared);
  requireProbability("A target share", target);
  requirePositive("Trials", trials);
  return Math.sqrt(1 + (tauSquared * trials) / (target * (1 - target)));
}

function betweenUnits(phi: number, weights: readonly number[]): number {
  const count = weights.length;
  if (phi <= (count - 1) / count) return 0;
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  return (count * phi - (count - 1)) / (sum - squares / sum);
}

function winsorise(values: readonly number[], share: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, share), quantile(sorted, 1 - share)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability;
  const ends = sorted.slice(Math.floor(position), Math.floor(position) + 2);
  const fraction = position - Math.floor(position);
  return ends.reduce((sum, end, i) => sum + end * (i === 0 ? 1 - fraction : fraction), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
