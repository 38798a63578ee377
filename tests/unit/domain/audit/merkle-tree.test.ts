import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consistencyRanges, inclusionRanges, nodesOf } from "#domain/audit/merkle-ranges.ts";
import {
  inclusionSides,
  rootOf,
  TreeEdge,
  verifyConsistency,
  verifyInclusion,
} from "#domain/audit/merkle-tree.ts";
import {
  fromHex,
  numberedLeaves,
  proofFrom,
  publishedLeaves,
  publishedRoots,
  sha256,
  treeByDefinition,
} from "./published-tree.ts";

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");
const emptyRoot = sha256(new Uint8Array());
const rootAt = (size: number) => publishedRoots[size - 1] as Uint8Array;
const leafAt = (index: number) => publishedLeaves[index] as Uint8Array;
const garbage = fromHex("abacaba000000000000000000000000000000000000000000060061e00123456");

/** Entry, size, proof: as published with the tree. */
const inclusions: [number, number, string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const consistencies: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
  [
    6,
    7,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
];

describe("the published tree", () => {
  it("has the published roots, one leaf after another", () => {
    expect(hex(rootOf(sha256, []))).toBe(hex(emptyRoot));
    const edge = new TreeEdge(sha256);
    for (const [n, leaf] of publishedLeaves.entries()) {
      edge.add(leaf);
      expect(edge.size).toBe(n + 1);
      expect(hex(edge.root())).toBe(hex(publishedRoots[n]));
    }
  });

  it.each(inclusions)("proves entry %i of %i as published", (index, size, published) => {
    const proof = proofFrom(publishedLeaves, inclusionRanges(index, size));
    expect(proof.map(hex)).toEqual(published);
    const claim = { index, size, leaf: leafAt(index), proof, root: rootAt(size) };
    expect(verifyInclusion(sha256, claim)).toBe(true);
  });

  it.each(consistencies)(
    "proves that %i entries go on to %i as published",
    (first, second, published) => {
      const proof = proofFrom(publishedLeaves, consistencyRanges(first, second));
      expect(proof.map(hex)).toEqual(published);
      const earlier = { size: first, root: rootAt(first) };
      const later = { size: second, root: rootAt(second) };
      expect(verifyConsistency(sha256, { earlier, later, proof })).toBe(true);
    },
  );
});

describe("a false proof of inclusion", () => {
  it.each(inclusions)(
    "is refused for entry %i of %i, whatever is false in it",
    (index, size, published) => {
      const proof = published.map(fromHex);
      const claim = { index, size, leaf: leafAt(index), proof, root: rootAt(size) };
      const flipped = proof.map((node, at) =>
        proof.map((other, n) =>
          n === at ? Uint8Array.from(node, (byte, b) => (b ? byte : byte ^ 8)) : other,
        ),
      );
      const corrupted = [
        { index: index - 1 },
        { index: index + 1 },
        { index: index + 0.5 },
        { index: index ^ 2 },
        { size: size * 2 },
        { size: Math.floor(size / 2) },
        { leaf: garbage },
        { leaf: new Uint8Array() },
        { root: emptyRoot },
        { root: garbage },
        { proof: [...proof, new Uint8Array()] },
        { proof: [...proof, rootAt(size)] },
        { proof: [rootAt(size), ...proof] },
        ...flipped.map((false_) => ({ proof: false_ })),
        ...(proof.length > 0 ? [{ proof: proof.slice(0, -1) }, { proof: proof.slice(1) }] : []),
      ];
      for (const change of corrupted) {
        expect(verifyInclusion(sha256, { ...claim, ...change }), JSON.stringify(change)).toBe(
          false,
        );
      }
    },
  );

  it("has no sides where there is no entry", () => {
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 4],
      [4, 4],
      [0.5, 2],
      [0, 2 ** 53],
    ] as const) {
      expect(inclusionSides(index, size)).toBeUndefined();
      expect(() => inclusionRanges(index, size)).toThrow(RangeError);
    }
  });
});

