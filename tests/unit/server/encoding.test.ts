import { describe, expect, it } from "vitest";
import { chooseEncoding } from "#server/http/encoding.ts";

/** RFC 9110 §12.5.3. */
describe("the encoding of an answer", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["GZIP", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["gzip;q=0, br;q=0", "identity"],
    ["identity;q=0", "identity"],
    ["identity, gzip;q=0.5", "identity"],
    ["*", "br"],
    ["*;q=0, gzip", "gzip"],
    ["*;q=0", "identity"],
    ["gzip;q=nonsense", "identity"],
    ["deflate", "identity"],
    ["br ; q=1.0", "br"],
  ])("for %s is %s", (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });
});
