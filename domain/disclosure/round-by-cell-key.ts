import {
  requireCount,
  requirePositive,
  StatisticalInputError,
} from "#domain/statistics/statistical-input.ts";

/** Keys are added as whole 32-bit numbers: a sum of fractions would depend on the order of the records. */
const keySpace = 2 ** 32;

/**
 * Key of a cell: the fractional part of the sum of its records' keys.
 *
 * `keyOf` gives each record a number in [0, 1[, from a keyed hash (HMAC-SHA-256) whose secret never leaves the server.
 * The same records give the same key in every table and release, in any order. No record gives 0.
 */
export function cellKey(recordIds: readonly string[], keyOf: (recordId: string) => number): number {
  let sum = 0;
  for (const id of recordIds) sum = (sum + Math.floor(requireKey(keyOf(id)) * keySpace)) % keySpace;
  return sum / keySpace;
}

/**
 * Algorithm R: unbiased random rounding to a base, drawn from the cell's own records.
 *
 * Unit: events, a multiple of the base. Formula: r = count mod base; count − r, plus base if key < r / base.
 * The mean over keys is the count, the variance r(base − r). 0 stays 0, a multiple stays itself. Rounded
 * cells do not add up, and the page says so. The same records always round the same way, which defeats averaging over
 * releases. A table is rounded or suppressed, never published in both forms.
 * Source: random rounding of Statistics New Zealand (base 3); cell keys of the Australian Bureau of Statistics.
 */
export function roundByCellKey(count: number, key: number, base = 5): number {
  requireCount("A count to round", count);
  requireCount("A rounding base", base);
  requirePositive("A rounding base", base);
  requireKey(key);
  const rest = count % base;
  return count - rest + (key < rest / base ? base : 0);
}

function requireKey(key: number): number {
  if (!(key >= 0 && key < 1)) {
    throw new StatisticalInputError(`A key must lie in [0, 1[; got ${key}.`);
  }
  return key;
}
