import { beforeAll, describe, expect, it } from "vitest";
import { auditFamily } from "#domain/disclosure/audit-family.ts";
import { buildOutcomeFamily } from "#domain/disclosure/build-outcome-family.ts";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { publishQuarters } from "#domain/disclosure/district-quarters.ts";
import type {
  LinearProgram,
  LinearProgramSolver,
} from "#domain/disclosure/linear-program-solver.ts";
import { checkFamily } from "#domain/disclosure/linked-family.ts";
import { type OutcomeRow, outcomeCounts } from "#domain/disclosure/outcome-counts.ts";
import { withoutTables } from "#domain/disclosure/outcome-family.ts";
import { protectOutcomeFamily } from "#domain/disclosure/protect-outcome-family.ts";
import {
  outcomeYearFamily,
  publishOutcomeYear,
  ripeRows,
} from "#domain/disclosure/publish-outcome-year.ts";
import { suppressCells } from "#domain/disclosure/suppress-cells.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";
import { published } from "./published-year.ts";

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
});

const whole = { category: null, result: null, period: "2022" };
const rules = { year: 2022, isOver: true, threshold: 5, isReadable: () => true };
const familyOf = (rows: readonly OutcomeRow[]) => buildOutcomeFamily(outcomeCounts(rows), rules);
const idsOf = (rows: readonly OutcomeRow[]) => familyOf(rows).cells.map(({ id }) => id);

describe("Rows that say one quantity", () => {
  it("keep the silence of a part: withheld before not known", () => {
    const of = (...counts: Parameters<typeof outcomeRow>[1][]) =>
      outcomeCounts(counts.map((count, i) => outcomeRow({ category: `c${i}` }, count))).count({
        area: "city",
        ...whole,
      });
    expect(of(4, 6)).toEqual({ kind: "known", count: 10 });
    expect(of(4, "not-collected")).toEqual({ kind: "partial" });
    expect(of(4, "not-collected", "withheld")).toEqual({ kind: "withheld" });
    expect(of()).toEqual({ kind: "absent" });
  });

  it("are left out where their period is no month, quarter or year of the calendar", () => {
    const spans = [
      ["2022-01-02", "2022-01-31"],
      ["2022-12-01", "2023-01-31"],
      ["2022-02-01", "2022-02-27"],
      ["2022-01-01", "2022-02-28"],
      ["2022-02-01", "2022-04-30"],
    ];
    const rows = spans.map(([periodFrom = "", periodTo = ""]) => ({
      ...outcomeRow({}, 8),
      periodFrom,
      periodTo,
    }));
    expect(outcomeCounts(rows)).toMatchObject({ areas: [], months: [] });
    expect(outcomeCounts([outcomeRow({ period: "2022-02" }, 8)]).months).toEqual(["2022-02"]);
  });

  it("are ripe three months after they end, and not a day before", () => {
    const rows = [outcomeRow({ period: "2022-06" }, 8), outcomeRow({ period: "2022-07" }, 9)];
    expect(ripeRows(rows, "2022-09-29")).toEqual([]);
    expect(ripeRows(rows, "2022-09-30")).toEqual(rows.slice(0, 1));
    expect(ripeRows(rows, "2022-10-31")).toEqual(rows);
  });
});

