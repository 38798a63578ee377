import fc from "fast-check";
import { expect, it } from "vitest";
import { byDistrict } from "#domain/territory/by-district.ts";

const row = fc.record({
  districtCode: fc.option(fc.constantFrom("A", "B", "__proto__"), { nil: null }),
  cameras: fc.nat(),
});

it("finds the rows that a filter finds, in their order", () => {
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom("A", "B", "C", "__proto__", null), (rows, code) => {
      expect(byDistrict(rows)(code)).toEqual(
        rows.filter(({ districtCode }) => districtCode === code),
      );
    }),
  );
});
