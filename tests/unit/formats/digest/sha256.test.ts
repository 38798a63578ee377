import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "#formats/digest/sha256.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("SHA-256 in the browser", () => {
  // FIPS 180-4 examples and the SHA test vectors of NIST's CAVP.
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("knows the published digests", (text, digest) => {
    expect(hex(sha256(Buffer.from(text)))).toBe(digest);
  });

  it("is the platform's own for bytes of every length around a block's end", () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Buffer.alloc(length, length);
      expect(hex(sha256(bytes)), String(length)).toBe(
        createHash("sha256").update(bytes).digest("hex"),
      );
    }
  });

  it("is the platform's own for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(hex(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });
});
