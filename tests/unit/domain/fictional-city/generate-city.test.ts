import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authorisationRecordSchema } from "#domain/authorisation/authorisation-record.ts";
import { cameraRecordSchema } from "#domain/camera/camera-record.ts";
import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { cameraAuthorisationState, readExpiry } from "#domain/compliance/authorisation-state.ts";
import { type CostLine, costLineSchema } from "#domain/cost/cost-line.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import { cityYears } from "#domain/fictional-city/outcome-rows.ts";
import { plantedEffects } from "#domain/fictional-city/planted-effects.ts";
import { requestsPerPublishedCamera } from "#domain/indicator/requests-per-published-camera.ts";
import { institutionFactSchema } from "#domain/institution/institution-fact.ts";
import { publishedFigureSchema } from "#domain/published-figure/published-figure.ts";
import { cityDescriptionSchema } from "#domain/territory/city-description.ts";
import { prepareArea } from "#domain/territory/prepare-area.ts";
import { readAreaGeometry } from "#domain/territory/read-area-geometry.ts";
import {
  boundaryRecordSchema,
  districtRecordSchema,
  populationCountSchema,
} from "#domain/territory/territory-records.ts";

const today = "2026-11-24";
const order = { seed: 42218, cameras: 400 };
const city = generateCity(order);
const cameras = [...city.cameras];

function hashOf(generated: ReturnType<typeof generateCity>): string {
  const records = { ...generated, cameras: [...generated.cameras] };
  return createHash("sha256").update(JSON.stringify(records)).digest("hex");
}

describe("Ville-Témoin", () => {
  it("is the same for everybody who gives the same seed, and another for another seed", () => {
    expect(hashOf(generateCity(order))).toBe(hashOf(city));
    expect(hashOf(generateCity({ ...order, seed: 42219 }))).not.toBe(hashOf(city));
  });

  it("keeps its counts and its streets when it is asked for more cameras", () => {
    const larger = generateCity({ ...order, cameras: 900 });
    expect([...larger.cameras]).toHaveLength(900);
    // Hours are of cameras: with more of them there are more.
    const events = ({ outcomes }: typeof city) =>
      outcomes.filter(({ definition }) => definition.stage !== "hours-watched");
    expect(events(larger).length).toBeGreaterThan(4000);
    expect(events(larger)).toEqual(events(city));
    expect(larger.streets).toEqual(city.streets);
  });

  it("is made of records that the registry accepts", () => {
    const refused = [
      cityDescriptionSchema.safeParse(city.city),
      boundaryRecordSchema.safeParse(city.boundary),
      ...city.districts.map((record) => districtRecordSchema.safeParse(record)),
      ...city.populations.map((record) => populationCountSchema.safeParse(record)),
      ...cameras.map((record) => cameraRecordSchema.safeParse(record)),
      ...city.authorisations.map((record) => authorisationRecordSchema.safeParse(record)),
      ...city.costLines.map((record) => costLineSchema.safeParse(record)),
      ...city.publishedFigures.map((record) => publishedFigureSchema.safeParse(record)),
      ...city.institutions.map((record) => institutionFactSchema.safeParse(record)),
    ].filter((reading) => !reading.success);
    expect(refused).toEqual([]);
  });

  it("says that it is fictional, without an address of a real page", () => {
    expect(city.city.fictional).toBe(true);
    for (const fact of [...city.publishedFigures, ...city.institutions]) {
      expect(fact.sourceTitle).toContain("donnée fictive");
      expect(fact.sourceUrl).toBeUndefined();
      expect(fact.verification).toBe("generated");
    }
  });

  it("lies in the ocean: between Galicia (43.8° N) and Brittany (5.1° W, 48.5° N)", () => {
    const [west, south, east, north] = city.boundary.box;
    expect(west).toBeGreaterThan(-9);
    expect(east).toBeLessThan(-8);
    expect(south).toBeGreaterThan(45);
    expect(north).toBeLessThan(47);
  });

  it.each([1, 2, 3, 42218])("has districts that tile it, whatever the seed (%d)", (seed) => {
    const { boundary, districts } = generateCity({ seed, cameras: 1 });
    expect(districts).toHaveLength(12);
    const sum = districts.reduce((area, district) => area + district.areaM2, 0);
    expect(Math.abs(sum / boundary.areaM2 - 1)).toBeLessThan(0.001);
    const outline = prepareArea(boundary.geometry);
    const areas = districts.map((district) => prepareArea(district.geometry));
    const [west, south, east, north] = boundary.box;
    for (let step = 0; step < 2500; step += 1) {
      const x = west + ((east - west) * ((step % 50) + 0.37)) / 50;
      const y = south + ((north - south) * (Math.floor(step / 50) + 0.61)) / 50;
      const holders = areas.filter((area) => area.contains(x, y)).length;
      expect(holders).toBe(outline.contains(x, y) ? 1 : 0);
    }
  });

  it("has outlines that an import of GeoJSON would accept", () => {
    for (const { geometry } of [city.boundary, ...city.districts]) {
      expect(readAreaGeometry(geometry)).not.toHaveProperty("reason");
    }
  });

  it("has 140 streets of its own, each name once, within its outline's box", () => {
    expect(new Set(city.streets.map((street) => street.name)).size).toBe(140);
    const [west, south, east, north] = city.boundary.box;
    for (const [x, y] of city.streets.flatMap((street) => street.line)) {
      expect(x >= west - 1e-4 && x <= east + 1e-4 && y >= south - 1e-4 && y <= north + 1e-4).toBe(
        true,
      );
    }
  });

  it("counts as many inhabitants as its districts do", () => {
    for (const year of [2015, 2018, 2021, 2023]) {
      const counts = city.populations.filter((count) => count.year === year);
      const whole = counts.find((count) => count.districtCode === undefined)?.inhabitants ?? 0;
      const parts = counts.filter((count) => count.districtCode !== undefined);
      expect(parts.reduce((sum, count) => sum + count.inhabitants, 0)).toBe(whole);
    }
  });
});

