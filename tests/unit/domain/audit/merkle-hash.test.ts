import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Hash, hashLeaf, hashNode, sameBytes } from "#domain/audit/merkle-hash.ts";

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();
const hex = (text: string) => Buffer.from(text, "hex");

describe("leaves and nodes (RFC 6962 §2.1)", () => {
  // The vectors of Certificate Transparency's own tests: leaf "" and the tree of "" and 00.
  const first = hex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  const second = hex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
  const both = hex("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");

  it("hash as published", () => {
    expect(Buffer.from(hashLeaf(sha256, new Uint8Array()))).toEqual(first);
    expect(Buffer.from(hashLeaf(sha256, hex("00")))).toEqual(second);
    expect(Buffer.from(hashNode(sha256, first, second))).toEqual(both);
  });

  it("are told apart: a leaf that holds two hashes is no node", () => {
    const posing = hashLeaf(sha256, Buffer.concat([first, second]));
    expect(sameBytes(posing, both)).toBe(false);
    expect(sameBytes(both, Buffer.from(both))).toBe(true);
    expect(sameBytes(both, both.subarray(1))).toBe(false);
  });
});

it("bytes are the same wherever they stand in memory", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 40 }),
      fc.nat(7),
      fc.nat(7),
      (one, other, here, there) => {
        const at = (bytes: Uint8Array, offset: number) => {
          const room = new Uint8Array(offset + bytes.length);
          room.set(bytes, offset);
          return room.subarray(offset);
        };
        expect(sameBytes(at(one, here), at(one, there))).toBe(true);
        const isSame = one.length === other.length && one.every((byte, n) => byte === other[n]);
        expect(sameBytes(at(one, here), at(other, there))).toBe(isSame);
      },
    ),
  );
});
