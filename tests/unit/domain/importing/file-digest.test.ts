import { describe, expect, it } from "vitest";
import { digestOf } from "#domain/importing/file-digest.ts";

describe("what a file is known by", () => {
  it("is its own digest, or the commitment that hides it", () => {
    expect(digestOf({ sha256: "ab", commitment: null })).toBe("ab");
    expect(digestOf({ sha256: null, commitment: "cd" })).toBe("cd");
  });
});
