import { describe, expect, it } from "vitest";
import { present } from "#domain/presence/present.ts";

describe("a value that is there by construction", () => {
  it("is given back as it is, zero, an empty text and false among them", () => {
    for (const value of [0, "", false, Number.NaN]) expect(present(value)).toBe(value);
  });

  it("is never replaced by another one", () => {
    const counts = [3, 5];
    expect(() => present(counts[2])).toThrow("missing");
    expect(() => present(null)).toThrow("missing");
  });
});