describe("The tables of a year", () => {
  it("leave the districts out where they hold more than their city", () => {
    const rows = [outcomeRow({}, 20), outcomeRow({ areaCode: "D0" }, 30)];
    expect(idsOf(rows)).toEqual(["city||2022||"]);
  });

  it("hold districts together where nothing is said of their city", () => {
    const ids = idsOf([
      outcomeRow({ areaCode: "D0", category: "a" }, 20),
      outcomeRow({ areaCode: "D1", category: "a" }, 30),
    ]);
    expect(ids).toContain("districts||2022||");
    expect(ids.some((id) => id.startsWith("city"))).toBe(false);
  });

  it("do not take a failure of another kind for rows that contradict each other", () => {
    const counts = outcomeCounts([outcomeRow({}, 20)]);
    const count = () => {
      throw new TypeError("no such table");
    };
    expect(() => buildOutcomeFamily({ ...counts, count }, rules)).toThrow("no such table");
  });

  it("keep the year alone where its own parts exceed it", () => {
    const rows = [outcomeRow({}, 20), outcomeRow({ category: "a" }, 30)];
    expect(idsOf(rows)).toEqual(["city||2022||"]);
  });

  it("name what was withheld or is not known apart from the cells: no reader may count on it", () => {
    const { cells, silent } = familyOf([
      outcomeRow({}, 40),
      outcomeRow({ category: "a" }, "withheld"),
      outcomeRow({ category: "b" }, "not-collected"),
    ]);
    expect(cells.find(({ id }) => id === "city||2022||")).toMatchObject({ count: 40 });
    expect(silent.map(({ place, state }) => [place.category, state])).toEqual([
      ["a", "withheld"],
      ["b", "not-available"],
    ]);
  });

  it("lose a table with its silences, and results of a lost category stand alone", () => {
    const family = familyOf([
      outcomeRow({ category: "a", result: "found" }, 12),
      outcomeRow({ category: "a", result: "nothing" }, 30),
      outcomeRow({ category: "b", result: "found" }, 9),
      outcomeRow({ category: "b", result: "nothing" }, 8),
      outcomeRow({ category: "c" }, "withheld"),
    ]);
    const crossed = ({ place }: { place: { table: string } }) =>
      place.table === "city-category-result";
    expect(family.cells.some((cell) => crossed(cell) && cell.outcomeOf !== undefined)).toBe(true);
    const left = withoutTables(family, ["city-category"]);
    expect(family.silent.some(({ place }) => place.table === "city-category")).toBe(true);
    expect(left.silent.some(({ place }) => place.table === "city-category")).toBe(false);
    expect(left.cells.some(crossed)).toBe(true);
    expect(left.cells.filter(crossed).every(({ outcomeOf }) => outcomeOf === undefined)).toBe(true);
  });

  it("tie what districts do not break down to the city's own categories", () => {
    const rows = [
      ...districtsByCategory([
        [20, 12],
        [15, 30],
      ]),
      outcomeRow({ areaCode: "D0" }, 35),
      outcomeRow({ areaCode: "D0", category: "rare" }, "not-collected"),
      outcomeRow({ category: "rare" }, 9),
    ];
    const family = familyOf(rows);
    const below = family.cells.find(({ internal }) => internal);
    expect(below).toMatchObject({ count: 9, place: { category: "*below" } });
    expect(() => checkFamily(family)).not.toThrow();
  });
});

describe("A family that nothing can be proved of", () => {
  const cells = [
    { id: "t", count: 10 },
    { id: "a", count: 3 },
    { id: "b", count: 7 },
  ];
  const sum = { total: "t", parts: ["a", "b"] };

  it("is refused: a cell twice, a cell missing, a total that is not its parts", () => {
    expect(() => checkFamily({ cells, equations: [sum] })).not.toThrow();
    expect(() => checkFamily({ cells: [...cells, { id: "a", count: 3 }], equations: [] })).toThrow(
      "twice",
    );
    expect(() => checkFamily({ cells, equations: [{ total: "t", parts: ["a", "z"] }] })).toThrow(
      "not in the family",
    );
    expect(() => checkFamily({ cells, equations: [{ total: "t", parts: ["a"] }] })).toThrow(
      "add up to 3",
    );
  });

  it("is audited all the same where a hidden cell is in no sum: it may be anything", () => {
    const alone = { cells: [{ id: "a", count: 3 }], equations: [] };
    expect(auditFamily(alone, new Set(["a"]), 5, solver).verdict).toBe("protected");
  });

  it("is refused by the audit when what is published contradicts itself", () => {
    const family = {
      cells: [...cells, { id: "u", count: 50 }],
      equations: [sum, { total: "u", parts: ["a", "b"] }],
    };
    expect(() => auditFamily(family, new Set(["a", "b"]), 5, solver)).toThrow("contradict");
  });
});

