import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { innerPath } from "#formats/addresses/inner-path.ts";

describe("where to go next", () => {
  it.each([
    "/",
    "/account",
    "/en/ville-temoin/administration?notice=invited",
    "/a/b%20c",
    "/a?b=//c",
  ])("may be %j", (text) => {
    expect(innerPath(text)).toBe(text);
  });

  it.each([
    "",
    null,
    undefined,
    "account",
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "https://evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "/a b",
    "/a\tb",
    "/a\r\nb: c",
    "/é",
    `/${"a".repeat(500)}`,
  ])("is never %j", (text) => {
    expect(innerPath(text)).toBeUndefined();
  });

  it("is on this site, as a browser resolves it, whatever was written", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5c",
      ":",
      "@",
      "evil.example",
      "?",
      "#",
      "a",
      "\t",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = innerPath(pieces.join(""));
        if (path === undefined) return;
        expect(new URL(path, "https://here.example/x/y").origin).toBe("https://here.example");
      }),
    );
  });
});
