import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairRenumbered } from "#domain/importing/pair-renumbered.ts";
import { placePoints } from "#domain/importing/place-points.ts";

const candidate = (from: string, to: string, metres = 0) => ({ from, to, metres });
const pairs = (...given: Parameters<typeof pairRenumbered>) => [...pairRenumbered(...given)];

describe("Renumbered cameras", () => {
  it("are paired nearest first, and each number once", () => {
    const found = pairs(
      [
        candidate("1", "A", 3),
        candidate("1", "B", 1),
        candidate("2", "B", 2),
        candidate("2", "A", 4),
      ],
      new Set(),
    );
    expect(found).toEqual([
      ["1", "B"],
      ["2", "A"],
    ]);
  });

  it("of one mast keep their order, 9 before 10", () => {
    const mast = ["9", "10"].flatMap((from) => ["19", "20"].map((to) => candidate(from, to)));
    expect(pairs(mast, new Set())).toEqual([
      ["9", "19"],
      ["10", "20"],
    ]);
  });

  it("take a number that is in use only when its bearer gets another", () => {
    expect(pairs([candidate("1", "2")], new Set(["2"]))).toEqual([]);
    expect(pairs([candidate("1", "2"), candidate("2", "3")], new Set(["2"]))).toEqual([
      ["1", "2"],
      ["2", "3"],
    ]);
    // The chain breaks at its end, and with it every link before.
    const chain = [candidate("1", "2"), candidate("2", "3")];
    expect(pairs(chain, new Set(["2", "3"]))).toEqual([]);
  });

  it("never share a number, whatever the candidates", () => {
    const number = fc.constantFrom("1", "2", "3", "4", "5");
    const candidates = fc.array(fc.record({ from: number, to: number, metres: fc.nat(5) }));
    fc.assert(
      fc.property(candidates, fc.uniqueArray(number), (given, taken) => {
        const found = pairRenumbered(given, new Set(taken));
        expect(new Set(found.values()).size).toBe(found.size);
        for (const to of found.values())
          if ((taken as string[]).includes(to)) expect(found.has(to)).toBe(true);
      }),
    );
  });
});

describe("A point of a file", () => {
  const degrees = (x: number, y: number) =>
    Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { longitude: x, latitude: y } : undefined;
  const isInside = (longitude: number, latitude: number) =>
    Math.abs(longitude - 4) < 0.5 && Math.abs(latitude - 45) < 0.5;
  const place = placePoints(degrees, isInside);

  it.each([
    [4, 45, "inside", undefined],
    [5, 45, "outside", undefined],
    [45, 4, "unusable", "swapped-axes"],
    [0, 0, "unusable", "null-island"],
    [900, 900, "unusable", "out-of-range"],
  ])("at %d, %d is %s", (x, y, kind, reason) => {
    const placed = place(x, y);
    expect(placed.kind).toBe(kind);
    expect("reason" in placed ? placed.reason : undefined).toBe(reason);
  });

  it("counts as inside while the city has no outline, and no axes are guessed", () => {
    const anywhere = placePoints(degrees, undefined);
    expect(anywhere(45, 4).kind).toBe("inside");
    expect(anywhere(900, 4)).toMatchObject({ kind: "unusable", reason: "out-of-range" });
  });
});
