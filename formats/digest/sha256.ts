/**
 * SHA-256 (FIPS 180-4) for the browser, where a whole log is millions of small hashes and WebCrypto answers each of them
 * only later. Elsewhere the platform's own is used.
 */

const ROUNDS = 64;
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

/** The first 32 bits of the fractional part of a root of the n-th prime. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const CONSTANTS = Int32Array.from(firstPrimes(ROUNDS), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

const schedule = new Int32Array(ROUNDS);
const state = new Int32Array(8);
const tail = new Uint8Array(2 * BLOCK_BYTES);

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function expand(bytes: Uint8Array, from: number): void {
  for (let t = 0; t < 16; t += 1) {
    const at = from + 4 * t;
    schedule[t] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
  for (let t = 16; t < ROUNDS; t += 1) {
    const early = schedule[t - 15] as number;
    const late = schedule[t - 2] as number;
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[t] = ((schedule[t - 16] as number) + s0 + (schedule[t - 7] as number) + s1) | 0;
  }
}

function compress(bytes: Uint8Array, from: number): void {
  expand(bytes, from);
  // One by one: taking them out of the array together would make an iterator for each block.
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < ROUNDS; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + (CONSTANTS[t] as number) + (schedule[t] as number)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

/** The digest, in 32 bytes of its own. */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  state.set(START);
  const length = bytes.byteLength;
  const whole = length - (length % BLOCK_BYTES);
  for (let at = 0; at < whole; at += BLOCK_BYTES) compress(bytes, at);
  const rest = length - whole;
  // Byte by byte: for so few, a view to copy from costs more than the copy.
  for (let n = 0; n < rest; n += 1) tail[n] = bytes[whole + n] as number;
  tail[rest] = 0x80;
  const padded = rest + 1 + LENGTH_BYTES <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
  tail.fill(0, rest + 1, padded - LENGTH_BYTES);
  putWord(tail, padded - 8, Math.floor(length / 2 ** 29));
  putWord(tail, padded - 4, length << 3);
  for (let at = 0; at < padded; at += BLOCK_BYTES) compress(tail, at);
  const digest = new Uint8Array(32);
  for (let n = 0; n < 8; n += 1) putWord(digest, 4 * n, state[n] as number);
  return digest;
}

function putWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}
