import { expect, it } from "vitest";
import {
  excessiveRetention,
  summariseAuthorisations,
} from "#domain/compliance/authorisation-summary.ts";

const orders = new Map([
  ["A", { grantedOn: "2021-11-24", expiresOn: "2026-11-23", retentionDays: 45 }],
  ["B", { grantedOn: "2025-01-01", expiresOn: "2030-01-01", retentionDays: null }],
  ["D", { grantedOn: "2027-01-01", expiresOn: "2032-01-01", retentionDays: 30 }],
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
      group(["D"], 6),
      group(["A"], 9, { status: "removed" }),
    ],
    orders,
    "2026-11-24",
  );
  expect(summary.byState).toEqual({
    expired: 3,
    valid: 2,
    "none-known": 1,
    "not-required": 4,
    "not-yet": 6,
  });
  expect([...summary.byOrder]).toEqual([
    ["A", 5],
    ["B", 2],
    ["C", 1],
    ["D", 6],
  ]);
  expect(summary.inService).toBe(16);
});

it("counts a retention of 32 days as too long and one of 31 as lawful", () => {
  const summary = summariseAuthorisations(
    [group([], 1, { retentionDays: 31 }), group([], 2, { retentionDays: 32 }), group([], 5)],
    orders,
    "2026-11-24",
  );
  expect(summary).toMatchObject({ overRetention: 2, withRetention: 3 });
});

it("counts the retention of a camera's orders as its own, the longest of them", () => {
  const counted = (references: string[], retentionDays: number | null) =>
    summariseAuthorisations([group(references, 1, { retentionDays })], orders, "2026-11-24");
  expect(counted(["A"], null)).toMatchObject({ overRetention: 1, withRetention: 1 });
  expect(counted(["A"], 30)).toMatchObject({ overRetention: 1, withRetention: 1 });
  expect(counted(["B"], null)).toMatchObject({ overRetention: 0, withRetention: 0 });
  expect(counted(["D", "lost"], null)).toMatchObject({ overRetention: 0, withRetention: 1 });
  expect(counted(["D"], 40)).toMatchObject({ overRetention: 1, withRetention: 1 });
});

it("says of one camera by how many days it is told to keep footage too long", () => {
  const said = (authorisationReferences: string[], retentionDays: number | null) =>
    excessiveRetention({ authorisationReferences, retentionDays }, orders);
  expect(said(["A"], 60)).toBe(60);
  expect(said(["A"], 20)).toBe(45);
  expect(said(["D"], 31)).toBeNull();
  expect(said([], null)).toBeNull();
});

it("counts an order named twice by one record once", () => {
  const summary = summariseAuthorisations([group(["B", "B"], 2)], orders, "2026-11-24");
  expect(summary.byOrder.get("B")).toBe(2);
});
