/** SHA-256 or another function of the caller's: bytes to a digest. The tree itself knows no cryptography. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Stands before a leaf that is hashed. */
export const LEAF = 0x00;
const NODE = 0x01;

/**
 * Hash of a leaf of the log.
 *
 * Formula: HASH(0x00 || entry). The prefix keeps a leaf from being passed off as a node.
 *
 * Source: RFC 9162 §2.1.1 (the same as RFC 6962 §2.1).
 */
export function hashLeaf(hash: Hash, entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.byteLength);
  bytes[0] = LEAF;
  bytes.set(entry, 1);
  return hash(bytes);
}

/**
 * Hash of a node with two children.
 *
 * Formula: HASH(0x01 || left || right).
 *
 * Source: RFC 9162 §2.1.1.
 */
export function hashNode(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  // A log is hashed by the million: no list of parts is made for each.
  const bytes = new Uint8Array(1 + left.byteLength + right.byteLength);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.byteLength);
  return hash(bytes);
}

const HASH = 32;
const PAIR = 1 + 2 * HASH;

/**
 * The hash of the complete subtree over a row of hashes that stand one after the other; their number is a power of two.
 * The pairs are laid out once, each behind its prefix, and every level is written over the one below.
 */
export function hashRow(hash: Hash, row: Uint8Array): Uint8Array {
  let count = row.byteLength / HASH;
  const pairs = new Uint8Array(Math.ceil(count / 2) * PAIR);
  const put = (n: number, digest: Uint8Array) => {
    const pair = (n >> 1) * PAIR;
    pairs[pair] = NODE;
    pairs.set(digest, pair + 1 + (n & 1) * HASH);
  };
  for (let n = 0; n < count; n += 1) put(n, row.subarray(n * HASH, (n + 1) * HASH));
  for (; count > 1; count /= 2) {
    for (let n = 0; n < count / 2; n += 1) put(n, hash(pairs.subarray(n * PAIR, (n + 1) * PAIR)));
  }
  return pairs.slice(1, 1 + HASH);
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) return false;
  // Four at a time where they stand so that they can be read so.
  const isEven = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 && a.byteLength % 4 === 0;
  if (!isEven) return sameItems(a, b);
  const wordsOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
    new Uint32Array(buffer, byteOffset, byteLength / 4);
  return sameItems(wordsOf(a), wordsOf(b));
}

function sameItems(a: Uint8Array | Uint32Array, b: Uint8Array | Uint32Array): boolean {
  for (let n = 0; n < a.length; n += 1) if (a[n] !== b[n]) return false;
  return true;
}
