import { describe, expect, it } from "vitest";
import { LONGEST_ADDRESS, readAddress } from "#server/http/request-address.ts";

describe("the address of a request", () => {
  it.each([
    ["/", [], "/"],
    ["/saint-etienne", ["saint-etienne"], "/saint-etienne"],
    ["/a/", ["a", ""], "/a/"],
    ["/a/caf%C3%A9", ["a", "café"], "/a/caf%C3%A9"],
    ["/a/caf%c3%a9", ["a", "café"], "/a/caf%C3%A9"],
    ["/a/A%2f1", ["a", "A/1"], "/a/A%2F1"],
    ["/a/%41", ["a", "A"], "/a/A"],
    ["/a/b+c", ["a", "b+c"], "/a/b%2Bc"],
  ])("reads %s in one spelling", (target, segments, path) => {
    expect(readAddress(target)).toMatchObject({ segments, path });
  });

  it.each([
    "/%zz",
    "/%",
    "/%ff",
    "/%c3%28",
    "/a//b",
    "//evil.example",
    "/..",
    "/a/../b",
    "/a/%2e%2e/b",
    "/./a",
    "/a%2F..",
    "/%2e%2e%2fetc",
    "/a%5Cb",
    "/a\\b",
    "/a%00b",
    "/a%0d%0aset-cookie:x",
    "http://evil.example/",
    "*",
    "",
    `/${"a".repeat(LONGEST_ADDRESS)}`,
  ])("refuses %s", (target) => {
    expect(readAddress(target)).toBeUndefined();
  });

  it("keeps the query apart, malformed or not", () => {
    expect(readAddress("/a?x=%zz&y=1")?.query.get("y")).toBe("1");
  });
});
