import { beforeAll, describe, expect, it } from "vitest";
import { buildOutcomeFamily } from "#domain/disclosure/build-outcome-family.ts";
import { publishQuarters } from "#domain/disclosure/district-quarters.ts";
import type { LinearProgramSolver } from "#domain/disclosure/linear-program-solver.ts";
import { linkEarlierPublications } from "#domain/disclosure/link-earlier-publications.ts";
import { type OutcomeRow, outcomeCounts } from "#domain/disclosure/outcome-counts.ts";
import { cellId } from "#domain/disclosure/outcome-family.ts";
import { publishOutcomeYear } from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { outcomeRow } from "./outcome-rows.ts";
import { publish, published } from "./published-year.ts";

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
});

const rules = { year: 2022, isOver: true, threshold: 5, isReadable: () => true };
const familyOf = (rows: readonly OutcomeRow[]) => buildOutcomeFamily(outcomeCounts(rows), rules);
const places = (rows: readonly OutcomeRow[]) =>
  familyOf(rows).cells.map(
    ({ place: { areaCode, areaKind, category, result }, count }) =>
      `${areaCode ?? areaKind} ${category} ${result}: ${count}`,
  );

describe("tables of rows that do not say everything", () => {
  it("are not crossed where one crossing is withheld, and hold zero where it is absent", () => {
    const whole = [
      outcomeRow({ category: "c0" }, 30),
      outcomeRow({ category: "c1" }, 20),
      outcomeRow({ result: "relevant-found" }, 35),
      outcomeRow({ result: "nothing-found" }, 15),
    ];
    const crossings = [
      outcomeRow({ category: "c0", result: "relevant-found" }, 30),
      outcomeRow({ category: "c1", result: "relevant-found" }, 5),
      outcomeRow({ category: "c1", result: "nothing-found" }, 15),
    ];
    expect(places([...whole, ...crossings])).toContain("city c0 nothing-found: 0");
    const withheld = outcomeRow({ category: "c0", result: "nothing-found" }, "withheld");
    expect(places([...whole, ...crossings, withheld]).join()).not.toContain("c1 nothing-found");
  });

  it("fall back on the year of the city where a source calls a category by the star", () => {
    const rows = [
      outcomeRow({}, 20),
      outcomeRow({ category: "c0" }, 10),
      outcomeRow({ category: "*" }, 3),
    ];
    expect(places(rows)).toEqual(["city null null: 20"]);
  });

  it("have the results of districts only where they are the city's", () => {
    const rows = [
      outcomeRow({}, 60),
      outcomeRow({ result: "relevant-found" }, 40),
      ...["D0", "D1"].flatMap((areaCode) => [
        outcomeRow({ areaCode, category: "c0" }, 20),
        outcomeRow({ areaCode, category: "c1" }, 10),
        outcomeRow({ areaCode, result: "nothing-found" }, 30),
      ]),
    ];
    const found = places(rows);
    expect(found).toContain("districts c0 null: 40");
    expect(found.join()).not.toContain("elsewhere null nothing-found");
  });

  it("of districts are not crossed where one of them is silent on a crossing", () => {
    const of = (areaCode: string, silent: boolean) => [
      outcomeRow({ areaCode, category: "c0" }, 20),
      outcomeRow({ areaCode, result: "relevant-found" }, 20),
      outcomeRow(
        { areaCode, category: "c0", result: "relevant-found" },
        silent ? "not-collected" : 20,
      ),
    ];
    const crossing = "districts c0 relevant-found";
    expect(places([...of("D0", false), ...of("D1", false)]).join()).toContain(crossing);
    expect(places([...of("D0", false), ...of("D1", true)]).join()).not.toContain(crossing);
  });

  it("tie a category that the city alone breaks down to what its districts do", () => {
    const rows = [
      outcomeRow({ category: "c0" }, 30),
      outcomeRow({ category: "c1" }, 20),
      outcomeRow({ category: "c2" }, "not-collected"),
      outcomeRow({ areaCode: "D0", category: "c0" }, 25),
      outcomeRow({ areaCode: "D0", category: "c1" }, "withheld"),
      outcomeRow({ areaCode: "D0" }, 40),
      outcomeRow({}, 55),
    ];
    const family = familyOf(rows);
    const counts = new Map(family.cells.map(({ id, count }) => [id, count]));
    for (const { total, parts } of family.equations)
      expect(parts.reduce((sum, id) => sum + (counts.get(id) ?? Number.NaN), 0)).toBe(
        counts.get(total),
      );
    expect(family.equations.length).toBeGreaterThan(1);
  });
});

describe("what cannot be protected", () => {
  const two = [
    outcomeRow({}, 6),
    outcomeRow({ areaCode: "D0" }, 5),
    outcomeRow({ areaCode: "D1" }, 1),
  ];

  it("is withheld, the finest table first: 5 and 1 of 6 leave no room to hide either", () => {
    const outcomes = published(two);
    const said = outcomes.map(({ place, state, value }) => [place.areaCode, state, value]);
    expect(said).toEqual([
      [null, "published", 6],
      ["D0", "withheld", undefined],
      ["D1", "withheld", undefined],
    ]);
  });

  it("is the months too: 5 and 1 of a year of 6", () => {
    const months = [outcomeRow({ period: "2022-03" }, 5), outcomeRow({ period: "2022-04" }, 1)];
    const said = published(months).map(({ place, state, value }) => [place.period, state, value]);
    expect(said).toEqual([
      ["2022", "published", 6],
      ["2022-03", "withheld", undefined],
      ["2022-04", "withheld", undefined],
    ]);
  });

  it("leaves an earlier publication as it stands: 42 after 40 would tell two events", () => {
    const first = [outcomeRow({}, 40)];
    const outcomes = published(first);
    expect(publish([outcomeRow({}, 42)], [{ rows: first, outcomes }])).toBe("held");
    expect(typeof publish([outcomeRow({}, 48)], [{ rows: first, outcomes }])).toBe("object");
  });

  it("says nothing of a year without a row", () => {
    const asked = {
      funnel: "footage-review" as const,
      year: 2022,
      isOver: true,
      rows: new Map([[2021, [outcomeRow({ period: "2021" }, 12)]]]),
      earlier: [],
    };
    expect(publishOutcomeYear(asked, solver)).toMatchObject({ kind: "published", outcomes: [] });
  });
});

