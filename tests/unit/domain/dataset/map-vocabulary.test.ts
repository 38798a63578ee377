import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderDates } from "#domain/compliance/authorisation-state.ts";
import { toFilterableCamera, toMapCamera } from "#domain/dataset/map-camera.ts";
import {
  costBandOf,
  costBands,
  costPerOutcomeBandOf,
  outcomeBandOf,
  outcomeBands,
} from "#domain/dataset/map-vocabulary.ts";
import { publicCamera } from "../disclosure/public-camera.ts";

describe("Bands of the map", () => {
  it("of cost start at their number, included; what is unknown or negative is unknown", () => {
    const bands = [null, -1, 0, 249_999, 250_000, 2_000_000].map(costBandOf);
    expect(bands).toEqual(["unknown", "unknown", "0", "0", "2500", "20000"]);
  });

  it("of requests tell a declared zero from a silence, and never 1 from 9", () => {
    expect(outcomeBandOf("withheld")).toBe("withheld");
    const bands = [null, -1, 0, 1, 9, 10, 24, 25, 49, 50, 99, 100].map(outcomeBandOf);
    expect(bands).toEqual([
      ...["not-communicated", "not-communicated", "0", "1-9", "1-9", "10-24", "10-24"],
      ...["25-49", "25-49", "50-99", "50-99", "100-plus"],
    ]);
  });

  it("of cost over requests divide by no zero and by no silence", () => {
    expect(costPerOutcomeBandOf(null, 3)).toBe("unknown");
    expect(costPerOutcomeBandOf(3, null)).toBe("unknown");
    expect(costPerOutcomeBandOf(3, "withheld")).toBe("unknown");
    expect(costPerOutcomeBandOf(-1, 3)).toBe("unknown");
    expect(costPerOutcomeBandOf(1, -3)).toBe("unknown");
    expect(costPerOutcomeBandOf(100_000, 0)).toBe("no-outcome");
    expect(costPerOutcomeBandOf(100_000, 4)).toBe("250");
  });

  it("never go down when what they count goes up", () => {
    fc.assert(
      fc.property(fc.nat(4_000_000), fc.nat(4_000_000), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(costBands.indexOf(costBandOf(low))).toBeLessThanOrEqual(
          costBands.indexOf(costBandOf(high)),
        );
        expect(outcomeBands.indexOf(outcomeBandOf(low))).toBeLessThanOrEqual(
          outcomeBands.indexOf(outcomeBandOf(high)),
        );
      }),
    );
  });
});

describe("A camera of the map", () => {
  const context = (orders: [string, OrderDates][]) => ({
    authorisations: new Map(orders),
    today: "2026-11-24",
    yearlyCostCents: () => 300_000,
    yearlyRequests: () => null,
  });

  it("has no point where its city publishes none", () => {
    const hidden = { ...publicCamera({}), position: null };
    expect(toMapCamera(hidden, context([]))).toBeUndefined();
  });

  it("has its place and its bands, and takes facets that are known already", () => {
    const camera = publicCamera({});
    const point = toMapCamera(camera, context([]));
    expect(point).toMatchObject({
      reference: camera.reference,
      longitude: camera.position?.longitude,
      cost: "2500",
      costPerOutcome: "unknown",
    });
    const known = { ...toFilterableCamera(camera, context([])), year: 1999 };
    expect(toMapCamera(camera, context([]), known)?.year).toBe(1999);
  });

  it("is accused of no order only where the registry knows some", () => {
    const camera = publicCamera({ authorisationReferences: [] });
    expect(toFilterableCamera(camera, context([])).authorisation).toBe("unknown");
    const known = context([["A", { grantedOn: "2025-01-01", expiresOn: "2030-01-01" }]]);
    expect(toFilterableCamera(camera, known).authorisation).toBe("none-known");
  });

  it("has the year 0 when nobody knows its year", () => {
    const dates = { installedOn: null, commissionedOn: null };
    expect(toFilterableCamera(publicCamera(dates), context([])).year).toBe(0);
    const known = publicCamera({ ...dates, commissionedOn: "2014-05" });
    expect(toFilterableCamera(known, context([]))).toMatchObject({
      year: 2014,
      cost: "2500",
      outcome: "not-communicated",
    });
  });
});
