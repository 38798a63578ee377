import { describe, expect, it } from "vitest";
import { protectedQuarters } from "#domain/indicator/protected-quarters.ts";
import { protectedCell } from "./protected-cell.ts";

const quarter = (period: string, changes: Parameters<typeof protectedCell>[0] = {}) =>
  protectedCell({ year: Number(period.slice(0, 4)), period, ...changes });

describe("the quarters of a district", () => {
  it("are all those from the first year to the last, a year without any included", () => {
    const found = protectedQuarters([
      quarter("2020-Q1", { value: 8 }),
      quarter("2020-Q4", { state: "zero", value: null }),
      quarter("2022-Q2", { state: "withheld", value: null, sourceIds: [3, 5] }),
      protectedCell({ period: "2022", value: 70 }),
      quarter("2022-Q2", { stage: "extracted", value: 60 }),
    ]);
    expect(found?.quarters).toHaveLength(12);
    const at = (period: string) => found?.quarters.find((one) => one.period === period)?.count;
    expect(at("2020-Q1")).toEqual({ state: "published", count: 8 });
    expect(at("2020-Q4")).toEqual({ state: "zero" });
    expect(at("2021-Q3")).toEqual({ state: "not-available" });
    expect(at("2022-Q2")).toEqual({ state: "withheld" });
    expect(found?.sourceIds).toEqual([3, 5]);
  });

  it("are of one definition and scope, and nothing where none was counted", () => {
    const found = protectedQuarters([
      quarter("2022-Q1", { scope: "street", value: 90 }),
      quarter("2022-Q1"),
      quarter("2022-Q2"),
    ]);
    expect(found?.scope).toBe("city");
    expect(found?.quarters[0]?.count).toEqual({ state: "published", count: 12 });
    expect(protectedQuarters([protectedCell({})])).toBeUndefined();
  });
});