describe("a false proof of consistency", () => {
  it.each(consistencies.slice(1))(
    "is refused from %i to %i, whatever is false in it",
    (first, second, published) => {
      const proof = published.map(fromHex);
      const earlier = { size: first, root: rootAt(first) };
      const later = { size: second, root: rootAt(second) };
      const claim = { earlier, later, proof };
      const corrupted = [
        { earlier: { ...earlier, size: first - 1 } },
        { earlier: { ...earlier, size: first + 1 } },
        { earlier: { ...earlier, size: first + 0.5 } },
        { later: { ...later, size: second * 2 } },
        { later: { ...later, size: Math.floor(second / 2) } },
        { earlier: { ...earlier, root: garbage } },
        { later: { ...later, root: garbage } },
        { earlier: later, later: earlier },
        { proof: [] },
        { proof: proof.slice(0, -1) },
        { proof: [...proof, new Uint8Array()] },
        { proof: [...proof, later.root] },
        { proof: [earlier.root, ...proof] },
        { proof: [proof[0] as Uint8Array, ...proof] },
        ...proof.map((_, at) => ({ proof: proof.map((node, n) => (n === at ? garbage : node)) })),
      ];
      for (const change of corrupted) {
        expect(verifyConsistency(sha256, { ...claim, ...change }), JSON.stringify(change)).toBe(
          false,
        );
      }
    },
  );

  it("is needed for nothing: an empty log goes on to any, a log to itself, and to no other", () => {
    const nothing = { size: 0, root: emptyRoot };
    const [one, other] = [
      { size: 3, root: rootAt(3) },
      { size: 3, root: garbage },
    ];
    expect(verifyConsistency(sha256, { earlier: nothing, later: one, proof: [] })).toBe(true);
    expect(verifyConsistency(sha256, { earlier: nothing, later: nothing, proof: [] })).toBe(true);
    expect(
      verifyConsistency(sha256, { earlier: { size: 0, root: garbage }, later: one, proof: [] }),
    ).toBe(false);
    expect(verifyConsistency(sha256, { earlier: nothing, later: one, proof: [garbage] })).toBe(
      false,
    );
    expect(verifyConsistency(sha256, { earlier: one, later: one, proof: [] })).toBe(true);
    expect(verifyConsistency(sha256, { earlier: one, later: other, proof: [] })).toBe(false);
    expect(verifyConsistency(sha256, { earlier: one, later: one, proof: [garbage] })).toBe(false);
    expect(
      verifyConsistency(sha256, {
        earlier: { size: Number.NaN, root: emptyRoot },
        later: one,
        proof: [],
      }),
    ).toBe(false);
    expect(consistencyRanges(0, 5)).toEqual([]);
    expect(consistencyRanges(5, 5)).toEqual([]);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(-1, 5)).toThrow(RangeError);
  });
});

describe("a tree of any size", () => {
  const leaves = numberedLeaves(300);
  const size = fc.integer({ min: 1, max: 300 });

  it("has the root that the definition gives, leaf by leaf or subtree by subtree", () => {
    fc.assert(
      fc.property(size, (count) => {
        const root = hex(treeByDefinition(leaves.slice(0, count)));
        expect(hex(rootOf(sha256, leaves.slice(0, count)))).toBe(root);
        const edge = new TreeEdge(sha256);
        for (const { level, index } of nodesOf({ start: 0, end: count })) {
          const width = 2 ** level;
          edge.add(treeByDefinition(leaves.slice(index * width, (index + 1) * width)), width);
        }
        expect(hex(edge.root())).toBe(root);
      }),
    );
    const uneven = new TreeEdge(sha256);
    uneven.add(garbage);
    expect(() => uneven.add(garbage, 2)).toThrow(RangeError);
  });

  it("proves each of its entries, and no other in its place", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, a, b) => {
        const [index, other] = [a % count, b % count];
        const proof = proofFrom(leaves, inclusionRanges(index, count));
        const root = treeByDefinition(leaves.slice(0, count));
        const claim = { index, size: count, proof, root };
        expect(verifyInclusion(sha256, { ...claim, leaf: leaves[index] as Uint8Array })).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, leaf: leaves[other] as Uint8Array })).toBe(
          index === other,
        );
      }),
    );
  });

  it("continues each earlier tree of its own, and none in which an entry differed", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, a, b) => {
        const first = 1 + (a % count);
        const proof = proofFrom(leaves, consistencyRanges(first, count));
        const later = { size: count, root: treeByDefinition(leaves.slice(0, count)) };
        const before = leaves.slice(0, first);
        const earlier = { size: first, root: treeByDefinition(before) };
        expect(verifyConsistency(sha256, { earlier, later, proof })).toBe(true);
        const changed = before.map((leaf, n) => (n === b % first ? garbage : leaf));
        const false_ = { size: first, root: treeByDefinition(changed) };
        expect(verifyConsistency(sha256, { earlier: false_, later, proof })).toBe(false);
      }),
    );
  });
});
