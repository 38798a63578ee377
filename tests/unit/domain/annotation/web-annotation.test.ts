import { describe, expect, it } from "vitest";
import { readWebAnnotation } from "#domain/annotation/read-web-annotation.ts";
import {
  type DescribedAnnotation,
  webAnnotation,
  webCollection,
  webPage,
  webTombstone,
} from "#domain/annotation/web-annotation.ts";

const described: DescribedAnnotation = {
  id: "https://city.example/notaville/annotations/3",
  kind: "reservation",
  body: "Two years are *missing*.",
  author: { name: "Ann", quality: "Member" },
  created: "2026-11-26T10:00:00.000Z",
  modified: "2026-11-26T11:00:00.000Z",
  isResolved: false,
  target: {
    source: "https://city.example/notaville/evaluations/square",
    judged: "https://city.example/notaville/evaluations/square?version=1",
    state: "version 1",
    passage: { exact: "one in three", prefix: "in ", suffix: ".", start: 3, end: 15 },
  },
};
const reply: DescribedAnnotation = {
  ...described,
  id: "https://city.example/notaville/annotations/4",
  kind: "reply",
  target: { answers: described.id },
};
const collection = (total: number) => ({
  id: "https://city.example/notaville/annotations.jsonld",
  label: "Annotations",
  total,
  perPage: 20,
  page: (number: number) => `https://city.example/notaville/annotations.jsonld?page=${number}`,
});
const reads = (value: unknown) => readWebAnnotation(JSON.stringify(value));

describe("what is given out", () => {
  it("is a Web Annotation with its selectors, its state and its author", () => {
    const value = webAnnotation(described);
    expect(reads(value)).toMatchObject({ kind: "valid", type: "Annotation" });
    expect(value).toMatchObject({
      motivation: "assessing",
      creator: { type: "Person", name: "Ann", quality: "Member" },
      body: [{ value: "Two years are *missing*." }, { purpose: "tagging", value: "reservation" }],
      target: {
        type: "SpecificResource",
        selector: [
          { type: "TextQuoteSelector", exact: "one in three" },
          { type: "TextPositionSelector", start: 3, end: 15 },
        ],
        state: { type: "TimeState", cached: expect.stringContaining("?version=1") },
      },
    });
    expect(webAnnotation(reply)).toMatchObject({ motivation: "replying", target: described.id });
  });

  it("says whether its thread is settled, and of one that was withdrawn only since when and why", () => {
    expect(webAnnotation(described)).toMatchObject({ settlement: "open" });
    expect(webAnnotation({ ...described, isResolved: true })).toMatchObject({
      settlement: "resolved",
    });
    const at = "2026-11-27T10:00:00.000Z";
    const tombstone = webTombstone({ id: described.id, at, reason: "A figure was wrong." });
    expect(tombstone).toMatchObject({ id: described.id, type: "Tombstone", deleted: at });
    expect(JSON.stringify(tombstone)).not.toContain("missing");
    // What a moderator did has a vocabulary of its own, named only where it is used.
    const hidden = webTombstone({
      id: described.id,
      at,
      reason: "A name.",
      moderated: { rule: "/rules#names", quality: "moderator" },
    });
    expect(hidden["@context"]).toHaveLength(2);
    expect(tombstone["@context"]).toBe(hidden["@context"][0]);
  });

  it("is a collection whose pages lead to one another, and no further", () => {
    expect(reads(webCollection(collection(41)))).toMatchObject({ type: "AnnotationCollection" });
    expect(webCollection(collection(41))).toMatchObject({
      last: expect.stringContaining("page=3"),
    });
    expect(webCollection(collection(0))).toMatchObject({ total: 0 });
    const middle = webPage(collection(41), 2, [described, reply]);
    expect(reads(middle)).toMatchObject({ kind: "valid", type: "AnnotationPage" });
    expect(middle).toMatchObject({
      startIndex: 20,
      prev: expect.anything(),
      next: expect.anything(),
    });
    expect(webPage(collection(41), 3, [])).not.toHaveProperty("next");
    expect(webPage(collection(41), 4, [])).toBeUndefined();
  });
});

const least = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "urn:example:1",
  type: "Annotation",
  target: "http://example.org/page",
};

describe("what is read", () => {
  it.each([
    ["the least that can be said", least],
    ["a text for body", { ...least, bodyValue: "Comment" }],
    [
      "a choice of bodies",
      {
        ...least,
        body: { type: "Choice", items: ["urn:example:2", { type: "TextualBody", value: "" }] },
      },
    ],
    [
      "a range",
      {
        ...least,
        target: {
          source: "urn:example:3",
          selector: {
            type: "RangeSelector",
            startSelector: { type: "XPathSelector", value: "/p[1]" },
            endSelector: { type: "XPathSelector", value: "/p[2]" },
          },
        },
      },
    ],
    [
      "several contexts",
      { ...least, "@context": ["http://example.org/more.jsonld", least["@context"]] },
    ],
  ])("takes %s", (_, value) => {
    expect(reads(value)).toMatchObject({ kind: "valid" });
  });

  it.each([
    ["no context", { ...least, "@context": "http://example.org/" }, "@context"],
    ["two identifiers", { ...least, id: ["urn:example:1", "urn:example:2"] }, "id"],
    ["another type", { ...least, type: "Note" }, "type"],
    ["no target", { ...least, target: undefined }, "target"],
    ["a number for target", { ...least, target: 9 }, "target"],
    ["words for an address", { ...least, body: "not an address" }, "body"],
    ["two bodies of two kinds", { ...least, body: "urn:example:2", bodyValue: "x" }, "bodyValue"],
    [
      "several texts in one",
      { ...least, body: { type: "TextualBody", value: ["a", "b"] } },
      "body.value",
    ],
    ["a body of nothing", { ...least, body: {} }, "body"],
    [
      "items without a way to read them",
      { ...least, body: { items: ["urn:example:2"] } },
      "body.type",
    ],
    [
      "a direction of its own",
      { ...least, body: { id: "urn:example:2", textDirection: "up" } },
      "body.textDirection",
    ],
    ["a day for an instant", { ...least, created: "yesterday" }, "created"],
    ["a number for creator", { ...least, creator: 6 }, "creator"],
    ["words for rights", { ...least, rights: "all mine" }, "rights"],
    [
      "a selector without its words",
      {
        ...least,
        target: { source: "urn:example:3", selector: { type: "TextQuoteSelector", prefix: "a" } },
      },
      "target.selector.exact",
    ],
    [
      "a place before the text",
      {
        ...least,
        target: {
          source: "urn:example:3",
          selector: { type: "TextPositionSelector", start: -1, end: 2 },
        },
      },
      "target.selector.start",
    ],
    ["a page without items", { ...least, type: "AnnotationPage" }, "items"],
    [
      "a page with a broken item",
      { ...least, type: "AnnotationPage", items: [{ ...least, id: 1 }] },
      "items[0].id",
    ],
    [
      "a collection without a first page",
      { ...least, type: "AnnotationCollection", total: 2 },
      "first",
    ],
  ])("refuses %s, and says where", (_, value, at) => {
    const read = reads(value);
    expect(read.kind === "refused" && read.reasons.map((reason) => reason.at)).toContain(at);
  });

  it.each(["this is not json", "[]", "null", '{"type":"Annotation",}', "9".repeat(1_000_001)])(
    "refuses what is no object of JSON, or endless",
    (text) => {
      expect(readWebAnnotation(text)).toMatchObject({ kind: "refused" });
    },
  );
});
