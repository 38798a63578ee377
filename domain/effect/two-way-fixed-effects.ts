import { type IntervalBounds, usualLevel } from "#domain/statistics/interval-bounds.ts";
import { solveLinear } from "#domain/statistics/solve-linear.ts";
import { requireCount } from "#domain/statistics/statistical-input.ts";
import { twoSidedT } from "#domain/statistics/student-quantile.ts";

/** Yearly counts of one district, in the order of the years compared. */
export type PanelRow = { readonly isTreated: boolean; readonly counts: readonly number[] };

export type FixedEffectsEstimate = {
  /** Above 1: events fell in the treated districts relative to the controls. */
  readonly ratio: number;
  readonly interval: IntervalBounds;
  /** Districts that count, treated and controls: the clusters. */
  readonly clusters: number;
};

/** Fewer districts on either side say nothing of how much districts vary. */
export const fewestClusters = 2;
const mostSteps = 100;
const precision = 1e-10;

/**
 * The effect by a Poisson regression with an effect of each district and of each year, its interval by how much whole
 * districts vary.
 *
 * Unit: ratio, that of the relative effect size. Formula: ln E(y) = α_district + γ_year + δ·(treated and after); ratio
 * exp(−δ). District effects are conditioned out: given its total, a district's counts are multinomial, and δ and γ are found
 * by Newton's method. Variance: A⁻¹(Σ s·s′)A⁻¹ × G/(G − 1), s the score of one district over all its years, which lets its years
 * lean on one another as they will; Student's quantile with G − 1 degrees of freedom, G the districts. With all districts
 * equipped at once and every year known the ratio is exactly that of the four counts: only the interval is another reading.
 * Of few districts it is too narrow, the more so the fewer are treated. Districts without any event say nothing and are left
 * out. Undefined with fewer than two districts on either side, without a year on each side, or where a year counts no event.
 * Not for districts equipped one after the other.
 * Source: Hausman, Hall & Griliches 1984; Wooldridge 1999 for the robust variance; Cameron & Miller 2015 for few clusters.
 */
export function twoWayFixedEffects(
  rows: readonly PanelRow[],
  isAfter: readonly boolean[],
  level: number = usualLevel,
): FixedEffectsEstimate | undefined {
  for (const { counts } of rows) for (const count of counts) requireCount("A yearly count", count);
  const panel = rows.filter(({ counts }) => sumOf(counts) > 0);
  const treated = panel.filter(({ isTreated }) => isTreated).length;
  if (Math.min(treated, panel.length - treated) < fewestClusters) return undefined;
  if (!isAfter.includes(true) || !isAfter.includes(false)) return undefined;
  const totals = isAfter.map((_, t) => sumOf(panel.map(({ counts }) => counts[t] ?? 0)));
  const cells = [true, false].flatMap((side) =>
    [true, false].map((phase) =>
      sumOf(
        panel
          .filter(({ isTreated }) => isTreated === side)
          .flatMap(({ counts }) => counts.filter((_, t) => isAfter[t] === phase)),
      ),
    ),
  );
  if ([...totals, ...cells].includes(0)) return undefined;
  const fit = fitted(panel, isAfter, totals);
  const clusters = panel.length;
  const effect = fit.coefficients.length - 1;
  const sandwich = varianceOf(fit.information, fit.scores, effect) * (clusters / (clusters - 1));
  const delta = fit.coefficients[effect] ?? 0;
  const half = twoSidedT(level, clusters - 1) * Math.sqrt(sandwich);
  return {
    ratio: Math.exp(-delta),
    interval: { low: Math.exp(-delta - half), high: Math.exp(-delta + half) },
    clusters,
  };
}

type Fit = {
  /** Effects of the years but the first, then δ. */
  coefficients: readonly number[];
  information: readonly (readonly number[])[];
  /** One per district. */
  scores: readonly (readonly number[])[];
};

function fitted(
  panel: readonly PanelRow[],
  isAfter: readonly boolean[],
  totals: readonly number[],
): Fit {
  let coefficients = [...totals.slice(1).map((total) => Math.log(total / (totals[0] ?? 1))), 0];
  for (let step = 0; ; step += 1) {
    const { information, scores } = scored(panel, isAfter, coefficients);
    const gradient = coefficients.map((_, k) => sumOf(scores.map((score) => score[k] ?? 0)));
    const move = solveLinear(
      information,
      gradient.map((value) => [value]),
    ).map(([value = 0]) => value);
    if (step === mostSteps || move.every((value) => Math.abs(value) < precision))
      return { coefficients, information, scores };
    coefficients = coefficients.map((value, k) => value + (move[k] ?? 0));
  }
}

function scored(
  panel: readonly PanelRow[],
  isAfter: readonly boolean[],
  coefficients: readonly number[],
): Omit<Fit, "coefficients"> {
  const size = coefficients.length;
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const scores = panel.map(({ isTreated, counts }) => {
    const design = isAfter.map((after, t) => designOf(t, isTreated && after, size));
    const weights = design.map((x) => Math.exp(sumOf(x.map((v, k) => v * (coefficients[k] ?? 0)))));
    const shares = weights.map((weight) => weight / sumOf(weights));
    const total = sumOf(counts);
    const mean = Array.from({ length: size }, (_, k) =>
      sumOf(design.map((x, t) => (x[k] ?? 0) * (shares[t] ?? 0))),
    );
    information.forEach((row, j) => {
      for (let k = 0; k < size; k += 1) {
        const square = sumOf(design.map((x, t) => (x[j] ?? 0) * (x[k] ?? 0) * (shares[t] ?? 0)));
        row[k] = (row[k] ?? 0) + total * (square - (mean[j] ?? 0) * (mean[k] ?? 0));
      }
    });
    return mean.map((expected, k) => {
      return sumOf(design.map((x, t) => (x[k] ?? 0) * (counts[t] ?? 0))) - total * expected;
    });
  });
  return { information, scores };
}

/** Which year it is, the first standing for all that is left, and whether it is treated. */
function designOf(year: number, isTreated: boolean, size: number): number[] {
  const row = new Array<number>(size).fill(0);
  if (year > 0) row[year - 1] = 1;
  if (isTreated) row[size - 1] = 1;
  return row;
}

/** One element of the diagonal of A⁻¹(Σ s·s′)A⁻¹: the squares of what each district's score moves it by. */
function varianceOf(
  information: Fit["information"],
  scores: Fit["scores"],
  element: number,
): number {
  const unit = information.map((_, k) => [k === element ? 1 : 0]);
  const column = solveLinear(information, unit).map(([value = 0]) => value);
  return sumOf(scores.map((score) => sumOf(score.map((s, k) => s * (column[k] ?? 0))) ** 2));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
