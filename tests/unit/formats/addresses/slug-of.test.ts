import { expect, it } from "vitest";
import { slugOf } from "#formats/addresses/slug-of.ts";

it.each([
  ["Les caméras de l’hôtel de ville", 60, "les-cameras-de-l-hotel-de-ville"],
  ["Œuvre & cœur", 60, "oeuvre-coeur"],
  ["one two three", 8, "one-two"],
  ["incompréhensibilité", 10, "incomprehe"],
  ["— ! —", 60, ""],
  ["日本", 60, ""],
])("%j within %d becomes %j", (text, longest, slug) => {
  expect(slugOf(text, longest)).toBe(slug);
});
