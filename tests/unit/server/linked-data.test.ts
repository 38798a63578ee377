import { expect, it } from "vitest";
import { prefersLinkedData } from "#server/http/linked-data.ts";

it.each([
  [undefined, false],
  ["*/*", false],
  ["text/html,application/xhtml+xml,*/*;q=0.8", false],
  ["application/ld+json", true],
  ['application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', true],
  ["text/html;q=0.5, application/ld+json", true],
  ["application/ld+json;q=0.5, text/html", false],
  ["application/ld+json;q=0", false],
  ["application/ld+json;q=x", false],
])("%j asks for linked data: %s", (accept, expected) => {
  expect(prefersLinkedData(accept)).toBe(expected);
});
