import { describe, expect, it } from "vitest";
import { toMapCamera } from "#domain/dataset/map-camera.ts";
import { costPerOutcomeBandOf, outcomeBandOf } from "#domain/dataset/map-vocabulary.ts";
import { publishCell } from "#domain/disclosure/cell-state.ts";
import { countBand, mapClass } from "#domain/disclosure/count-band.ts";
import { publishableRate } from "#domain/disclosure/publishable-rate.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";
import { publicCamera } from "./public-camera.ts";
import { isSafe, k, published, read } from "./published-year.ts";

describe("Attack 6, one indicator beside another", () => {
  const requests = districtsByCategory([[3], [25], [31], [22]]);
  const useful = districtsByCategory([[0], [11], [14], [9]]);

  it("does not say that none of a few requests was of use: each would know of its own", () => {
    const alone = read(published(useful));
    expect(alone.cell("D0").state).toBe("zero");
    const beside = read(published(useful, [], [requests]));
    expect(beside.cell("D0").state).toBe("withheld");
    expect(beside.bounds("D0")).toSatisfy(isSafe);
    expect(beside.cell("city").value).toBe(34);
  });

  it("says that none of many was of use, and that there was no request at all", () => {
    const many = districtsByCategory([[30], [25], [31], [22]]);
    expect(read(published(useful, [], [many])).cell("D0").state).toBe("zero");
    const none = districtsByCategory([[0], [25], [31], [22]]);
    expect(read(published(useful, [], [none])).cell("D0").state).toBe("zero");
  });

  it("does not say of a result what it does not say of a stage", () => {
    const rows = ["relevant-found", "nothing-found"].flatMap((result, r) =>
      [3, 25, 31, 22].map((count, d) =>
        outcomeRow({ areaCode: `D${d}`, result }, r === 0 ? (d === 0 ? 0 : 8) : count),
      ),
    );
    const city = [
      outcomeRow({ result: "relevant-found" }, 24),
      outcomeRow({ result: "nothing-found" }, 81),
    ];
    const found = published([...rows, ...city]).find(
      ({ place }) => place.areaCode === "D0" && place.result === "relevant-found",
    );
    expect(found?.state ?? "nothing").not.toBe("zero");
  });
});

describe("Attack 7, a rate multiplied by its denominator", () => {
  it("gives back a published count, or there is no rate", () => {
    const population = 12_345;
    for (const hidden of [true, false]) {
      for (const count of [0, 1, 3, 4, 5, 40]) {
        const rate = publishableRate(
          publishCell(count, hidden || (count > 0 && count < k)),
          population,
        );
        if (rate.state !== "published") continue;
        expect(Math.round(rate.rate * population)).toBeGreaterThanOrEqual(k);
      }
    }
    expect(publishableRate(publishCell(3, true), population)).not.toHaveProperty("rate");
  });

  it("would give 1 apart from 9 by the cost per request, were it not made of the band", () => {
    const cost = 1_940_300;
    const ofCounts = [1, 9].map((requests) => costPerOutcomeBandOf(cost, requests));
    expect(new Set(ofCounts).size).toBe(2);
    const ofBands = [1, 9].map((requests) => costPerOutcomeBandOf(cost, countBand(requests).from));
    expect(new Set(ofBands).size).toBe(1);
  });
});

describe("Attack 8, reading counts from the map", () => {
  it("draws a withheld place alike whatever it holds", () => {
    const looks = [1, 4, 40, 4000].map((count) => mapClass(publishCell(count, true)));
    expect(new Set(looks)).toEqual(new Set(["withheld"]));
  });

  it("draws a camera alike for every count of its band", () => {
    const drawn = (requests: number) =>
      toMapCamera(publicCamera({ reference: "C1" }), {
        authorisations: new Map(),
        today: "2026-01-01",
        yearlyCostCents: () => 1_940_300,
        yearlyRequests: () => countBand(requests).from,
      });
    for (const requests of [1, 4, 9]) expect(drawn(requests)).toEqual(drawn(2));
    expect(drawn(10)).not.toEqual(drawn(9));
    expect(outcomeBandOf(1)).toBe(outcomeBandOf(9));
  });
});
