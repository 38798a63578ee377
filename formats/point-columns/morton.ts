/**
 * Morton (Z-order) codes of up to 26 + 26 bits. They exceed 32 bits, so they travel as two halves of 26 bits
 * or as one exact double.
 */
export const halfRange = 2 ** 26;

/** Spreads 13 bits to the even bits of 26. */
export function spread13(value: number): number {
  let v = value & 0x1fff;
  v = (v | (v << 8)) & 0x00ff00ff;
  v = (v | (v << 4)) & 0x0f0f0f0f;
  v = (v | (v << 2)) & 0x33333333;
  return (v | (v << 1)) & 0x55555555;
}

/** Gathers the even bits of 26 into 13. */
export function gather13(value: number): number {
  let v = value & 0x55555555;
  v = (v | (v >> 1)) & 0x33333333;
  v = (v | (v >> 2)) & 0x0f0f0f0f;
  v = (v | (v >> 4)) & 0x00ff00ff;
  return (v | (v >> 8)) & 0x1fff;
}

/** Morton code of two integers below 2^26, as an exact double: x on even bits, y on odd bits. */
export function mortonCode(x: number, y: number): number {
  const high = spread13(x >>> 13) | (spread13(y >>> 13) << 1);
  const low = spread13(x) | (spread13(y) << 1);
  return high * halfRange + low;
}

/** Origin of the codes: the same for every set, so that a part of a set keeps its order. */
export const westEnd = -18_000_000;
export const southEnd = -9_000_000;

/** Codes of every point, in units of 1e-5 degree from the south pole and the antimeridian. */
export function mortonCodes(longitude: Int32Array, latitude: Int32Array): Float64Array {
  const codes = new Float64Array(longitude.length);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = mortonCode((longitude[i] as number) - westEnd, (latitude[i] as number) - southEnd);
  }
  return codes;
}

/** The stable order that sorts codes, by radix: four passes of 13 bits. */
export function orderOf(codes: Float64Array): Uint32Array {
  let order = Uint32Array.from({ length: codes.length }, (_, i) => i);
  let next = new Uint32Array(codes.length);
  for (let digit = 0; digit < 4; digit++) {
    const unit = 2 ** (13 * digit);
    const starts = new Uint32Array(8193);
    const digitOf = (row: number) => Math.floor((codes[row] as number) / unit) % 8192;
    for (const row of order) starts[digitOf(row) + 1] = (starts[digitOf(row) + 1] as number) + 1;
    for (let d = 0; d < 8192; d++) {
      starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number);
    }
    for (const row of order) {
      const d = digitOf(row);
      const place = starts[d] as number;
      starts[d] = place + 1;
      next[place] = row;
    }
    [order, next] = [next, order];
  }
  return order;
}

export function minimum(values: Int32Array): number {
  let least = values[0] ?? 0;
  for (const value of values) if (value < least) least = value;
  return least;
}

export function maximum(values: Int32Array): number {
  let most = values[0] ?? 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
