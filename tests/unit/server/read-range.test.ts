import fc from "fast-check";
import { expect, it } from "vitest";
import { readRange } from "#server/http/read-range.ts";

it.each([
  [undefined, undefined],
  ["bytes=0-99", { start: 0, end: 99 }],
  ["bytes=100-", { start: 100, end: 999 }],
  ["bytes=-8", { start: 992, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=0-5000", { start: 0, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-4", undefined],
  ["bytes=-", undefined],
  ["bytes=0-1,3-4", undefined],
  ["lines=0-1", undefined],
])("%j of 1,000 bytes is %j", (header, range) => {
  expect(readRange(header, 1000)).toEqual(range);
});

it("no range leaves the file, whatever is asked", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (from, to, bytes) => {
      const range = readRange(`bytes=${from}-${to}`, bytes);
      if (typeof range === "object") {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(bytes);
      }
    }),
  );
});