describe("The cameras of Ville-Témoin", () => {
  it("are as many as asked for, each with its own number", () => {
    expect(new Set(cameras.map((camera) => camera.reference)).size).toBe(400);
  });

  it("stand in the city and in the district they name", () => {
    const outline = prepareArea(city.boundary.geometry);
    const areas = new Map(
      city.districts.map(({ code, geometry }) => [code, prepareArea(geometry)]),
    );
    for (const { longitude = 0, latitude = 0, districtCode = "" } of cameras) {
      expect(outline.contains(longitude, latitude)).toBe(true);
      expect(areas.get(districtCode)?.contains(longitude, latitude)).toBe(true);
    }
  });

  it("came to the treated districts in the planted year only", () => {
    const treated: readonly string[] = plantedEffects.treated;
    const years = cameras
      .filter((camera) => treated.includes(camera.districtCode ?? ""))
      .map((camera) => (camera.commissionedOn ?? camera.installedOn)?.slice(0, 4));
    expect(new Set(years.filter((year) => year !== undefined))).toEqual(
      new Set([String(plantedEffects.installedIn)]),
    );
  });

  it("leave things unsaid, as real lists do", () => {
    const dated = cameras.filter((camera) => camera.status === "in-service");
    const undated = dated.filter((camera) => camera.installedOn === undefined).length;
    expect(undated / dated.length).toBeGreaterThan(0.01);
    expect(undated / dated.length).toBeLessThan(0.06);
    expect(cameras.some((camera) => camera.operator === undefined)).toBe(true);
    for (const precision of ["street", "district", "hidden"]) {
      expect(cameras.some((camera) => camera.publishedPrecision === precision)).toBe(true);
    }
    for (const status of ["out-of-order", "removed", "planned"]) {
      expect(cameras.some((camera) => camera.status === status)).toBe(true);
    }
  });
});

