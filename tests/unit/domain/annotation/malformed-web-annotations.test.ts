import { describe, expect, it } from "vitest";
import { readWebAnnotation } from "#domain/annotation/read-web-annotation.ts";

const context = "http://www.w3.org/ns/anno.jsonld";
const least = {
  "@context": context,
  id: "urn:example:1",
  type: "Annotation",
  target: "http://example.org/page",
};
const page = {
  "@context": context,
  id: "urn:example:page",
  type: "AnnotationPage",
  items: ["urn:example:1"],
};
const collection = {
  "@context": context,
  id: "urn:example:all",
  type: "AnnotationCollection",
  total: 1,
  first: "urn:example:page",
};
const selected = (selector: unknown) => ({
  ...least,
  target: { source: "urn:example:2", selector },
});
const placesIn = (value: unknown) => {
  const read = readWebAnnotation(JSON.stringify(value));
  return read.kind === "refused" ? read.reasons.map(({ at }) => at) : [];
};

describe("an annotation is refused, with the place of what is wrong", () => {
  it.each([
    [
      "an annotation in a page that is none",
      { ...page, items: [{ ...least, type: "Note" }] },
      "items[0].type",
    ],
    ["several texts for a body value", { ...least, bodyValue: ["a", "b"] }, "bodyValue"],
    [
      "two canonical addresses",
      { ...least, canonical: ["urn:example:a", "urn:example:b"] },
      "canonical",
    ],
    ["a number for a motivation", { ...least, motivation: 3 }, "motivation"],
    ["an author whose identifier is no address", { ...least, creator: { id: "me" } }, "creator.id"],
    ["an author in words", { ...least, creator: "somebody else" }, "creator"],
    ["a body whose identifier is no address", { ...least, body: { id: "page two" } }, "body.id"],
    ["a text for target", { ...least, target: { type: "TextualBody", value: "x" } }, "target"],
    [
      "two languages of processing",
      { ...least, body: { id: "urn:example:2", processingLanguage: ["fr", "en"] } },
      "body.processingLanguage",
    ],
    ["a list of nothing", { ...least, body: { type: "List", items: [] } }, "body.items"],
    [
      "a part of several sources",
      { ...least, target: { type: "SpecificResource", source: ["urn:example:2"] } },
      "target.source",
    ],
    ["a selector in words", selected("the second paragraph"), "target.selector"],
    [
      "a selector of two kinds",
      selected({ type: ["CssSelector", "XPathSelector"], value: "p" }),
      "target.selector.type",
    ],
    [
      "a finer selector without its words",
      selected({ type: "CssSelector", value: "p", refinedBy: { type: "TextQuoteSelector" } }),
      "target.selector.refinedBy.exact",
    ],
  ])("%s", (_, value, place) => {
    expect(placesIn(value)).toContain(place);
  });

  it("a selector may be an address, or of a kind that the model does not name", () => {
    expect(placesIn(selected("urn:example:selector"))).toEqual([]);
    expect(placesIn(selected({ type: "PaintedSelector" }))).toEqual([]);
    expect(placesIn({ ...least, creator: { id: "urn:example:ann" } })).toEqual([]);
    expect(placesIn({ ...least, creator: "urn:example:ann" })).toEqual([]);
  });
});

describe("a collection or a page is refused, with the place of what is wrong", () => {
  it.each([
    ["a collection without an address", { ...collection, id: undefined }, "id"],
    ["a first page in words", { ...collection, first: "page one" }, "first"],
    [
      "a first page whose items are no list",
      { ...collection, first: { items: "all" } },
      "first.items",
    ],
    ["a total that is no count", { ...collection, total: -1 }, "total"],
    ["a page whose identifier is no address", { ...page, id: "page one" }, "id"],
    ["a next page in words", { ...page, next: "page two" }, "next"],
    [
      "more items than a page bears",
      { ...page, items: Array(10_001).fill("urn:example:1") },
      "items",
    ],
    ["an item in words", { ...page, items: ["the first one"] }, "items[0]"],
    ["a number for an item", { ...page, items: [3] }, "items[0]"],
  ])("%s", (_, value, place) => {
    expect(placesIn(value)).toContain(place);
  });

  it("a page may stand inside its collection", () => {
    expect(placesIn({ ...collection, first: page, last: page })).toEqual([]);
  });
});