type Opened = ReturnType<LinearProgramSolver["open"]>;
/** A library that searches well, and that answers the audit, whose program comes after those of the search, as it likes. */
const answering = (
  answer: (program: LinearProgram) => ReturnType<Opened["minimise"]>,
): LinearProgramSolver => {
  let programs = 0;
  return {
    open: (program) => {
      programs += 1;
      const opened = solver.open(program);
      return programs < 3 ? opened : { ...opened, minimise: () => answer(program) };
    },
  };
};

describe("A suppression that its own audit refuses", () => {
  const rows = districtsByCategory([
    [12, 3, 25],
    [7, 14, 2],
    [31, 9, 11],
  ]);

  it("publishes nothing, whatever found it", () => {
    // One table satisfies all that is published, says the library: every hidden cell is then disclosed.
    const family = familyOf(rows);
    const wrong = answering(({ lower }) => ({ kind: "optimal", values: lower }));
    expect(() => suppressCells(family, { solver: wrong })).toThrow("The audit refuses");
    const given = { ...family, silent: [] };
    const result = protectOutcomeFamily(given, [], {
      threshold: 5,
      solver: { open: (program) => ({ ...solver.open(program), minimise: () => raise() }) },
    });
    // Tables without a small cell need no search: they are what is left.
    if (result.kind !== "published") throw new Error(result.kind);
    expect(result.family.cells.some(({ place }) => place.table === "district-category")).toBe(
      false,
    );
  });

  it("is not mistaken for a library that fails", () => {
    const protect = () =>
      protectOutcomeFamily(familyOf(rows), [], {
        threshold: 5,
        solver: {
          open: () => {
            throw new Error("out of memory");
          },
        },
      });
    expect(protect).toThrow("out of memory");
  });
});

/** What the audit raises when it finds what cannot be. */
function raise(): never {
  throw new RangeError("no table satisfies them");
}

describe("A year of cameras", () => {
  it("is a band, a zero, or the silence of its rows", () => {
    const camera = (areaCode: string, count: Parameters<typeof outcomeRow>[1]) =>
      outcomeRow({ areaKind: "camera", areaCode }, count);
    const rows = [
      outcomeRow({}, 90),
      camera("1", 12),
      camera("2", 0),
      camera("3", "withheld"),
      camera("4", "not-collected"),
    ];
    const cameras = published(rows).filter(({ place }) => place.table === "camera-year");
    expect(cameras.map(({ place, state, band }) => [place.areaCode, state, band?.from])).toEqual([
      ["1", "published", 10],
      ["2", "zero", undefined],
      ["3", "withheld", undefined],
      ["4", "not-available", undefined],
    ]);
  });

  it("of hours of watching is as counted, small or not, in a table of its own: hours are no events", () => {
    const camera = (areaCode: string, count: Parameters<typeof outcomeRow>[1]) =>
      outcomeRow({ areaKind: "camera", areaCode }, count);
    const rows = new Map([
      [2022, [camera("1", 812), camera("2", 3), camera("3", 0), camera("4", "not-communicated")]],
    ]);
    const stages = ["hours-watched", "out-of-service"].map((stage) => {
      const asked = { funnel: "availability" as const, stage, year: 2022, isOver: true, rows };
      const found = publishOutcomeYear({ ...asked, earlier: [] }, solver);
      return found.kind === "published" ? found.outcomes : [];
    });
    const cells = stages.map((outcomes) =>
      outcomes
        .filter(({ place }) => place.areaKind === "camera")
        .map(({ place, state, value }) => [place.table, place.areaCode, state, value]),
    );
    expect(cells[0]).toEqual([
      ["camera-hours", "1", "published", 812],
      ["camera-hours", "2", "published", 3],
      ["camera-hours", "3", "zero", undefined],
      ["camera-hours", "4", "not-available", undefined],
    ]);
    // Of other time of a camera the grid knows no table.
    expect(cells[1]).toEqual([]);
  });
});

