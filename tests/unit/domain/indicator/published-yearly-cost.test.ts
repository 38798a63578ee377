import { describe, expect, it } from "vitest";
import { contradictions, publishedYearlyCosts } from "#domain/indicator/published-yearly-cost.ts";
import type { ComparedFigure } from "#domain/indicator/requests-per-published-camera.ts";

const figure = (
  measure: string,
  value: number,
  unit: string,
  from: number,
  to = from,
  scope: string | null = null,
): ComparedFigure => ({
  measure,
  value,
  unit,
  period: { from: `${from}-01-01`, to: `${to}-12-31` },
  scope,
  sourceId: 1,
});

// Components: Mucchielli after the city and the regional audit chamber, via Weka (read); total and quotient computed.
const saintEtienne = [
  figure("cameras", 67, "camera", 2009, 2010),
  figure("capital expenditure", 340_000, "EUR/year", 2005, 2010),
  figure("maintenance expenditure", 60_000, "EUR/year", 2009, 2010),
  figure("payroll", 900_000, "EUR/year", 2009, 2010),
  figure("cameras", 83, "camera", 2014),
];

describe("a yearly cost put together from published numbers", () => {
  it("is 19,403 € per camera-year for Saint-Étienne in 2009–2010, staff 69.2 % (vector ste-2009)", () => {
    const [cost, ...others] = publishedYearlyCosts(saintEtienne);
    expect(others).toEqual([]);
    expect(cost).toMatchObject({ total: 1_300_000, currency: "EUR" });
    expect(cost?.perCameraYear).toBeCloseTo(19_402.985, 2);
    expect(cost?.staffShare).toBeCloseTo(0.692, 3);
    expect(cost?.components).toHaveLength(3);
  });

  it("takes no amount that covers only a part of the period, nor one that is not yearly", () => {
    const partly = figure("energy", 5_000, "EUR/year", 2010);
    const once = figure("control room", 650_000, "EUR excl. VAT", 2009, 2010);
    expect(publishedYearlyCosts([...saintEtienne, partly, once])[0]?.total).toBe(1_300_000);
  });

  it("adds no two currencies up, and gives nothing without cameras or without amounts", () => {
    const pounds = figure("energy", 5_000, "GBP/year", 2009, 2010);
    expect(publishedYearlyCosts([...saintEtienne, pounds])).toEqual([]);
    expect(publishedYearlyCosts(saintEtienne.slice(1, 4))).toEqual([]);
    expect(
      publishedYearlyCosts([figure("cameras", 0, "camera", 2009), ...saintEtienne.slice(1, 4)]),
    ).toEqual([]);
    expect(
      publishedYearlyCosts([{ ...figure("cameras", 3, "camera", 2009), period: null }]),
    ).toEqual([]);
  });

  it("has no staff share where no payroll was published", () => {
    const [cost] = publishedYearlyCosts(saintEtienne.slice(0, 3));
    expect(cost?.staffShare).toBeUndefined();
  });
});

describe("contradictions", () => {
  it("are numbers of one measure for overlapping periods that differ, with the scopes that may explain them", () => {
    const street = figure("cameras", 171, "camera", 2019, 2019, "street only");
    const all = figure("cameras", 230, "camera", 2019, 2019, "all sites");
    const later = figure("cameras", 400, "camera", 2024, 2024, "all sites");
    expect(contradictions([all, street, later])).toEqual([
      { measure: "cameras", figures: [all, street], scopesDiffer: true },
    ]);
  });

  it("are none between equal numbers, other units, or periods that do not meet", () => {
    const one = figure("x", 1, "camera", 2019);
    expect(contradictions([one, { ...one }, figure("x", 2, "request", 2019)])).toEqual([]);
    expect(contradictions([one, { ...one, value: 2, period: null }])).toEqual([]);
    expect(contradictions([one, figure("x", 2, "camera", 2020)])).toEqual([]);
  });
});
