import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "#server/api/cursor.ts";
import { negotiateForm } from "#server/api/negotiate.ts";

const forms = ["geojson", "json", "jsonld"] as const;

describe("the form of an answer", () => {
  it.each([
    [undefined, "geojson"],
    ["", "geojson"],
    ["*/*", "geojson"],
    ["application/json", "json"],
    ["application/ld+json, application/json;q=0.9", "jsonld"],
    ["text/html, application/json;q=0.1", "json"],
    ["application/*;q=0.5, application/json;q=0.4", "geojson"],
    ["*/*, application/geo+json;q=0", "json"],
    ["text/html", undefined],
    ["*/*;q=0", undefined],
    ["application/json;q=x", undefined],
    [",,;;", undefined],
  ])("for %j is %s", (accept, form) => {
    expect(negotiateForm(forms, accept)).toBe(form);
  });
});

describe("a cursor", () => {
  it("is read as it was written, whatever row it stands after", () => {
    const row = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.nat(999_999_999), row, (release, after) => {
        expect(readCursor(writeCursor({ release, after }))).toEqual({ release, after });
      }),
    );
  });

  it("of another spelling, or with what no key holds, is none", () => {
    expect(readCursor(`${writeCursor({ release: 1, after: "a" })}=`)).toBeUndefined();
    expect(readCursor(writeCursor({ release: 1, after: "a\0" }))).toBeUndefined();
    expect(readCursor(Buffer.from("x.a").toString("base64url"))).toBeUndefined();
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        expect(() => readCursor(text)).not.toThrow();
      }),
    );
  });
});