describe("The orders of Ville-Témoin", () => {
  const readings = city.authorisations.map((record) => ({
    number: record.orderNumber,
    ...readExpiry({ grantedOn: record.grantedOn, expiresOn: record.expiresOn ?? null }, today),
  }));

  it("are nine: one expired, one about to expire, one without an end", () => {
    const count = (state: string) => readings.filter((reading) => reading.state === state).length;
    expect(readings).toHaveLength(9);
    expect([count("expired"), count("expiring"), count("unknown"), count("valid")]).toEqual([
      1, 1, 1, 6,
    ]);
  });

  it("leave cameras in service under the expired one, and name no order that does not exist", () => {
    const known = new Map(
      city.authorisations.map(({ orderNumber, grantedOn, expiresOn }) => [
        orderNumber,
        { grantedOn, expiresOn: expiresOn ?? null },
      ]),
    );
    const expired = cameras.filter(
      (camera) =>
        inServiceStatuses.includes(camera.status ?? "unknown") &&
        cameraAuthorisationState(
          {
            type: camera.type ?? "unknown",
            authorisationReferences: camera.authorisationReferences ?? [],
          },
          known,
          today,
        ) === "expired",
    );
    expect(expired.length).toBeGreaterThan(10);
    for (const reference of cameras.flatMap((camera) => camera.authorisationReferences ?? [])) {
      expect(known.has(reference)).toBe(true);
    }
  });
});

describe("The accounts and announcements of Ville-Témoin", () => {
  it("cover ten years with every kind and every silence", () => {
    const yearsOf = (...bases: CostLine["basis"][]) =>
      new Set(
        city.costLines
          .filter(({ basis }) => bases.includes(basis))
          .map((line) => line.periodFrom.slice(0, 4)),
      );
    expect(yearsOf("actual", "estimated").size).toBe(10);
    expect([...yearsOf("planned")]).toEqual(["2023", "2024", "2025"]);
    expect([...yearsOf("committed")]).toEqual(["2025"]);
    expect(new Set(city.costLines.map((line) => line.kind))).toEqual(
      new Set(["capital", "operating", "grant"]),
    );
    expect(new Set(city.costLines.map((line) => line.status))).toEqual(
      new Set(["known", "estimated", "declared-zero", "not-broken-down", "not-communicated"]),
    );
    expect(new Set(city.costLines.map((line) => line.reference)).size).toBe(city.costLines.length);
  });

  it("name existing cameras and hold a credit note", () => {
    const known = new Set(cameras.map((camera) => camera.reference));
    const named = city.costLines.flatMap((line) => line.targetReferences);
    expect(named.length).toBeGreaterThan(10);
    for (const reference of named) expect(known.has(reference)).toBe(true);
    expect(city.costLines.some((line) => (line.amountCents ?? 0) < 0)).toBe(true);
  });

  it("say the VAT of each amount, and the prices of each year of accounts", () => {
    for (const { amountCents, vatCents } of city.costLines) {
      expect(vatCents === undefined).toBe(amountCents === undefined);
    }
    expect(city.priceIndex.map(({ year }) => year)).toEqual([...cityYears]);
    expect(city.priceIndex.map(({ value }) => value).slice(0, 3)).toEqual([100, 101.8, 103.63]);
  });

  it("contradict one another so that no series of requests per camera may be drawn", () => {
    const figures = city.publishedFigures.map((figure) => ({
      measure: figure.measure,
      value: figure.value,
      unit: figure.unit,
      period: { from: figure.periodFrom ?? "", to: figure.periodTo ?? "" },
      scope: figure.scope ?? null,
      sourceId: 1,
    }));
    const series = requestsPerPublishedCamera(figures);
    expect(series.attempts.some((attempt) => attempt.refusals.length > 0)).toBe(true);
    expect(series.breaks).toContain("definition-changes");
  });
});

describe("A region of any size", () => {
  const region = generateCity({ seed: 7, cameras: 20_000 });

  it("has the cameras asked for, each in its own commune, and no accounts", () => {
    const areas = new Map(
      region.districts.map(({ code, geometry }) => [code, prepareArea(geometry)]),
    );
    let count = 0;
    for (const camera of region.cameras) {
      count += 1;
      const { longitude = 0, latitude = 0, districtCode = "" } = camera;
      expect(areas.get(districtCode)?.contains(longitude, latitude)).toBe(true);
      if (count % 100 === 0) expect(cameraRecordSchema.safeParse(camera).error).toBeUndefined();
    }
    expect(count).toBe(20_000);
    expect(region.costLines).toEqual([]);
    expect(region.city.kind).toBe("region");
  });

  it("is tiled by its communes", () => {
    const sum = region.districts.reduce((area, district) => area + district.areaM2, 0);
    expect(Math.abs(sum / region.boundary.areaM2 - 1)).toBeLessThan(0.001);
    for (const record of region.districts) {
      expect(districtRecordSchema.safeParse(record).error).toBeUndefined();
    }
  });
});