describe("Recorded crime", () => {
  it("is readable by three years together: a district that stays under six a year is not", () => {
    const year = (period: string, few: number) => [
      outcomeRow({ period }, 60 + few),
      outcomeRow({ period, areaCode: "D0" }, 60),
      outcomeRow({ period, areaCode: "D1" }, few),
    ];
    const rows = new Map([
      [2020, year("2020", 5)],
      [2021, year("2021", 5)],
      [2022, year("2022", 8)],
    ]);
    const asked = { funnel: "recorded-offences" as const, year: 2022, isOver: true, rows };
    const sensitive = outcomeYearFamily(asked).cells.filter((cell) => cell.sensitive);
    const places = sensitive.map(({ place }) => place.areaCode);
    expect(places).toContain("D1");
    expect(places).not.toContain("D0");
    const result = publishOutcomeYear({ ...asked, earlier: [] }, solver);
    if (result.kind !== "published") throw new Error(result.kind);
    const few = result.outcomes.find(({ place }) => place.areaCode === "D1");
    expect(few).toMatchObject({ state: "withheld" });
  });
});

describe("Quarters of districts", () => {
  const quarters = (counts: readonly number[], areaCode: string) =>
    counts.flatMap((count, quarter) =>
      [1, 2, 3].map((month) =>
        outcomeRow(
          { period: `2022-${String(3 * quarter + month).padStart(2, "0")}`, areaCode },
          count,
        ),
      ),
    );
  const city = (each: number) =>
    Array.from({ length: 12 }, (_, i) =>
      outcomeRow({ period: `2022-${String(i + 1).padStart(2, "0")}` }, each),
    );
  const statesOf = (outcomes: ReturnType<typeof published>) =>
    outcomes
      .filter(({ place }) => place.table === "district-quarter")
      .map(({ state, value }) => value ?? state);
  const rows = [
    ...city(50),
    ...quarters([20, 20, 20, 20], "A"),
    ...quarters([30, 30, 30, 30], "B"),
  ];

  it("are published together where each is readable", () => {
    expect(statesOf(published(rows))).toEqual([60, 90, 60, 90, 60, 90, 60, 90]);
  });

  it("are all withheld where one is small, or moves by a few from what an earlier release said", () => {
    const counts = outcomeCounts(rows);
    const annual = new Map<string, PublishedCell>(
      ["A", "B"].map((code) => [`district|${code}|2022||`, { state: "published", count: 240 }]),
    );
    const said = (cell: PublishedCell) => ({
      family: { cells: [], equations: [], silent: [] },
      published: new Map([["district|A|2022-Q1||", cell]]),
    });
    const statesAfter = (earlier: Parameters<typeof publishQuarters>[3], threshold = 5) => [
      ...new Set(
        publishQuarters(counts, { year: 2022, threshold }, annual, earlier).map(
          ({ state }) => state,
        ),
      ),
    ];
    expect(statesAfter([])).toEqual(["published"]);
    expect(statesAfter([said({ state: "published", count: 60 })])).toEqual(["published"]);
    expect(statesAfter([said({ state: "published", count: 58 })])).toEqual(["withheld"]);
    expect(statesAfter([said({ state: "published", count: 40 })])).toEqual(["published"]);
    expect(statesAfter([said({ state: "zero" })])).toEqual(["published"]);
    expect(statesAfter([said({ state: "zero" })], 61)).toEqual(["withheld"]);
    expect(statesAfter([said({ state: "withheld" })])).toEqual(["published"]);
  });

  it("without an event are zeros", () => {
    const none = [...city(20), ...quarters([20, 20, 0, 20], "A")];
    const annual = new Map<string, PublishedCell>([
      ["district|A|2022||", { state: "published", count: 180 }],
    ]);
    const read = publishQuarters(outcomeCounts(none), { year: 2022, threshold: 5 }, annual, []);
    const ofA = read.filter(({ place }) => place.areaCode === "A");
    expect(ofA.map(({ state }) => state)).toEqual(["published", "published", "zero", "published"]);
  });

  it("are not made where districts hold more than their city in one", () => {
    const over = [
      ...city(50),
      ...quarters([60, 20, 20, 20], "A"),
      ...quarters([20, 20, 20, 20], "B"),
    ];
    expect(statesOf(published(over))).toEqual([]);
  });
});
