import { describe, expect, it } from "vitest";
import { latestFullCost, serviceTimeOf } from "#domain/indicator/latest-full-cost.ts";
import { assetLine, ledgerLine } from "../cost/ledger-fixture.ts";

const cameras = [
  { status: "in-service", since: "2020", removedOn: null, cameras: 3 },
  { status: "in-service", since: null, removedOn: null, cameras: 1 },
] as const;

describe("the latest full cost", () => {
  it("is that of the latest year with running costs, over the cameras that served", () => {
    const ledger = [
      assetLine(),
      ledgerLine({ amountCents: 100_000 }),
      ledgerLine({ family: "staff", amountCents: 534_000 }),
      assetLine({ periodFrom: "2025-01-01", periodTo: "2025-12-31", commissionedOn: "2025-01" }),
      ledgerLine({ periodFrom: "2026-01-01", periodTo: "2026-12-31", basis: "planned" }),
    ];
    expect(latestFullCost(ledger, cameras, "EUR", 1)).toMatchObject({
      cost: { year: 2024, grossCents: 1_000_000 },
      lacking: [],
      cameraYears: { value: 4, undated: 1 },
      perCameraYear: { kind: "known", value: 250_000 },
    });
  });

  it("is none without a line", () => {
    expect(latestFullCost([], cameras, "EUR", 1)).toBeUndefined();
  });

  it("shares by the cameras that served, dated or not, and knows no hours", () => {
    expect(serviceTimeOf({ value: 3.5, dated: 3, undated: 1 })).toEqual({
      cameraYears: 3.5,
      cameras: 4,
      hours: null,
    });
  });
});