describe("recorded offences, which are read over three years", () => {
  const year = (period: string, count: Parameters<typeof outcomeRow>[1]) =>
    [Number(period), [outcomeRow({ period, category: "Vols" }, count)]] as const;
  const stateOf = (...rows: (readonly [number, readonly OutcomeRow[]])[]) => {
    const asked = {
      funnel: "recorded-offences" as const,
      year: 2022,
      isOver: true,
      rows: new Map(rows),
      earlier: [],
    };
    const result = publishOutcomeYear(asked, solver);
    return result.kind === "published"
      ? result.outcomes.find(({ place }) => place.category === "Vols")?.state
      : result.kind;
  };

  it("are held to the years that are known", () => {
    expect(stateOf(year("2022", 12))).toBe("published");
    expect(stateOf(year("2020", "not-collected"), year("2021", 9), year("2022", 12))).toBe(
      "published",
    );
    expect(stateOf(year("2020", 3), year("2021", 9), year("2022", 12))).toBe("withheld");
  });

  it("hide the city's own year where the rule does, however many it has, and its months with it", () => {
    const asked = (counts: readonly [number, number, number]) => ({
      ...{ funnel: "recorded-offences" as const, year: 2022, isOver: true, earlier: [] },
      rows: new Map(
        counts.map((count, n) => {
          const period = String(2020 + n);
          const months = [
            outcomeRow({ period: `${period}-01` }, count),
            outcomeRow({ period: `${period}-02` }, 0),
          ];
          return [Number(period), n === 2 ? months : [outcomeRow({ period }, count)]] as const;
        }),
      ),
    });
    const told = (...counts: [number, number, number]) => {
      const result = publishOutcomeYear(asked(counts), solver);
      return result.kind === "published" ? result.outcomes.flatMap(({ value }) => value ?? []) : [];
    };
    expect(told(7, 9, 40)).toEqual([40, 40]);
    expect(told(3, 9, 40)).toEqual([]);
    expect(told(0, 9, 40)).toEqual([]);
  });
});

describe("an outcome that an earlier release published of a category", () => {
  it("hangs, in the linked family, on the count that it was an outcome of then", () => {
    const rows = (found: number, all: number) => [
      outcomeRow({}, all),
      outcomeRow({ category: "c0" }, all),
      outcomeRow({ result: "relevant-found" }, found),
      outcomeRow({ category: "c0", result: "relevant-found" }, found),
    ];
    const before = familyOf(rows(20, 40));
    const cells = new Map(
      before.cells.map(({ id, count }) => [id, { state: "published" as const, count }]),
    );
    const linked = linkEarlierPublications(familyOf(rows(30, 60)), [
      { family: before, published: cells },
    ]);
    const crossing = cellId({
      areaKind: "city",
      areaCode: null,
      period: "2022",
      category: "c0",
      result: "relevant-found",
    });
    const past = linked.cells.find(({ id }) => id === `${crossing}@20`);
    expect(past).toMatchObject({ frozen: true, count: 20 });
    expect(past?.outcomeOf).toMatch(/@40$/);
  });
});

describe("quarters of districts", () => {
  const months = Array.from({ length: 12 }, (_, n) => `2022-${String(n + 1).padStart(2, "0")}`);
  const monthly = (areaCode: string, count: (month: number) => number) =>
    months.flatMap((period, n) =>
      count(n) === 0 ? [] : [outcomeRow({ areaCode, period }, count(n))],
    );
  const statesOf = (rows: readonly OutcomeRow[]) => {
    const counts = outcomeCounts(rows);
    const open = new Map(
      ["D0", "D1"].map((areaCode) => [
        cellId({ areaKind: "district", areaCode, period: "2022", category: null, result: null }),
        { state: "published" as const, count: 60 },
      ]),
    );
    return publishQuarters(counts, { year: 2022, threshold: 5 }, open, []).map(
      ({ place, state, value }) =>
        `${place.areaCode ?? place.areaKind} ${place.period}: ${value ?? state}`,
    );
  };

  it("are zero where a district that is counted by month has no row, and need no count of the city", () => {
    const rows = [...monthly("D0", () => 5), ...monthly("D1", (n) => (n < 3 ? 0 : 6))];
    expect(statesOf(rows)).toContain("D1 2022-Q1: zero");
    expect(statesOf(rows)).toContain("D0 2022-Q1: 15");
    expect(statesOf(rows)).toHaveLength(8);
  });

  it("are none where a district is not counted by month at all", () => {
    const rows = [...monthly("D0", () => 5), outcomeRow({ areaCode: "D1" }, 60)];
    expect(statesOf(rows)).toEqual([]);
  });
});
