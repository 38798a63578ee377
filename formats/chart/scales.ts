/** Scales and their ticks. Whatever comes in, finite numbers come out. */

export type Scale = {
  at: (value: number) => number;
  ticks: readonly number[];
  domain: readonly [number, number];
};

type Range = readonly [number, number];

/** Beyond this, sums and differences of values would leave the doubles. */
const MOST = 1e15;
/** Below this a number is drawn as 0: steps between ticks would leave the doubles. */
const LEAST = 1e-9;

/** A finite number within what can be drawn, or `undefined`. */
export function drawable(value: number | undefined): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  if (Math.abs(value) < LEAST) return 0;
  return Math.min(Math.max(value, -MOST), MOST);
}

/** The step of 1, 2, 2.5 or 5 × a power of ten that gives about `count` ticks. */
function niceStep(span: number, count: number): number {
  const raw = span / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw * 0.999999) ?? 10;
  return factor * power;
}

function extentOf(values: readonly (number | undefined)[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const given of values) {
    const value = drawable(given);
    if (value === undefined) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 0];
}

type LinearLook = {
  /** About how many ticks. */
  count?: number;
  /** Zero is part of the scale unless this is false. */
  fromZero?: boolean;
  /** The scale ends at the highest value instead of the tick above it. */
  endsAtMost?: boolean;
};

/** A linear scale. Its ends are ticks, except a shallow negative side, which ends at its lowest value. */
export function linearScale(
  values: readonly (number | undefined)[],
  range: Range,
  { count = 5, fromZero = true, endsAtMost = false }: LinearLook = {},
): Scale {
  let [low, high] = extentOf(values);
  if (fromZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  if (high - low <= Math.abs(high) * 1e-12) high = low + Math.max(Math.abs(low), 1);
  // Counts have no halves: no tick stands between two of them.
  const isCounted = values.every((value) => value === undefined || Number.isInteger(value));
  const step = Math.max(niceStep(high - low, count), isCounted ? 1 : 0);
  const isShallow = low < 0 && high > 0 && -low < step * 0.75;
  const first = isShallow ? 0 : Math.floor(low / step + 1e-9);
  const above = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const last = endsAtMost ? Math.max(Math.floor(high / step), first) : above;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const domain: Range = [isShallow ? low : first * step, endsAtMost ? high : last * step];
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  return { at: (value) => range[0] + (clamp(value, domain) - domain[0]) * slope, ticks, domain };
}

/**
 * A logarithmic scale over the positive values; ticks at 1 and 3, at whole decades where there are many, closer where
 * all values are within one.
 */
export function logScale(values: readonly (number | undefined)[], range: Range, count = 6): Scale {
  const positive = values.filter((value) => value !== undefined && value > 0);
  const [low, high] = positive.length > 0 ? extentOf(positive) : [1, 10];
  const steps = stepsBetween(Math.max(low, LEAST), Math.max(high, LEAST));
  const domain: Range = [steps[0] ?? 1, steps.at(-1) ?? 10];
  const decades = steps.filter((step) => isPowerOfTen(step));
  const chosen = steps.length > count && decades.length > 1 ? decades : steps;
  const every = Math.ceil(chosen.length / count);
  const [start, end] = [Math.log(domain[0]), Math.log(domain[1])];
  const slope = (range[1] - range[0]) / (end - start);
  return {
    at: (value) => range[0] + (Math.log(clamp(value, domain)) - start) * slope,
    ticks: chosen.filter((_, index) => index % every === 0),
    domain,
  };
}

const COARSE = [1, 3];
const FINE = [1, 1.5, 2, 3, 5, 7];

/** Round numbers of each power of ten, from the last one below `low` to the first one above `high`. */
function stepsBetween(low: number, high: number): number[] {
  const steps: number[] = [];
  const factors = high / low < 5 ? FINE : COARSE;
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    // Divided rather than multiplied by a negative power: 0.7, not 0.7000000000000001.
    steps.push(...factors.map((one) => (power < 0 ? one / 10 ** -power : one * 10 ** power)));
  }
  const first = Math.max(
    steps.findLastIndex((step) => step <= low * 1.000001),
    0,
  );
  const last = steps.findIndex((step) => step >= high * 0.999999);
  const until = last < 0 ? steps.length - 1 : last;
  return steps.slice(first, Math.max(until, first + 1) + 1);
}

function isPowerOfTen(value: number): boolean {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-6;
}

function clamp(value: number, domain: Range): number {
  if (Number.isNaN(value)) return domain[0];
  return Math.min(Math.max(value, domain[0]), domain[1]);
}
