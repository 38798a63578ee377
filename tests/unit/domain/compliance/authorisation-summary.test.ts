import { expect, it } from "vitest";
import { summariseAuthorisations } from "#domain/compliance/authorisation-summary.ts";

const orders = new Map([
  ["A", { expiresOn: "2026-11-23" }],
  ["B", { expiresOn: "2030-01-01" }],
]);
const group = (authorisationReferences: string[], cameras: number, changes = {}) => ({
  type: "dome",
  status: "in-service",
  authorisationReferences,
  retentionDays: null,
  cameras,
  ...changes,
});

it("counts cameras in service by the best of their orders, and under each order that they name", () => {
  const summary = summariseAuthorisations(
    [
      group(["A"], 3),
      group(["A", "B"], 2),
      group(["C"], 1),
      group([], 4, { type: "enforcement" }),
      group(["A"], 9, { status: "removed" }),
    ],
    orders,
    "2026-11-24",
  );
  expect(summary.byState).toEqual({ expired: 3, valid: 2, "none-known": 1, "not-required": 4 });
  expect([...summary.byOrder]).toEqual([
    ["A", 5],
    ["B", 2],
    ["C", 1],
  ]);
  expect(summary.inService).toBe(10);
});

it("counts a retention of 32 days as too long and one of 31 as lawful", () => {
  const summary = summariseAuthorisations(
    [group([], 1, { retentionDays: 31 }), group([], 2, { retentionDays: 32 }), group([], 5)],
    orders,
    "2026-11-24",
  );
  expect(summary).toMatchObject({ overRetention: 2, withRetention: 3 });
});

it("counts an order named twice by one record once", () => {
  const summary = summariseAuthorisations([group(["B", "B"], 2)], orders, "2026-11-24");
  expect(summary.byOrder.get("B")).toBe(2);
});
