import { describe, expect, it } from "vitest";
import { type ProtectedTotal, protectedReviews } from "#domain/indicator/protected-reviews.ts";

const cell = (changes: Partial<ProtectedTotal> = {}): ProtectedTotal => ({
  funnel: "footage-review",
  stage: "requested",
  wording: "as counted",
  scope: "streets",
  year: 2024,
  period: "2024",
  result: null,
  state: "published",
  value: 100,
  sourceIds: [1],
  ...changes,
});
const found = (changes: Partial<ProtectedTotal>) => cell({ result: "relevant-found", ...changes });

describe("requests for footage as they may be read", () => {
  it("carry the share that found something with its interval: 81 of 263 is 25.5–36.6 % (Newcombe 1998)", () => {
    const [review] = protectedReviews([cell({ value: 263 }), found({ value: 81 })]).reviews;
    expect(review).toMatchObject({ requested: 263, relevant: 81, months: undefined });
    expect(review?.rate?.low).toBeCloseTo(0.2553, 4);
    expect(review?.rate?.high).toBeCloseTo(0.3662, 4);
    expect(review).not.toHaveProperty("relevantIsWithheld");
  });

  it("have no share where its numerator is withheld, and say that it is, not that nobody counts", () => {
    const [review] = protectedReviews([cell(), found({ state: "withheld", value: null })]).reviews;
    expect(review).toMatchObject({
      relevant: undefined,
      rate: undefined,
      relevantIsWithheld: true,
    });
    const [uncounted] = protectedReviews([cell()]).reviews;
    expect(uncounted?.relevant).toBeUndefined();
    expect(uncounted).not.toHaveProperty("relevantIsWithheld");
  });

  it("take a later stage only where no result is given per request", () => {
    const contributed = cell({ stage: "contributed", value: 12 });
    expect(protectedReviews([cell(), contributed]).reviews[0]?.relevant).toBe(12);
    const other = cell({ result: "nothing-found", value: 60 });
    expect(protectedReviews([cell(), contributed, other]).reviews[0]?.relevant).toBeUndefined();
  });

  it("leave out a year that is withheld, and name it; a year of none is a year", () => {
    const { reviews, withheldYears } = protectedReviews([
      cell({ year: 2023, period: "2023", state: "withheld", value: null }),
      cell({ year: 2021, period: "2021", state: "withheld", value: null }),
      cell({ year: 2022, period: "2022", state: "zero", value: null }),
      cell({ year: 2020, period: "2020", state: "not-available", value: null }),
      cell({ funnel: "rights", year: 2019 }),
      cell(),
    ]);
    expect(reviews.map(({ year, requested }) => [year, requested])).toEqual([
      [2024, 100],
      [2022, 0],
    ]);
    expect(reviews[1]?.rate).toBeUndefined();
    expect(withheldYears).toEqual([2023, 2021]);
  });

  it("say how many months were counted, and put the wider scope of a year first", () => {
    const { reviews } = protectedReviews([
      cell(),
      cell({ period: "2024-01", value: 8 }),
      cell({ period: "2024-02", value: 9 }),
      cell({ scope: "all sites", value: 300 }),
      cell({ scope: "nothing", period: "2024-01" }),
      found({ scope: "all sites", value: 301 }),
    ]);
    expect(reviews.map(({ scope, months, rate }) => [scope, months, rate])).toEqual([
      ["all sites", undefined, undefined],
      ["streets", 2, undefined],
    ]);
  });
});
