/** SHA-256 or another function of the caller's: bytes to a digest. The tree itself knows no cryptography. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const LEAF = 0x00;
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
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
