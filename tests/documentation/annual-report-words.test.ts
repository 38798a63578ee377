import { describe, expect, it } from "vitest";
import { textCodes, unknownCodes } from "#domain/annual-report/report-content.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { funnelStages } from "#domain/outcome/funnel-stages.ts";
import en from "#messages/en.json" with { type: "json" };
import fr from "#messages/fr.json" with { type: "json" };

describe.each([
  ["French", fr],
  ["English", en],
])("the words of a report in %s", (_, messages) => {
  const { annualReport, outcomes } = messages;

  it("name every part, and everything that may not be known", () => {
    expect(Object.keys(annualReport.sections).sort()).toEqual([...textCodes].sort());
    expect(Object.keys(annualReport.unknown).sort()).toEqual([...unknownCodes].sort());
  });

  it("name every stage and indicator that a figure may be", () => {
    const stages = Object.values(funnelStages).flat();
    expect(stages.filter((stage) => !(stage in outcomes.stages))).toEqual([]);
    const { items } = messages.indicators;
    expect(indicators.filter(({ id }) => !(id in items))).toEqual([]);
  });
});
