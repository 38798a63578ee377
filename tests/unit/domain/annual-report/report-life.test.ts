import { describe, expect, it } from "vitest";
import { buildReport } from "#domain/annual-report/build-report.ts";
import { reportTextsSchema } from "#domain/annual-report/report-content.ts";
import {
  canTakeStep,
  isReportedYear,
  missingFigures,
  reportSteps,
} from "#domain/annual-report/report-life.ts";
import { oneCamera } from "./registry.ts";

const facts = { ...buildReport(oneCamera), sources: [] };

describe("the life of a report", () => {
  it.each([
    { draft: true, published: false, steps: ["edit", "publish"] },
    { draft: false, published: true, steps: ["revise"] },
    { draft: true, published: true, steps: ["edit", "publish", "abandon"] },
    { draft: false, published: false, steps: [] },
  ])("draft $draft, published $published: $steps", ({ steps, ...standing }) => {
    expect(reportSteps.filter((step) => canTakeStep(step, standing))).toEqual(steps);
  });

  it("is about a year that has begun", () => {
    expect(isReportedYear(2026, "2026-01-01")).toBe(true);
    expect(isReportedYear(2027, "2026-12-31")).toBe(false);
    expect(isReportedYear(1989, "2026-12-31")).toBe(false);
    expect(isReportedYear(2020.5, "2026-12-31")).toBe(false);
  });

  it("waits while its text puts in a figure that there is not", () => {
    const known = "{{figure:stage-requested-streets-2024}}";
    expect(missingFigures({ texts: { uses: known }, facts })).toEqual([]);
    expect(missingFigures({ texts: { uses: `${known} {{figure:none}}` }, facts })).toEqual([
      "none",
    ]);
  });
});

describe("the words of a report", () => {
  it("lose their empty parts, and refuse a part that is none or too long", () => {
    expect(reportTextsSchema.parse({ uses: " ", costs: " Dear. " })).toEqual({ costs: "Dear." });
    expect(reportTextsSchema.safeParse({ gossip: "x" }).success).toBe(false);
    expect(reportTextsSchema.safeParse({ uses: "x".repeat(100_001) }).success).toBe(false);
  });
});
