import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import { overviewWeights } from "#domain/dataset/overview-weights.ts";

const column = (name: string, values: readonly number[]) => ({ name, kind: "count", values });
const cells = {
  count: 3,
  columns: [
    column("total", [10, 4, 0]),
    column("type:dome", [6, 0, 0]),
    column("type:fixed", [4, 4, 0]),
    column("status:in-service", [5, 4, 0]),
    column("status:removed", [5, 0, 0]),
    column("year:0", [1, 0, 0]),
    column("year:2012", [3, 4, 0]),
    column("year:2020", [6, 0, 0]),
  ],
};
const weigh = (filter: Partial<typeof noFilter>) => {
  const { weights, ...rest } = overviewWeights(cells, { ...noFilter, ...filter });
  return { weights: [...weights], ...rest };
};

describe("Cameras of the cells of an overview", () => {
  it("are all there without a choice", () => {
    expect(weigh({})).toEqual({ weights: [10, 4, 0], matching: 14, isExact: true });
  });

  it("are counted exactly under one choice, several values of it added up", () => {
    expect(weigh({ type: ["dome"] })).toEqual({ weights: [6, 0, 0], matching: 6, isExact: true });
    expect(weigh({ type: ["dome", "fixed"] }).matching).toBe(14);
  });

  it("are counted between years; those of an unknown year are outside", () => {
    expect(weigh({ from: 2010 })).toEqual({ weights: [9, 4, 0], matching: 13, isExact: true });
    expect(weigh({ to: 2015 })).toEqual({ weights: [3, 4, 0], matching: 7, isExact: true });
  });

  it("are estimated, and said to be, under several choices, a search, or a facet that no cell counts", () => {
    expect(weigh({ type: ["dome"], status: ["in-service"] })).toEqual({
      weights: [3, 0, 0],
      matching: 3,
      isExact: false,
    });
    expect(weigh({ text: "gare" })).toMatchObject({ matching: 14, isExact: false });
    expect(weigh({ operator: ["Ville"] })).toMatchObject({ matching: 14, isExact: false });
  });

  it("are none where no total is counted", () => {
    const empty = overviewWeights({ count: 0, columns: [] }, noFilter);
    expect(empty).toMatchObject({ matching: 0, isExact: true });
  });

  it("never pass the total of a cell, whatever is chosen", () => {
    const table = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.subarray(["dome", "fixed"] as const), (rows, type) => {
        const given = {
          count: rows.length,
          columns: [
            column(
              "total",
              rows.map(([a, b]) => a + b),
            ),
            column(
              "type:dome",
              rows.map(([a]) => a),
            ),
            column(
              "type:fixed",
              rows.map(([, b]) => b),
            ),
          ],
        };
        const { weights } = overviewWeights(given, { ...noFilter, type });
        rows.forEach(([a, b], cell) => {
          const wanted = (type.includes("dome") ? a : 0) + (type.includes("fixed") ? b : 0);
          expect(weights[cell]).toBe(type.length === 0 ? a + b : wanted);
        });
      }),
    );
  });
});
