import { describe, expect, it } from "vitest";
import { readLogQuestion } from "#domain/audit/log-question.ts";

const nothing = { city: undefined, type: undefined, from: undefined, to: undefined, page: 1 };

describe("what an address asks of the log", () => {
  it("is a city, a kind of act, days and a page", () => {
    const asked = { city: "ville-temoin", type: "registry", from: "2026-11-01", to: "2026-11-30" };
    expect(readLogQuestion({ ...asked, page: "3" })).toEqual({ ...asked, page: 3 });
  });

  it("is nothing where it is said wrongly, twice or hugely", () => {
    expect(readLogQuestion({})).toEqual(nothing);
    expect(
      readLogQuestion({
        city: "<script>",
        type: ["a", "b"],
        from: "yesterday",
        to: "2026-02-30",
        page: "0",
      }),
    ).toEqual(nothing);
    expect(readLogQuestion({ city: "a".repeat(64), page: "1e9" })).toEqual(nothing);
  });
});
