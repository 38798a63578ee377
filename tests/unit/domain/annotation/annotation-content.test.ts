import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annotationBodySchema,
  changedFacts,
  LONGEST_ANNOTATION,
  newAnnotationSchema,
} from "#domain/annotation/annotation-content.ts";

const opinion = {
  kind: "opinion",
  body: "Two years are missing.",
  on: "camera",
  reference: "VT-0001",
};
const refusedFields = (sent: Record<string, unknown>) =>
  newAnnotationSchema.safeParse({ ...opinion, ...sent }).error?.issues.map(({ path }) => path[0]);

describe("the words of an annotation", () => {
  it("keep their lines, whatever wrote them, and lose the blanks around them", () => {
    expect(annotationBodySchema.parse("  one\r\ntwo\rthree\n ")).toBe("one\ntwo\nthree");
  });

  it("say something, and no more than fits", () => {
    const refusal = (text: string) =>
      annotationBodySchema.safeParse(text).error?.issues[0]?.message;
    expect(refusal(" \r\n ")).toBe("missing");
    expect(refusal("x".repeat(LONGEST_ANNOTATION + 1))).toBe("too-long");
    expect(refusal("x".repeat(LONGEST_ANNOTATION))).toBeUndefined();
  });

  it.each(["\u0000", "\u202e"])("hold no character that turns what is read (%j)", (turning) => {
    expect(annotationBodySchema.safeParse(`can${turning}not`).success).toBe(false);
  });

  it.each(["\u200b", "\ufeff"])("lose what nobody sees (%j)", (unseen) => {
    expect(annotationBodySchema.parse(`can${unseen}not`)).toBe("cannot");
  });

  it("keep what scripts and emoji are joined by", () => {
    expect(annotationBodySchema.parse("👩‍👧 می‌خواهم")).toBe("👩‍👧 می‌خواهم");
  });
});

describe("an annotation that is sent", () => {
  it("is about something, by kind and by reference", () => {
    expect(refusedFields({})).toBeUndefined();
    expect(refusedFields({ on: undefined })).toEqual(["on"]);
    expect(refusedFields({ reference: undefined })).toEqual(["on"]);
  });

  it("answers another if it is a reply, and only then", () => {
    expect(refusedFields({ kind: "reply", answers: "3", on: undefined })).toBeUndefined();
    expect(refusedFields({ kind: "reply" })).toEqual(["kind"]);
    expect(refusedFields({ answers: "3" })).toEqual(["kind"]);
  });
});

describe("facts that are no longer what was judged", () => {
  it("are named with both values, those that came and those that went too", () => {
    expect(changedFacts({ a: "1", b: "2", c: "3" }, { a: "1", b: "4", d: "5" })).toEqual([
      { name: "b", judged: "2", now: "4" },
      { name: "c", judged: "3", now: undefined },
      { name: "d", judged: undefined, now: "5" },
    ]);
  });

  it("are none between equal ones, and as many both ways", () => {
    const facts = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.string());
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        expect(changedFacts(one, { ...one })).toEqual([]);
        expect(changedFacts(one, other)).toHaveLength(changedFacts(other, one).length);
      }),
    );
  });
});
