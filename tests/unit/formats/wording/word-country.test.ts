import { expect, it } from "vitest";
import { wordCountry } from "#formats/wording/word-country.ts";

// Names of the Unicode CLDR.
it.each([
  ["fr", "GB", "Royaume-Uni"],
  ["en", "GB", "United Kingdom"],
  ["fr", "US", "États-Unis"],
])("in %s, %s is %s", (locale, code, name) => {
  expect(wordCountry(locale, code)).toBe(name);
});
