import { type Hash, hashNode, sameBytes } from "./merkle-hash.ts";

/** The log as a tree, hashed as RFC 9162 (and RFC 6962) say. Leaves and nodes are given by their hashes. */

/**
 * The hash of a run of entries from the complete subtrees that make it up, left to right.
 *
 * Formula: HASH(0x01 || first || fold(rest)); the hash of the empty string when there is none.
 */
export function foldNodes(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  if (nodes.length === 0) return hash(new Uint8Array());
  return nodes.reduceRight((right, left) => hashNode(hash, left, right));
}

/** The right edge of a growing tree: the hashes of its complete subtrees, with their widths, largest first. */
export class TreeEdge {
  readonly #hash: Hash;
  readonly #nodes: { width: number; hash: Uint8Array }[] = [];
  #size = 0;

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a complete subtree of `width` entries, a power of two that divides the size so far. */
  add(node: Uint8Array, width = 1): void {
    if (this.#size % width !== 0)
      throw new RangeError("a subtree starts at a multiple of its width");
    let added = { width, hash: node };
    for (let last = this.#nodes.at(-1); last?.width === added.width; last = this.#nodes.at(-1)) {
      this.#nodes.pop();
      added = { width: 2 * added.width, hash: hashNode(this.#hash, last.hash, added.hash) };
    }
    this.#nodes.push(added);
    this.#size += width;
  }

  root(): Uint8Array {
    return foldNodes(
      this.#hash,
      this.#nodes.map((node) => node.hash),
    );
  }
}

/** The root of the tree over these leaf hashes: MTH of RFC 9162 §2.1.1. */
export function rootOf(hash: Hash, leaves: Iterable<Uint8Array>): Uint8Array {
  const edge = new TreeEdge(hash);
  for (const leaf of leaves) edge.add(leaf);
  return edge.root();
}

const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);

/**
 * On which side each hash of an inclusion proof stands; undefined when there is no such entry.
 *
 * Source: RFC 9162 §2.1.3.2.
 */
export function inclusionSides(index: number, size: number): ("left" | "right")[] | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return undefined;
  }
  return sidesFrom(index, size - 1);
}

/** From a node to the root, in a tree whose last node on the same level is `last`. */
function sidesFrom(node: number, lastNode: number): ("left" | "right")[] {
  const sides: ("left" | "right")[] = [];
  let [at, last] = [node, lastNode];
  while (last > 0) {
    if (isOdd(at) || at === last) {
      sides.push("left");
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      sides.push("right");
    }
    [at, last] = [half(at), half(last)];
  }
  return sides;
}

export type Inclusion = {
  index: number;
  size: number;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
};

/** Whether the proof leads from the leaf to the root. */
export function verifyInclusion(
  hash: Hash,
  { index, size, leaf, proof, root }: Inclusion,
): boolean {
  const sides = inclusionSides(index, size);
  if (sides?.length !== proof.length) return false;
  const reached = proof.reduce(
    (node, sibling, step) =>
      sides[step] === "left" ? hashNode(hash, sibling, node) : hashNode(hash, node, sibling),
    leaf,
  );
  return sameBytes(reached, root);
}

export type Consistency = {
  earlier: { size: number; root: Uint8Array };
  later: { size: number; root: Uint8Array };
  proof: readonly Uint8Array[];
};

/**
 * Whether the later log begins with the earlier one, entry by entry.
 *
 * Source: RFC 9162 §2.1.4.2. An empty log is continued by every log; its root is the hash of the empty string.
 */
export function verifyConsistency(hash: Hash, { earlier, later, proof }: Consistency): boolean {
  if (![earlier.size, later.size].every((size) => Number.isSafeInteger(size) && size >= 0)) {
    return false;
  }
  if (earlier.size > later.size) return false;
  if (earlier.size === 0) {
    return proof.length === 0 && sameBytes(earlier.root, hash(new Uint8Array()));
  }
  if (earlier.size === later.size) {
    return proof.length === 0 && sameBytes(earlier.root, later.root);
  }
  return climbBoth(hash, { earlier, later, proof });
}

function climbBoth(hash: Hash, { earlier, later, proof }: Consistency): boolean {
  const isPower = Number.isInteger(Math.log2(earlier.size));
  const [seed, ...rest] = isPower ? [earlier.root, ...proof] : proof;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  const sides = sidesFrom(at, last);
  if (!seed || sides.length !== rest.length) return false;
  let [first, second] = [seed, seed];
  for (const [step, sibling] of rest.entries()) {
    if (sides[step] === "left") {
      first = hashNode(hash, sibling, first);
      second = hashNode(hash, sibling, second);
    } else {
      second = hashNode(hash, second, sibling);
    }
  }
  return sameBytes(first, earlier.root) && sameBytes(second, later.root);
}
