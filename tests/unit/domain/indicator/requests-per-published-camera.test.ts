import { describe, expect, it } from "vitest";
import {
  type ComparedFigure,
  comparisonRefusalsOf,
  requestsPerPublishedCamera,
} from "#domain/indicator/requests-per-published-camera.ts";
import { placeRefusalsOf } from "#domain/measure/described-measure.ts";
import { yearPeriod } from "#domain/period/period.ts";

const figure = (unit: string, year: number, value: number, changes = {}): ComparedFigure => ({
  measure: unit,
  value,
  unit,
  period: yearPeriod(year),
  scope: "streets",
  sourceId: 1,
  ...changes,
});

describe("Published requests per published camera", () => {
  it("are divided where period and scope are stated and agree", () => {
    const { attempts, breaks } = requestsPerPublishedCamera([
      figure("request", 2022, 300),
      figure("camera", 2022, 100),
      figure("camera", 2019, 10),
    ]);
    expect(attempts).toMatchObject([{ quotient: 3, refusals: [] }]);
    expect(breaks).toEqual([]);
  });

  it("are no attempt without a camera, without a period, or of none", () => {
    expect(requestsPerPublishedCamera([figure("request", 2022, 300)]).attempts).toEqual([]);
    const unusable = [figure("camera", 2022, 0), figure("camera", 2022, 5, { period: null })];
    expect(requestsPerPublishedCamera([figure("request", 2022, 3), ...unusable]).attempts).toEqual(
      [],
    );
  });

  it("are refused with the reason: another period, no scope, another scope", () => {
    const camera = figure("camera", 2022, 100);
    expect(placeRefusalsOf(figure("request", 2021, 3), camera)).toEqual(["period-differs"]);
    expect(placeRefusalsOf(figure("request", 2022, 3, { scope: null }), camera)).toEqual([
      "scope-unknown",
    ]);
    const elsewhere = figure("request", 2022, 3, { scope: "all sites", period: null });
    expect(placeRefusalsOf(elsewhere, camera)).toEqual(["period-differs", "scope-differs"]);
  });

  it("make no series across a change of what is counted or of which cameras", () => {
    const { breaks } = requestsPerPublishedCamera([
      figure("request", 2015, 780),
      figure("request", 2022, 250, { measure: "judicial requests" }),
      figure("camera", 2015, 100),
      figure("camera", 2022, 100, { scope: "all sites" }),
    ]);
    expect(breaks).toEqual(["definition-changes", "scope-changes"]);
  });
});

describe("Two published numbers of one measure", () => {
  it("may be of two dates, and of one scope that is stated", () => {
    const old = figure("camera", 2015, 100);
    expect(comparisonRefusalsOf(old, figure("camera", 2022, 120))).toEqual([]);
    expect(comparisonRefusalsOf(old, figure("camera", 2022, 120, { scope: null }))).toEqual([
      "scope-unknown",
    ]);
    expect(comparisonRefusalsOf(old, figure("camera", 2022, 9, { scope: "all" }))).toEqual([
      "scope-differs",
    ]);
  });
});
