import { describe, expect, it } from "vitest";
import { computeIndicator, latestPoint } from "#domain/indicator/compute-indicator.ts";
import { wholeYear } from "#domain/indicator/counted-period.ts";
import { publishedCounts } from "#domain/indicator/protected-counts.ts";
import {
  headlineReview,
  type ProtectedTotal,
  protectedReviews,
} from "#domain/indicator/protected-reviews.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { present } from "#domain/presence/present.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";
import { factsOf } from "./facts.ts";

const cell = (changes: Partial<ProtectedTotal> = {}): ProtectedTotal => ({
  definition: "requests",
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
  counted: wholeYear(changes.year ?? 2024),
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
    const counted = { from: "2024-01-01", to: "2024-02-29", months: 2 };
    const { reviews } = protectedReviews([
      cell({ counted }),
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

describe("requests of which some results are not known", () => {
  const results = (changes: Partial<ProtectedTotal> = {}) => [
    cell({ value: 100, ...changes }),
    found({ value: 30, ...changes }),
    cell({ result: "nothing-found", value: 50, ...changes }),
    cell({ result: "*", value: 20, ...changes }),
  ];

  it("are no failures: the share is that of the known ones, between what the others may hide", () => {
    const [review] = protectedReviews(results()).reviews;
    expect(review).toMatchObject({ requested: 100, relevant: 30, unknown: 20 });
    expect(review?.rate?.value).toBe(30 / 80);
    expect(review?.bounds).toEqual({ low: 0.3, high: 0.5 });
    expect(review?.rate?.low).toBeCloseTo(wilsonInterval(30, 80).low, 12);
  });

  it("give the same share, interval and bounds as the indicator of its own page", () => {
    const [review] = protectedReviews(results()).reviews;
    const indicator = present(findIndicator("relevance-rate"));
    const counts = publishedCounts(
      results().map((one) => ({ ...one, category: null, unit: "request" })),
      [],
    );
    const point = present(latestPoint(computeIndicator(indicator, factsOf({ counts }))));
    expect(point.result).toMatchObject({
      value: review?.rate?.value,
      interval: { low: review?.rate?.low, high: review?.rate?.high },
    });
    expect(point.bounds).toEqual(review?.bounds);
    expect(point.unknown).toBe(review?.unknown);
  });

  it("have no share and no number where no result is known at all", () => {
    const none = { state: "zero", value: 0 } as const;
    const all = [
      cell(),
      found(none),
      cell({ result: "nothing-found", ...none }),
      cell({ result: "*" }),
    ];
    const [review] = protectedReviews(all).reviews;
    expect(review).toMatchObject({ relevant: undefined, rate: undefined, bounds: undefined });
  });

  it("are counted as far as they are published where a named result is withheld", () => {
    const hidden = { state: "withheld", value: null } as const;
    const [review] = protectedReviews([
      cell({ value: 100 }),
      found({ value: 30 }),
      cell({ result: "nothing-found", ...hidden }),
      cell({ result: "*", value: 20 }),
    ]).reviews;
    expect(review).toMatchObject({ unknown: 20, bounds: { low: 0.3, high: 0.5 } });
  });
});

describe("a year of which some months are counted", () => {
  const seven = { from: "2026-01-01", to: "2026-07-31", months: 7 };
  const running = cell({ year: 2026, period: "2026", counted: seven });

  it("bears the period that it counts, and no page opens with it while a whole year may be read", () => {
    const { reviews } = protectedReviews([running, cell({ year: 2025, period: "2025" })]);
    expect(reviews[0]).toMatchObject({ months: 7, period: { to: "2026-07-31" } });
    expect(headlineReview(reviews)?.year).toBe(2025);
    expect(headlineReview(reviews.slice(0, 1))?.year).toBe(2026);
  });

  it("is not divided into a later stage that counts other months", () => {
    const contributed = cell({ stage: "contributed", year: 2026, period: "2026", value: 12 });
    const [review] = protectedReviews([running, contributed]).reviews;
    expect(review).toMatchObject({ relevant: undefined, rate: undefined });
  });
});
