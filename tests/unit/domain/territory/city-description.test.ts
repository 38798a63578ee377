import { expect, it } from "vitest";
import { cityDescriptionSchema } from "#domain/territory/city-description.ts";
import { readAreaGeometry } from "#domain/territory/read-area-geometry.ts";

const city = { slug: "essai", name: "Essai", country: "FR", timezone: "Europe/Paris" };
const problemsOf = (changes: Record<string, unknown>) =>
  cityDescriptionSchema.safeParse({ ...city, ...changes }).error?.issues.map(({ path }) => path[0]);

it("names a time zone that exists, and an address that no page has", () => {
  expect(problemsOf({ timezone: "Europe/Atlantis" })).toContain("timezone");
  expect(problemsOf({ slug: "data" })).toContain("slug");
  expect(problemsOf({ slug: "Saint Étienne" })).toContain("slug");
  expect(problemsOf({ timezone: "America/Chicago" }) ?? []).not.toContain("timezone");
});

it("is called by words that read as they are written", () => {
  for (const field of ["name", "officialCode"]) {
    expect(problemsOf({ [field]: "Essai \u202e24" })).toContain(field);
    expect(problemsOf({ [field]: "4\u0000" })).toContain(field);
    expect(problemsOf({ [field]: "\u200b" })).toContain(field);
    expect(problemsOf({ [field]: "42\u200b218" }) ?? []).not.toContain(field);
  }
});

it("lets a failure that is not about the area through as it is", () => {
  const broken = {
    type: "Polygon",
    get coordinates(): never {
      throw new TypeError("not an area at all");
    },
  };
  expect(() => readAreaGeometry(broken)).toThrow(TypeError);
});
