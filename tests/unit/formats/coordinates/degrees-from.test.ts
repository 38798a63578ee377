import { expect, it } from "vitest";
import { degreesFrom } from "#formats/coordinates/degrees-from.ts";

it("converts by what the numbers tell, each pair for itself", () => {
  const convert = degreesFrom(undefined, "FR");
  expect(convert(3, 46.5)).toEqual({ longitude: 3, latitude: 46.5 });
  const origin = convert(700_000, 6_600_000);
  expect(origin?.longitude).toBeCloseTo(3, 9);
  expect(origin?.latitude).toBeCloseTo(46.5, 9);
  expect(convert(1e9, 1e9)).toBeUndefined();
});

it("takes the system that was named, whatever the numbers look like", () => {
  const found = degreesFrom("EPSG:3857", "FR")(261_601, 6_251_140);
  expect(found?.longitude).toBeCloseTo(2.35, 4);
  expect(found?.latitude).toBeCloseTo(48.86, 4);
});

it.each(["EPSG:9999", "2154", "toString", ""])(
  "refuses a name that it does not know: '%s'",
  (name) => {
    expect(() => degreesFrom(name, "FR")).toThrow("The coordinate system is not known.");
  },
);
