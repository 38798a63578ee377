import { describe, expect, it } from "vitest";
import { languageOfCountry } from "#domain/territory/language-of-country.ts";

describe("the language of a country's documents", () => {
  it.each([
    ["FR", "fr"],
    ["MC", "fr"],
    ["GB", "en"],
    ["US", "en"],
    ["IT", "it"],
    ["JP", "ja"],
  ])("of %s is %s", (country, language) => {
    expect(languageOfCountry(country)).toBe(language);
  });

  it.each(["BE", "CA", "CH", "AB", "fr", "", "France"])("of %j is not supposed", (country) => {
    expect(languageOfCountry(country)).toBeUndefined();
  });
});
