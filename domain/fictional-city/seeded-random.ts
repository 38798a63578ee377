import { present } from "#domain/presence/present.ts";

/** State of a generator: four words of 32 bits, not all zero. */
type Words = [number, number, number, number];

/** A stream of numbers that depends on nothing but its seed and its name. */
export type SeededRandom = {
  /** 0 included, 1 excluded; 32 bits of precision. */
  uniform: () => number;
  between: (low: number, high: number) => number;
  /** Whole number, both ends included. */
  integer: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  /** One entry, all equally likely. */
  pick: <Value>(values: readonly Value[]) => Value;
  /** One entry, each as likely as its weight; weights need not sum to 1. */
  choose: <Value>(entries: readonly (readonly [Value, number])[]) => Value;
  shuffle: <Value>(values: readonly Value[]) => Value[];
  /** Standard normal law. */
  normal: () => number;
  poisson: (mean: number) => number;
  /** Successes among trials. */
  binomial: (trials: number, probability: number) => number;
  /** Count whose variance is `dispersion` times its mean; Poisson at 1. Sums of such counts keep their dispersion. */
  overDispersed: (mean: number, dispersion: number) => number;
};

/**
 * Next 32 bits of xoshiro128** 1.1. Changes the words it is given.
 * Source: Blackman & Vigna 2018, prng.di.unimi.it/xoshiro128starstar.c (public domain).
 */
export function nextXoshiro(words: Words): number {
  const [, w1] = words;
  const result = Math.imul(rotate(Math.imul(w1, 5), 7), 9) >>> 0;
  const shifted = w1 << 9;
  words[2] ^= words[0];
  words[3] ^= words[1];
  words[1] ^= words[2];
  words[0] ^= words[3];
  words[2] ^= shifted;
  words[3] = rotate(words[3], 11);
  return result;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/**
 * Spreads seed and name over four words: FNV-1a on the name, then the 32-bit finaliser of MurmurHash3. It gives four
 * different words to four different ones: never four zeros, from which the generator would not move.
 */
function wordsOf(seed: number, name: string): Words {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ present(letter.codePointAt(0)), 0x01000193);
  const word = (step: number) => mix((seed ^ hash) + Math.imul(step, 0x9e3779b9) + step);
  return [word(1), word(2), word(3), word(4)];
}

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A named stream of a seed. Each part of the city draws from a stream of its own, so that asking for more cameras
 * changes no cost and no count.
 */
export function seededRandom(seed: number, name: string): SeededRandom {
  const words = wordsOf(seed, name);
  const uniform = () => nextXoshiro(words) / 4_294_967_296;
  return { ...choicesOf(uniform), ...lawsOf(uniform), uniform };
}

function choicesOf(uniform: () => number) {
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const pick = <Value>(values: readonly Value[]): Value => {
    if (values.length === 0) throw new RangeError("Nothing to pick from.");
    return values[integer(0, values.length - 1)] as Value;
  };
  const choose = <Value>(entries: readonly (readonly [Value, number])[]): Value => {
    let left = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (chosen ?? pick(entries))[0];
  };
  return {
    integer,
    pick,
    choose,
    between: (low: number, high: number) => low + uniform() * (high - low),
    chance: (probability: number) => uniform() < probability,
    shuffle: <Value>(values: readonly Value[]) =>
      values
        .map((value) => ({ value, rank: uniform() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  };
}

function lawsOf(uniform: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const poisson = (mean: number): number => {
    if (mean > 30) return poisson(mean / 2) + poisson(mean / 2);
    const floor = Math.exp(-mean);
    let [count, product] = [0, uniform()];
    while (product > floor) {
      count += 1;
      product *= uniform();
    }
    return count;
  };
  const binomial = (trials: number, probability: number) => {
    let successes = 0;
    for (let trial = 0; trial < trials; trial += 1) if (uniform() < probability) successes += 1;
    return successes;
  };
  // Poisson of a gamma mean: the negative binomial law with variance = dispersion × mean.
  const overDispersed = (mean: number, dispersion: number) =>
    mean <= 0 || dispersion <= 1
      ? poisson(Math.max(0, mean))
      : poisson(gamma(mean / (dispersion - 1), uniform, normal) * (dispersion - 1));
  return { normal, poisson, binomial, overDispersed };
}

/** Gamma law of scale 1. Source: Marsaglia & Tsang 2000; below shape 1, their power of a uniform. */
function gamma(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gamma(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
