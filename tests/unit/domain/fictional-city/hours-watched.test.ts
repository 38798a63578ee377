import { describe, expect, it } from "vitest";
import type { CameraRecord } from "#domain/camera/camera-record.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import { hoursWatchedOf } from "#domain/fictional-city/hours-watched.ts";
import { outcomeStatisticSchema } from "#domain/outcome/outcome-statistic.ts";

const seed = 42218;
const city = generateCity({ seed, cameras: 400 });
const cameras = [...city.cameras];
const rows = hoursWatchedOf(cameras, seed);
const of = (areaCode: string, year: number) =>
  rows.find((row) => row.areaCode === areaCode && row.periodFrom === `${year}-01-01`);
const total = (year: number) =>
  rows.find((row) => row.areaKind === "city" && row.periodFrom === `${year}-01-01`);
const sumOf = (year: number) =>
  rows
    .filter((row) => row.areaKind === "camera" && row.periodFrom === `${year}-01-01`)
    .reduce((sum, { value }) => sum + (value ?? 0), 0);
const where = (test: (camera: CameraRecord) => boolean) =>
  cameras.filter((camera) => camera.status === "in-service" && test(camera));

describe("the hours for which the fictional city watches", () => {
  it("are in its outcomes, and say of each year what is counted", () => {
    expect(city.outcomes).toEqual(expect.arrayContaining(rows.slice(0, 20)));
    for (const row of rows) expect(outcomeStatisticSchema.safeParse(row).success).toBe(true);
    expect(total(2015)?.state).toBe("not-collected");
    expect(total(2018)?.state).toBe("known");
    expect(sumOf(2018)).toBe(0);
    for (const year of [2020, 2022, 2024]) expect(total(year)?.value).toBe(sumOf(year));
  });

  it("follow how a camera is watched", () => {
    const all = where(({ monitoring, installedOn, operator }) =>
      Boolean(monitoring && installedOn && installedOn < "2023" && operator?.startsWith("Commune")),
    );
    const hours = (how: CameraRecord["monitoring"]) =>
      all
        .filter(({ monitoring }) => monitoring === how)
        .map(({ reference }) => of(reference, 2024)?.value ?? 0);
    expect(Math.min(...hours("live-continuous"))).toBeGreaterThan(366 * 14);
    expect(Math.max(...hours("live-continuous"))).toBeLessThanOrEqual(366 * 24);
    expect(Math.max(...hours("live-partial"))).toBeLessThan(366 * 5);
    expect(Math.max(...hours("after-the-fact"))).toBe(0);
    expect(hours("live-partial").length).toBeGreaterThan(50);
  });

  it("are a silence for the cameras of another operator, and nothing before a camera is there", () => {
    const others = where(({ operator }) => operator?.startsWith("Témoin-Transports") ?? false);
    expect(others.length).toBeGreaterThan(0);
    for (const { reference } of others)
      expect([undefined, "not-communicated"]).toContain(of(reference, 2023)?.state);
    const late = cameras.find(({ installedOn }) => installedOn?.startsWith("2023-"));
    expect(late && of(late.reference, 2022)).toBeUndefined();
    expect(late && of(late.reference, 2024)).toBeDefined();
    const coming = cameras.find(({ status }) => status === "planned");
    expect(coming && of(coming.reference, 2024)).toBeUndefined();
  });
});
