import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotatedKinds, annotationKinds } from "#domain/annotation/annotation-content.ts";
import {
  type AnnotationsQuestion,
  formatAnnotationsQuestion,
  parseAnnotationsQuestion,
} from "#domain/annotation/annotations-question.ts";

const parsed = (query: string) => parseAnnotationsQuestion(new URLSearchParams(query));

describe("which annotations an address asks for", () => {
  it("is read from its words", () => {
    expect(parsed("type=reply&on=camera&reference=VT-0001&page=3")).toEqual({
      kind: "reply",
      on: "camera",
      reference: "VT-0001",
      page: 3,
    });
  });

  it("is all of them where nothing is understood", () => {
    const all = { kind: undefined, on: undefined, reference: undefined, page: 1 };
    expect(parsed("")).toEqual(all);
    expect(parsed("type=shout&on=street&reference=VT-0001&page=-1")).toEqual(all);
    expect(parsed("page=1e3")).toEqual(all);
  });

  it("names nothing by a reference alone, or by one without end", () => {
    expect(parsed("reference=VT-0001").reference).toBeUndefined();
    expect(parsed("on=camera&reference=").reference).toBeUndefined();
    expect(parsed(`on=camera&reference=${"x".repeat(999)}`).reference).toHaveLength(200);
  });

  it("is not spelled where it asks for everything", () => {
    expect(String(formatAnnotationsQuestion(parsed("page=1")))).toBe("");
    expect(String(formatAnnotationsQuestion(parsed("page=2")))).toBe("page=2");
    const asked = "type=reply&on=camera&reference=VT-0001";
    expect(String(formatAnnotationsQuestion(parsed(`page=1&${asked}`)))).toBe(asked);
  });

  it("comes back from the spelling that it is given", () => {
    const question: fc.Arbitrary<AnnotationsQuestion> = fc
      .record({
        kind: fc.option(fc.constantFrom(...annotationKinds), { nil: undefined }),
        on: fc.option(fc.constantFrom(...annotatedKinds), { nil: undefined }),
        reference: fc.option(fc.string({ minLength: 1, maxLength: 200 }), { nil: undefined }),
        page: fc.integer({ min: 1, max: 999_999 }),
      })
      .map((asked) => ({ ...asked, reference: asked.on && asked.reference }));
    fc.assert(
      fc.property(question, (asked) => {
        const spelled = String(formatAnnotationsQuestion(asked));
        expect(parsed(spelled)).toEqual(asked);
      }),
    );
  });
});
