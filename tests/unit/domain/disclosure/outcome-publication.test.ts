import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditFamily } from "#domain/disclosure/audit-family.ts";
import { buildOutcomeFamily } from "#domain/disclosure/build-outcome-family.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import {
  type EarlierPublication,
  linkEarlierPublications,
} from "#domain/disclosure/link-earlier-publications.ts";
import { primaryCells } from "#domain/disclosure/linked-family.ts";
import { type OutcomeRow, outcomeCounts } from "#domain/disclosure/outcome-counts.ts";
import { protectOutcomeFamily } from "#domain/disclosure/protect-outcome-family.ts";
import { isYearOver, publishOutcomeYear } from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
});

const threshold = 5;
const familyOf = (rows: readonly OutcomeRow[]) =>
  buildOutcomeFamily(outcomeCounts(rows), {
    year: 2022,
    isOver: true,
    threshold,
    isReadable: () => true,
  });
const protect = (rows: readonly OutcomeRow[], earlier: readonly EarlierPublication[] = []) =>
  protectOutcomeFamily(familyOf(rows), earlier, { threshold, solver });

const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 5, max: 80 }));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.tuple(
      fc.array(fc.array(count, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: width, maxLength: width }),
    ),
  );

/** Requests by district, category and result; results and months for the city. */
const crossed = fc
  .array(
    fc.record({
      district: fc.constantFrom("D0", "D1", "D2", ""),
      category: fc.constantFrom("c0", "c1"),
      result: fc.constantFrom("relevant-found", "nothing-found"),
      month: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 25 }),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((events) => {
    const sums = new Map<string, OutcomeRow>();
    const add = (row: OutcomeRow) => {
      const key = JSON.stringify({ ...row, value: 0 });
      const value = (sums.get(key)?.value ?? 0) + (row.value ?? 0);
      sums.set(key, { ...row, value });
    };
    for (const { district, category, result, month, count: n } of events) {
      const period = `2022-${String(month).padStart(2, "0")}`;
      add(outcomeRow({ period, result }, n));
      if (district !== "") add(outcomeRow({ period, areaCode: district, category, result }, n));
    }
    return [...sums.values()];
  });

function expectSafe(rows: readonly OutcomeRow[], earlier: readonly EarlierPublication[] = []) {
  const result = protect(rows, earlier);
  if (result.kind !== "published") return result;
  const { attacked, hidden } = result.log;
  expect(auditFamily(attacked, hidden, threshold, solver).verdict).toBe("protected");
  for (const { id, count: truth, internal } of result.family.cells) {
    if (internal) continue;
    const cell = result.cells.get(id);
    if (cell?.state === "published") expect(cell.count).toBe(truth);
    if (cell?.state === "published") expect(truth).toBeGreaterThanOrEqual(threshold);
    if (cell?.state === "zero") expect(truth).toBe(0);
  }
  return result;
}

describe("A publication of outcomes", () => {
  it("never lets a small cell be bounded tighter than the rule, and its totals are exact", () => {
    fc.assert(
      fc.property(tables, ([table, elsewhere]) => {
        expectSafe(districtsByCategory(table, elsewhere));
      }),
      { numRuns: 60 },
    );
  });

  it("holds with results, months, and requests that lie in no district", () => {
    fc.assert(
      fc.property(crossed, (rows) => void expectSafe(rows)),
      { numRuns: 60 },
    );
  });

  it("holds over two releases of a file that changes anywhere", () => {
    const change = fc.array(fc.tuple(fc.nat(99), fc.integer({ min: -4, max: 12 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(tables, change, ([table, elsewhere], changes) => {
        const first = protect(districtsByCategory(table, elsewhere));
        if (first.kind !== "published") return;
        const revised = table.map((row) => [...row]);
        for (const [place, by] of changes) {
          const row = revised[place % revised.length] ?? [];
          const column = place % row.length;
          row[column] = Math.max(0, (row[column] ?? 0) + by);
        }
        const earlier = { family: first.family, published: first.cells };
        const second = expectSafe(districtsByCategory(revised, elsewhere), [earlier]);
        if (second.kind !== "published") return;
        // The reader of both releases is modelled with both: the later is attacked together with the earlier.
        const joint = linkEarlierPublications(second.family, [earlier]);
        expect(joint.equations.length).toBe(second.log.attacked.equations.length);
      }),
      { numRuns: 60 },
    );
  });

  it("is refused by the same audit when small cells alone are hidden", () => {
    const family = familyOf(
      districtsByCategory([
        [12, 3, 25],
        [7, 14, 2],
        [31, 9, 11],
      ]),
    );
    const naive = primaryCells(family, threshold);
    expect(naive.size).toBe(2);
    expect(auditFamily(family, naive, threshold, solver).verdict).toBe("disclosed");
  });
});

describe("Districts in a year of which some months are counted", () => {
  const months = (last: number, rows: (period: string) => OutcomeRow[]) =>
    Array.from({ length: last }, (_, i) => rows(`2022-${String(i + 1).padStart(2, "0")}`)).flat();
  const eleven = months(11, (period) => [
    outcomeRow({ period }, 50),
    outcomeRow({ period, areaCode: "D0" }, 20),
    outcomeRow({ period, areaCode: "D1" }, 30),
  ]);
  const publish = (
    rows: readonly OutcomeRow[],
    isOver: boolean,
    earlier: readonly EarlierPublication[] = [],
  ) =>
    publishOutcomeYear(
      { funnel: "footage-review", year: 2022, isOver, rows: new Map([[2022, rows]]), earlier },
      solver,
    );
  const yearOf = (publication: ReturnType<typeof publish>, areaCode: string) =>
    publication.kind === "published"
      ? publication.outcomes.find(
          ({ place }) => place.table === "district-year" && place.areaCode === areaCode,
        )
      : undefined;

  it("are published once the year is over, and not while it goes on", () => {
    expect(yearOf(publish(eleven, true), "D0")).toMatchObject({ state: "published", value: 220 });
    expect(yearOf(publish(eleven, false), "D0")).toBeUndefined();
    expect(isYearOver(2022, "2023-03-30")).toBe(false);
    expect(isYearOver(2022, "2023-03-31")).toBe(true);
  });

  it("do not give the month that comes in later away when it is small", () => {
    const first = protect(eleven);
    if (first.kind !== "published") throw new Error("The first release is published.");
    const earlier = { family: first.family, published: first.cells };
    const december = [
      outcomeRow({ period: "2022-12" }, 50),
      outcomeRow({ period: "2022-12", areaCode: "D0" }, 2),
      outcomeRow({ period: "2022-12", areaCode: "D1" }, 48),
    ];
    const second = publish([...eleven, ...december], true, [earlier]);
    expect(yearOf(second, "D0")?.value).not.toBe(222);
    const whole = expectSafe([...eleven, ...december], [earlier]);
    expect(["held", "published"]).toContain(whole.kind);
  });
});

describe("A city too large to be attacked in time", () => {
  it("gives its districts by category up, unattacked, and publishes what is left, protected", () => {
    const width = 40;
    const large = Array.from({ length: 180 }, (_, d) =>
      Array.from({ length: width }, (_, c) => ((d * 7 + c * 3) % 23) + (c === 0 ? 30 : 0)),
    );
    const result = protect(districtsByCategory(large));
    if (result.kind !== "published") throw new Error("What is left is published.");
    expect(result.log).toMatchObject({ givenUp: ["district-category"], isTooLarge: true });
    expect(result.family.cells.filter(({ place }) => place.table === "district-year")).toHaveLength(
      180,
    );
    expect(result.family.cells.some(({ place }) => place.table === "district-category")).toBe(
      false,
    );
    const { attacked, hidden } = result.log;
    expect(auditFamily(attacked, hidden, threshold, solver).verdict).toBe("protected");
    const small = protect(districtsByCategory(large.slice(0, 3)));
    expect(small.kind === "published" && small.log).toMatchObject({
      givenUp: [],
      isTooLarge: false,
    });
  });
});
