import { describe, expect, it } from "vitest";
import { fullCostFigures, indicatorFigures, legalFigures } from "#domain/indicator/key-figures.ts";
import { camerasSince, costOf, countOf, factsOf } from "./facts.ts";

const requested = ["footage-review", "requested"] as const;
const full = { definition: "full-annual-cost" } as const;

describe("the figures of the indicators", () => {
  it("name the year, the scope and the definition of what is counted", () => {
    const figures = indicatorFigures(
      factsOf({ cameras: [camerasSince("2019", 50)], counts: [countOf(requested, 100)] }),
    );
    const rate = figures.find(({ id }) => id === "requests-per-camera-year");
    expect(rate).toMatchObject({ value: 2, unit: expect.stringContaining("per camera-year") });
    expect(rate?.of).toMatch(/^\d{4}, [^,]+, [^,]+$/);
    expect(new Set(figures.map(({ id, of, part }) => `${id} ${of} ${part}`)).size).toBe(
      figures.length,
    );
  });

  it("name the day of what is judged on a day, and are none where there is no number", () => {
    const cameras = [camerasSince("2019", 50)];
    const populations = [{ year: 2022, inhabitants: 20_000, sourceId: 5 }];
    const figures = indicatorFigures(factsOf({ cameras, populations }));
    expect(figures).toContainEqual({
      id: "cameras-per-1000-inhabitants",
      of: factsOf({}).today,
      value: 2.5,
      unit: "cameras per 1,000 inhabitants",
    });
    expect(figures.map(({ id }) => id)).not.toContain("cost-per-camera-year");
  });

  it("tell full costs from spending as paid, which is told once per camera-year", () => {
    const cameras = [camerasSince("2019", 50)];
    const populations = [{ year: 2022, inhabitants: 20_000, sourceId: 5 }];
    const paid = costOf({ definition: "yearly-spend" });
    const asPaid = indicatorFigures(factsOf({ cameras, populations, costs: [paid] }));
    expect(asPaid.find(({ id }) => id === "cost-per-inhabitant")).toMatchObject({
      part: "as-paid",
    });
    expect(asPaid.map(({ id }) => id)).not.toContain("cost-per-camera-year");
    const spread = indicatorFigures(factsOf({ cameras, populations, costs: [costOf(full)] }));
    expect(spread.map(({ id }) => id)).toContain("cost-per-camera-year");
    expect(spread.every(({ part }) => part === undefined)).toBe(true);
  });

  it("tell what is located in a district apart, where the count of the whole city is protected", () => {
    const count = (result: string | null, value: number | "withheld") =>
      countOf(requested, value, { result, unknownResults: 0 });
    const whole = [count(null, 40), count("relevant-found", "withheld")];
    const located = [count(null, 40), count("relevant-found", 10)];
    const figures = indicatorFigures(factsOf({ counts: whole, located }));
    const rates = figures.filter(({ id }) => id === "relevance-rate");
    expect(rates).toMatchObject([{ part: "located", value: 0.25 }]);
  });

  it("name a period that is no year by its ends", () => {
    const [first] = fullCostFigures(
      factsOf({ costs: [costOf({ ...full, period: { from: "2023-04-01", to: "2024-03-31" } })] }),
    );
    expect(first?.of).toBe("2023-04-01/2024-03-31");
  });
});

describe("the figures of the law", () => {
  it("count cameras in service by the state of their orders, zero included", () => {
    const authorisations = {
      inService: 5,
      byState: { valid: 3, expired: 2 },
      byOrder: new Map(),
      overRetention: 1,
      withRetention: 4,
    };
    const figures = legalFigures(factsOf({ authorisations }));
    const of = (id: string) => figures.find((figure) => figure.id === id)?.value;
    expect(of("cameras-with-order-valid")).toBe(3);
    expect(of("cameras-with-order-expired")).toBe(2);
    expect(of("cameras-with-order-expiring")).toBe(0);
    expect(of("cameras-over-retention")).toBe(1);
  });

  it("are none where no order is needed", () => {
    expect(legalFigures(factsOf({ authorisations: undefined }))).toEqual([]);
  });
});

describe("the full cost of a year", () => {
  it("is in cents of its currency, and never what was paid", () => {
    const costs = [costOf({ ...full, cents: 5 }), costOf({ definition: "yearly-spend", cents: 7 })];
    expect(fullCostFigures(factsOf({ costs }))).toMatchObject([
      { id: "full-annual-cost", value: 5, unit: "cents EUR excl. VAT" },
    ]);
  });
});
