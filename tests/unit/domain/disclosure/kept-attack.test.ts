import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditAttack, auditFamily } from "#domain/disclosure/audit-family.ts";
import { keepAttack, readKeptAttack } from "#domain/disclosure/kept-attack.ts";
import { publishOutcomeYear } from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";
import { districtsOfCameras, k } from "./published-year.ts";

const solver = await loadHighsSolver();

function logOf(table: readonly (readonly number[])[], cameras: readonly number[]) {
  const rows = [
    ...districtsByCategory(table),
    ...cameras.map((count, n) => outcomeRow({ areaKind: "camera", areaCode: `D0 ${n}` }, count)),
  ];
  const result = publishOutcomeYear(
    {
      ...{ funnel: "footage-review", stage: "requested", year: 2022, isOver: true, earlier: [] },
      rows: new Map([[2022, rows]]),
      cameraDistricts: districtsOfCameras(rows),
    },
    solver,
  );
  if (result.kind !== "published") throw new Error("The year is published.");
  return result.log;
}

const tables = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});

describe("What a release keeps of how it judged a year", () => {
  it("lets the audit be made again, to the same intervals, each as wide as what was proven", () => {
    fc.assert(
      fc.property(tables, fc.array(fc.nat(12), { maxLength: 4 }), (table, cameras) => {
        const log = logOf(table, cameras);
        const kept = JSON.parse(JSON.stringify(keepAttack(log)));
        const again = auditAttack(readKeptAttack(kept), solver);
        expect(again).toEqual(auditFamily(log.attacked, log.hidden, k, solver));
        expect(again.verdict).toBe("protected");
        for (const { id, low, high } of again.primaries) {
          const [least, most] = log.intervals.get(id) ?? [low, high];
          expect(low).toBeLessThanOrEqual(least + 1e-6);
          expect(high).toBeGreaterThanOrEqual(most - 1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the same for every hidden count that a reader cannot rule out: it holds none", () => {
    const one = keepAttack(
      logOf(
        [
          [12, 3],
          [9, 14],
        ],
        [],
      ),
    );
    const other = keepAttack(
      logOf(
        [
          [11, 4],
          [10, 13],
        ],
        [],
      ),
    );
    const bare = ({ small, ...kept }: typeof one) => ({
      ...kept,
      small: small.map(([cell]) => cell),
    });
    expect(one.small.length).toBeGreaterThan(0);
    expect(bare(one)).toEqual(bare(other));
  });

  it("names cameras that are withheld, of which nothing had to be proven", () => {
    const log = logOf([[14], [40]], [11, 3]);
    const kept = keepAttack(log);
    const named = kept.small.filter(([cell]) => kept.cells[cell]?.[0].startsWith("camera"));
    expect(named.map(([, low, high]) => [low, high])).toEqual([[null, null]]);
    expect(auditAttack(readKeptAttack(kept), solver).verdict).toBe("protected");
  });

  it("says what has no bound above as such, and refuses what it did not keep", () => {
    const log = logOf([[3]], []);
    const kept = keepAttack(log);
    expect(kept.small.map(([, low, high]) => [low, high])).toContainEqual([1, null]);
    const again = auditAttack(readKeptAttack(kept), solver);
    expect(again.primaries.map(({ high }) => high)).toContain(Number.POSITIVE_INFINITY);
    expect(() => readKeptAttack({ ...kept, equations: "none" })).toThrow();
  });
});
