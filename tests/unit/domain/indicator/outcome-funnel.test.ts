import { describe, expect, it } from "vitest";
import { outcomeFunnel, scopesOf } from "#domain/indicator/outcome-funnel.ts";
import { type CountedTotal, countsByYear } from "#domain/indicator/outcome-series.ts";
import { shareOfKnown, wilsonOf } from "#domain/indicator/share-of-known.ts";

const total = (changes: Partial<CountedTotal>): CountedTotal => ({
  definition: changes.stage ?? "asked",
  funnel: "footage-review",
  stage: "requested",
  wording: "Demandes",
  unit: "demande",
  scope: "all",
  year: 2024,
  grain: "year",
  byCategory: false,
  result: null,
  state: "known",
  value: 100,
  periods: 1,
  periodFrom: "2024-01-01",
  periodTo: "2024-12-31",
  sourceIds: [1],
  ...changes,
});

describe("a share with unknown results", () => {
  it("has an observed value with its interval, and bounds that hold whatever the unknown were", () => {
    // 22 of 1,939: 1.13 % (0.75–1.71), Gormand 2021 (point read, interval computed).
    const share = shareOfKnown(22, 1939, 0);
    if (typeof share !== "object") throw new Error("a share");
    expect(share.observed).toBeCloseTo(0.0113, 4);
    const { low, high } = wilsonOf(22, share);
    expect([low, high]).toEqual([expect.closeTo(0.0075, 4), expect.closeTo(0.0171, 4)]);
    expect(share.bounds).toEqual({ low: 22 / 1939, high: 22 / 1939 });
    expect(shareOfKnown(3, 20, 10)).toMatchObject({
      observed: 0.3,
      bounds: { low: 0.15, high: 0.65 },
    });
    expect(shareOfKnown(0, 10, 10)).toBeUndefined();
    expect(shareOfKnown(9, 12, 4)).toBe("part-exceeds-whole");
  });
});

describe("counts of a year", () => {
  it("take one description of the same events: the year before its months, the total before its categories", () => {
    const [count, ...others] = countsByYear([
      total({ grain: "month", value: 99, periods: 12 }),
      total({ byCategory: true, value: 98 }),
      total({ value: 100 }),
    ]);
    expect(others).toEqual([]);
    expect(count).toMatchObject({ value: 100, months: undefined, unknownCells: 0 });
  });

  it("are a lower bound where some months are silent, and keep the silence where all are", () => {
    const [partial] = countsByYear([
      total({ grain: "month", value: 50, periods: 10 }),
      total({ grain: "month", value: null, state: "not-communicated", periods: 2 }),
    ]);
    expect(partial).toMatchObject({ state: "known", value: 50, unknownCells: 1, months: 10 });
    const [silent] = countsByYear([total({ value: null, state: "not-collected" })]);
    expect(silent).toMatchObject({ state: "not-collected", value: undefined });
  });

  it("tell a zero that was counted from one that was declared", () => {
    expect(countsByYear([total({ value: null, state: "zero" })])[0]?.state).toBe("zero");
    expect(countsByYear([total({ value: null, state: "declared-zero" })])[0]?.state).toBe(
      "declared-zero",
    );
  });
});

describe("a funnel", () => {
  const counts = countsByYear([
    total({ stage: "requested", value: 200 }),
    total({ stage: "available", value: 150 }),
    total({ stage: "available", value: 20, result: "erased" }),
    total({ stage: "contributed", value: 30 }),
    total({ stage: "cleared", value: 3 }),
    total({ funnel: "video-fines", stage: "issued", value: 3000 }),
  ]);

  it("keeps its stages in order, with what is left, what is lost and why", () => {
    const funnel = outcomeFunnel("footage-review", counts, 2024, "all");
    expect(funnel.steps.map(({ count }) => count.stage)).toEqual([
      "requested",
      "available",
      "contributed",
      "cleared",
    ]);
    expect(funnel.steps.map(({ lost }) => lost)).toEqual([undefined, 50, 120, undefined]);
    expect(funnel.steps[1]?.reasons).toEqual([{ reason: "erased", count: 20 }]);
    expect(funnel.steps[2]?.ofFirst?.share).toBe(0.15);
  });

  it("names the reasons of a loss from the most frequent, and none that is too rare", () => {
    const funnel = outcomeFunnel(
      "footage-review",
      countsByYear([
        total({ value: 200 }),
        total({ stage: "available", value: 120 }),
        total({ stage: "available", value: 12, result: "out-of-order" }),
        total({ stage: "available", value: 40, result: "erased" }),
        total({ stage: "available", value: 3, result: "refused" }),
      ]),
      2024,
      "all",
    );
    expect(funnel.steps[1]?.reasons).toEqual([
      { reason: "erased", count: 40 },
      { reason: "out-of-order", count: 12 },
    ]);
  });

  it("withholds a count from 1 to 4, and a loss that would give it away", () => {
    const funnel = outcomeFunnel("footage-review", counts, 2024, "all");
    expect(funnel.steps[3]?.count).toMatchObject({ state: "withheld", value: undefined });
    const close = outcomeFunnel(
      "footage-review",
      countsByYear([total({ value: 20 }), total({ stage: "available", value: 18 })]),
      2024,
      "all",
    );
    expect(close.steps[1]?.lost).toBeUndefined();
  });

  it("gives no share of a first stage that is smaller or unknown, and leaves fines out", () => {
    const odd = outcomeFunnel(
      "footage-review",
      countsByYear([
        total({ value: null, state: "not-collected" }),
        total({ stage: "available", value: 10 }),
        total({ stage: "usable", value: 50 }),
      ]),
      2024,
      "all",
    );
    expect(odd.steps.map(({ ofFirst }) => ofFirst?.share)).toEqual([undefined, 1, undefined]);
    expect(odd.steps.map(({ lost }) => lost)).toEqual([undefined, undefined, undefined]);
  });

  it("is drawn for one scope at a time, the largest first", () => {
    const two = countsByYear([total({ value: 5 }), total({ scope: "street", value: 50 })]);
    expect(scopesOf("footage-review", two, 2024)).toEqual(["street", "all"]);
    expect(scopesOf("footage-review", two, 2023)).toEqual([]);
  });
});
