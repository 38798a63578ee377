import { describe, expect, it } from "vitest";
import { guessReference, toDegrees } from "#formats/coordinates/coordinate-reference.ts";

/** Metres between a conversion and its control value, on a sphere: enough for a tolerance. */
function gapInMetres(found: ReturnType<typeof toDegrees>, longitude: number, latitude: number) {
  if (!found) return Number.POSITIVE_INFINITY;
  const northward = (found.latitude - latitude) * 111_195;
  const eastward = (found.longitude - longitude) * 111_195 * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(northward, eastward);
}

describe("the conversion into degrees", () => {
  it("leaves degrees as they are, and refuses those that don't exist", () => {
    expect(toDegrees(4.39, 45.44, "EPSG:4326")).toEqual({ longitude: 4.39, latitude: 45.44 });
    expect(toDegrees(180, 90, "EPSG:4326")).toEqual({ longitude: 180, latitude: 90 });
    expect(toDegrees(180.1, 0, "EPSG:4326")).toBeUndefined();
    expect(toDegrees(0, 90.1, "EPSG:4326")).toBeUndefined();
    expect(toDegrees(Number.NaN, 0, "EPSG:4326")).toBeUndefined();
  });

  it("puts the origin of Lambert-93 on 3° E, 46° 30′ N (decree 2000-1276 and IGN: 700,000; 6,600,000)", () => {
    expect(gapInMetres(toDegrees(700_000, 6_600_000, "EPSG:2154"), 3, 46.5)).toBeLessThan(0.001);
  });

  it.each([42, 43, 44, 45, 46, 47, 48, 49, 50])(
    "puts the origin of zone CC%i on 3° E and its own parallel (IGN: 1,700,000; NZ 200,000)",
    (zone) => {
      const northing = (zone - 41) * 1_000_000 + 200_000;
      const found = toDegrees(1_700_000, northing, `EPSG:${3900 + zone}`);
      expect(gapInMetres(found, 3, zone)).toBeLessThan(0.001);
    },
  );

  it("agrees with the worked example of Web Mercator (IOGP guidance note 7-2, 24°22′54.433″ N, 100°20′ W)", () => {
    const found = toDegrees(-11_169_055.58, 2_800_000, "EPSG:3857");
    expect(gapInMetres(found, -(100 + 20 / 60), 24 + 22 / 60 + 54.433 / 3600)).toBeLessThan(0.02);
  });

  // Ordnance Survey, OSTN15 developer pack, test points TP01 to TP40; seven parameters are good to about 5 m.
  it.each([
    ["St Mary's, Scilly", 91_492.146, 11_318.804, -6.299_777_520_14, 49.922_263_937_3],
    ["Lambeth", 530_624.974, 178_388.464, -0.119_925_571_8, 51.489_365_649_5],
    ["Daresbury", 357_455.843, 383_290.436, -2.640_493_208_1, 53.344_802_801_9],
    ["North Foreland", 639_821.835, 169_565.858, 1.444_547_304_09, 51.374_470_255_5],
    ["Glasgow", 256_340.925, 664_697.269, -4.296_490_162_51, 55.853_999_529_5],
    ["Foula", 395_999.668, 1_138_728.951, -2.073_828_227_98, 60.133_080_916_6],
  ])("is within 10 m of the survey's own point: %s", (_, east, north, longitude, latitude) => {
    const found = toDegrees(east, north, "EPSG:27700");
    expect(gapInMetres(found, longitude, latitude)).toBeLessThan(10);
  });

  it("answers nothing for a system that is not in the list", () => {
    expect(toDegrees(700_000, 6_600_000, "EPSG:9999")).toBeUndefined();
    expect(toDegrees(700_000, 6_600_000, "toString")).toBeUndefined();
  });
});

describe("the guess of the coordinate system", () => {
  it.each([
    ["degrees", 4.39, 45.44, "FR"],
    ["degrees written latitude first, for the mirror to be recognised", 45.44, -179.9, "FR"],
    ["degrees anywhere", -90.07, 29.95, "US"],
  ])("is WGS 84 for %s", (_, x, y, country) => {
    expect(guessReference(x, y, country)).toBe("EPSG:4326");
  });

  // Lambert-93 of the outermost towns of France and Corsica, converted from their longitude and latitude with PROJ4.
  it.each([
    ["Ouessant", 99_258, 6_848_740],
    ["Hendaye", 311_736, 6_262_987],
    ["Dunkerque", 655_759, 7_110_676],
    ["Lauterbourg", 1_082_630, 6_887_127],
    ["Menton", 1_064_473, 6_309_456],
    ["Perpignan", 691_795, 6_176_715],
    ["Saint-Étienne", 808_685, 6_482_131],
    ["Calvi", 1_155_942, 6_179_392],
    ["Cap Corse", 1_221_487, 6_235_665],
    ["Bonifacio", 1_216_715, 6_045_500],
  ])("is Lambert-93 in %s", (_, x, y) => {
    expect(guessReference(x, y, "FR")).toBe("EPSG:2154");
  });

  it.each([
    ["Nantes", 1_355_589, 6_234_461, 47],
    ["Belle-Île", 1_227_852, 6_252_194, 47],
    ["Lorient", 1_222_871, 6_302_788, 47],
    ["Brest", 1_146_189, 7_270_285, 48],
    ["Ouessant", 1_099_119, 7_282_896, 48],
    ["Paris", 1_652_310, 8_184_636, 49],
    ["Dunkerque", 1_655_857, 9_321_434, 50],
    ["Saint-Étienne", 1_808_763, 4_248_718, 45],
    ["Saint-Étienne", 1_808_765, 5_137_600, 46],
    ["Bonifacio", 2_215_226, 1_144_131, 42],
    ["Cap Corse", 2_221_115, 3_112_463, 44],
  ])("is the conic zone in %s (%i, %i: CC%i)", (_, x, y, zone) => {
    expect(guessReference(x, y, "FR")).toBe(`EPSG:${3900 + zone}`);
  });

  it.each([
    ["Toulouse", 160_300, 5_403_748, "FR"],
    ["Bastia", 1_051_969, 5_266_420, "FR"],
    ["Brest", -499_825, 6_171_984, "FR"],
    ["Manchester", -249_834, 7_072_433, "GB"],
    ["New Orleans", -10_026_547, 3_497_124, "US"],
  ])("is Web Mercator in %s", (_, x, y, country) => {
    expect(guessReference(x, y, country)).toBe("EPSG:3857");
  });

  it("is the National Grid in Great Britain, and nowhere else", () => {
    expect(guessReference(384_000, 398_000, "GB")).toBe("EPSG:27700");
    expect(guessReference(440_725, 1_107_878, "GB")).toBe("EPSG:27700");
    expect(guessReference(384_000, 398_000, "FR")).toBe("EPSG:3857");
  });

  it("is none beyond the ends of Web Mercator (half the equator, 20,037,508.34 m)", () => {
    expect(guessReference(20_037_508.34, 0, "US")).toBe("EPSG:3857");
    expect(guessReference(20_037_509, 0, "US")).toBeUndefined();
    expect(guessReference(0, -20_037_509, "US")).toBeUndefined();
    expect(guessReference(Number.NaN, 0, "FR")).toBeUndefined();
  });
});
