import { createHash } from "node:crypto";
import { type Hash, hashLeaf } from "#domain/audit/merkle-hash.ts";
import { nodesOf } from "#domain/audit/merkle-ranges.ts";
import { foldNodes } from "#domain/audit/merkle-tree.ts";

/** The tree of eight leaves that Certificate Transparency's implementations test themselves with. */

export const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();
export const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

export const publishedEntries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(fromHex);

/** Of the first 1, 2, … 8 leaves. */
export const publishedRoots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
].map(fromHex);

export const publishedLeaves = publishedEntries.map((entry) => hashLeaf(sha256, entry));

/** A tree of numbered leaves, computed straight from the definition MTH, to hold the quick ways against. */
export function treeByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (!first) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)].map(treeByDefinition);
  return sha256(Buffer.concat([Uint8Array.of(1), left as Uint8Array, right as Uint8Array]));
}

export const numberedLeaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, n) => hashLeaf(sha256, Buffer.from(String(n))));

/** A proof from leaves at hand, through the nodes that a real one would be read from. */
export function proofFrom(
  leaves: readonly Uint8Array[],
  ranges: readonly { start: number; end: number }[],
): Uint8Array[] {
  return ranges.map((range) =>
    foldNodes(
      sha256,
      nodesOf(range).map(({ level, index }) =>
        treeByDefinition(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    ),
  );
}
