import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditFamily, confirmFamily } from "#domain/disclosure/audit-family.ts";
import {
  linkEarlierPublications,
  readablePart,
} from "#domain/disclosure/link-earlier-publications.ts";
import { linkStages } from "#domain/disclosure/link-stages.ts";
import { primaryCells } from "#domain/disclosure/linked-family.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import {
  outcomeYearFamily,
  type PublishedOutcome,
  publishOutcomeYear,
} from "#domain/disclosure/publish-outcome-year.ts";
import { areLinked, judgingRank, stageLinks } from "#domain/disclosure/stage-links.ts";
import { suppressCells } from "#domain/disclosure/suppress-cells.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";
import { funnelStages } from "#domain/outcome/funnel-stages.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { outcomeRow } from "./outcome-rows.ts";
import { k, standing } from "./published-year.ts";
import { tableWithMargins } from "./small-tables.ts";

const solver = await loadHighsSolver();
type Judged = { stage: string; rows: readonly OutcomeRow[]; outcomes: readonly PublishedOutcome[] };

const asked = (rows: readonly OutcomeRow[]) => ({
  funnel: "footage-review" as const,
  year: 2022,
  isOver: true,
  rows: new Map([[2022, rows]]),
});

/** Judges stages one after the other, each beside those before it, as a release does. */
function judge(stages: readonly (readonly [string, readonly OutcomeRow[]])[]): Judged[] {
  const judged: Judged[] = [];
  for (const [n, [stage, rows]] of stages.entries()) {
    const beside = [
      ...judged.map((one) => standing(one.stage, one.rows, one.outcomes)),
      ...stages.slice(n + 1).map(([later, coming]) => standing(later, coming, [])),
    ];
    const result = publishOutcomeYear(
      { ...asked(rows), earlier: [], stage, standing: beside },
      solver,
    );
    judged.push({ stage, rows, outcomes: result.kind === "published" ? result.outcomes : [] });
  }
  return judged;
}

const alone = (stages: readonly (readonly [string, readonly OutcomeRow[]])[]) =>
  stages.map(([stage, rows]): Judged => {
    const result = publishOutcomeYear({ ...asked(rows), earlier: [] }, solver);
    return { stage, rows, outcomes: result.kind === "published" ? result.outcomes : [] };
  });

/** All stages with their differences, attacked at once: what a reader of every page knows. */
function attack(judged: readonly Judged[]) {
  const last = judged.at(-1);
  if (!last) throw new Error("no stage");
  const beside = judged.slice(0, -1).map((one) => standing(one.stage, one.rows, one.outcomes));
  // A table of which nothing is shown, zeros neither, says nothing of its cells.
  const family = readablePart(standing(last.stage, last.rows, last.outcomes));
  const linked = linkStages(
    linkEarlierPublications(family, []),
    {
      family,
      funnel: "footage-review",
      stage: last.stage,
      standing: beside,
      alreadyPublic: new Set(),
    },
    k,
  );
  const shown = standing(last.stage, last.rows, last.outcomes).published;
  const isShown = (id: string) => ["published", "zero"].includes(shown.get(id)?.state ?? "");
  const hidden = linked.cells.filter((cell) => !cell.frozen && !isShown(cell.id));
  return auditFamily(linked, new Set(hidden.map(({ id }) => id)), k, solver).verdict;
}

const cells = ({ outcomes }: Judged) =>
  outcomes.map(({ place, state, value }) =>
    [place.areaCode ?? place.areaKind, place.category, place.period, value ?? state].join(" "),
  );

describe("two stages of one funnel", () => {
  const stages = [
    ["requested", [outcomeRow({}, 20)]],
    ["available", [outcomeRow({}, 18)]],
  ] as const;

  it("published one by one give away by subtraction the 2 that were lost between them", () => {
    expect(attack(alone(stages))).toBe("disclosed");
  });

  it("are not both published where few were lost: the later one is withheld", () => {
    const judged = judge(stages);
    expect(judged.map(cells)).toEqual([["city  2022 20"], ["city  2022 withheld"]]);
    expect(attack(judged)).toBe("protected");
  });

  it("are both published where none was lost, or five and more", () => {
    for (const available of [20, 15, 7, 0]) {
      const judged = judge([stages[0], ["available", [outcomeRow({}, available)]]]);
      expect(judged.map(({ outcomes }) => outcomes[0]?.state)).not.toContain("withheld");
      expect(attack(judged)).toBe("protected");
    }
  });

  it("hide no more than what the difference takes: one month withheld takes another with it, and the year stays", () => {
    const months = (counts: readonly number[]) =>
      counts.map((count, n) =>
        outcomeRow({ period: `2022-${String(n + 1).padStart(2, "0")}` }, count),
      );
    const judged = judge([
      ["requested", months([30, 30, 30, 30, 30, 30])],
      ["available", months([28, 20, 20, 20, 20, 20])],
    ]);
    const said = cells(judged[1] as Judged);
    expect(said).toContain("city  2022 128");
    expect(said).toContain("city  2022-01 withheld");
    expect(said.filter((one) => one.endsWith("withheld"))).toHaveLength(2);
    expect(attack(judged)).toBe("protected");
  });

  it("are not linked where the later counts more than the earlier: they do not count the same events", () => {
    const judged = judge([
      ["requested", [outcomeRow({}, 20)]],
      ["available", [outcomeRow({}, 22)]],
    ]);
    expect(judged.flatMap(cells)).toEqual(["city  2022 20", "city  2022 22"]);
  });

  it("are both hidden where the first would bound the second: at most 5, hence 1 to 5", () => {
    const judged = judge([
      ["requested", [outcomeRow({}, 5)]],
      ["available", [outcomeRow({}, 3)]],
    ]);
    expect(judged.flatMap(cells)).toEqual(["city  2022 withheld", "city  2022 withheld"]);
    expect(attack(judged)).toBe("protected");
  });
});

describe("a stage with results", () => {
  const results = ["relevant", "nothing"];
  const rows = (counts: readonly (readonly number[])[]) =>
    counts.flatMap((row, d) =>
      row.map((count, r) => outcomeRow({ areaCode: `D${d}`, result: results[r] ?? null }, count)),
    );

  it("is linked by its totals alone: of how its events ended, other stages say nothing", () => {
    const judged = judge([
      [
        "requested",
        rows([
          [12, 20],
          [0, 3],
          [9, 14],
        ]),
      ],
      [
        "contributed",
        [
          ["D0", 11],
          ["D1", 2],
          ["D2", 8],
        ].map(([areaCode, count]) => outcomeRow({ areaCode: String(areaCode) }, Number(count))),
      ],
    ]);
    expect(attack(judged)).toBe("protected");
    // None of three found anything: that zero is how each of them ended, and is withheld beside the three.
    const of = (result: string) =>
      judged[0]?.outcomes.find(({ place }) => place.areaCode === "D1" && place.result === result)
        ?.state;
    expect(results.map(of)).toEqual(["withheld", "withheld"]);
    const linked = linkStages(
      linkEarlierPublications(standing("contributed", judged[1]?.rows ?? [], []).family, []),
      {
        family: standing("contributed", judged[1]?.rows ?? [], []).family,
        funnel: "footage-review",
        stage: "contributed",
        standing: [standing("requested", judged[0]?.rows ?? [], judged[0]?.outcomes ?? [])],
        alreadyPublic: new Set(),
      },
      k,
    );
    const differences = linked.cells.filter(({ id }) => id.includes(" − "));
    expect(differences.length).toBeGreaterThan(0);
    for (const { id } of differences) expect(id).not.toMatch(/relevant|nothing/);
  });
});

describe("a count beside five that are public", () => {
  it("is withheld with all of its stage, for it is at most five and at least one", () => {
    const requested = [outcomeRow({}, 5)];
    const [five] = alone([["requested", requested]]) as [Judged];
    const result = publishOutcomeYear(
      {
        ...asked([outcomeRow({}, 3)]),
        earlier: [],
        stage: "contributed",
        standing: [standing("requested", requested, five.outcomes)],
      },
      solver,
    );
    expect(result.kind).toBe("withheld");
  });
});

describe("a difference that was told before", () => {
  it("is no longer anyone's to hide: the counts stay as they stand", () => {
    const requested = [outcomeRow({}, 20)];
    const available = [outcomeRow({}, 18)];
    const [one, other] = alone([
      ["requested", requested],
      ["available", available],
    ]) as [Judged, Judged];
    const before = standing("available", available, other.outcomes);
    const result = publishOutcomeYear(
      {
        ...asked(available),
        earlier: [before],
        stage: "available",
        standing: [standing("requested", requested, one.outcomes)],
      },
      solver,
    );
    expect(result.kind === "published" && result.outcomes[0]).toMatchObject({ value: 18 });
  });

  it("holds a revision that would tell another few: 18 of 20 after 12 of 20", () => {
    const requested = [outcomeRow({}, 20)];
    const [one] = alone([["requested", requested]]) as [Judged];
    const first = [outcomeRow({}, 12)];
    const [old] = alone([["available", first]]) as [Judged];
    const result = publishOutcomeYear(
      {
        ...asked([outcomeRow({}, 18)]),
        earlier: [standing("available", first, old.outcomes)],
        stage: "available",
        standing: [standing("requested", requested, one.outcomes)],
      },
      solver,
    );
    const shown = result.kind === "published" ? result.outcomes[0]?.state : result.kind;
    expect(["withheld", "held"]).toContain(shown);
  });
});

const rowsOf = (table: readonly (readonly number[])[]) => [
  ...table.flatMap((row, d) =>
    row.map((count, c) => outcomeRow({ areaCode: `D${d}`, category: `c${c}` }, count)),
  ),
  ...(table[0] ?? []).map((_, c) =>
    outcomeRow(
      { category: `c${c}` },
      table.reduce((sum, row) => sum + (row[c] ?? 0), 0),
    ),
  ),
];

describe("districts and categories of two stages", () => {
  it("never give away a few events by any sum or difference, whatever was counted", () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 100 }))
      .map(([all, share]) => [all, Math.round((all * share) / 100)] as const);
    const table = fc.array(fc.array(pair, { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 3,
    });
    let naive = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const stages = [
          ["requested", rowsOf(counts.map((row) => row.map(([all]) => all)))],
          ["contributed", rowsOf(counts.map((row) => row.map(([, some]) => some)))],
        ] as const;
        expect(attack(judge(stages))).toBe("protected");
        if (attack(alone(stages)) === "disclosed") naive += 1;
      }),
      {
        numRuns: 40,
        examples: [
          [
            [
              [
                [31, 30],
                [3, 1],
              ],
              [
                [10, 9],
                [25, 1],
              ],
            ],
          ],
        ],
      },
    );
    expect(naive).toBeGreaterThan(0);
  });
});

describe("two dense stages", () => {
  const random = (seed: number) => seededRandom(seed, "dense stages");
  const denseStages = (seed: number, districts: number, categories: number, share: number) => {
    const draw = random(seed);
    const requested = Array.from({ length: districts }, () =>
      Array.from({ length: categories }, (_, c) => Math.floor(draw.uniform() ** 2 * (60 - 3 * c))),
    );
    const contributed = requested.map((row) => row.map((count) => draw.binomial(count, share)));
    return { requested, contributed };
  };
  const finest = ({ outcomes }: Judged) =>
    outcomes.filter(({ place }) => place.table === "district-category");
  const judged = ({ requested, contributed }: ReturnType<typeof denseStages>) =>
    judge([
      ["requested", rowsOf(requested)],
      ["contributed", rowsOf(contributed)],
    ]);

  it("give away nothing by any sum or difference, and what is shown is as it was counted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(0.2, 0.5, 0.8),
        (seed, share) => {
          const counts = denseStages(seed, 7, 6, share);
          const both = judged(counts);
          expect(attack(both)).toBe("protected");
          [counts.requested, counts.contributed].forEach((table, stage) => {
            const total = table.flat().reduce((sum, count) => sum + count, 0);
            const shown = both[stage]?.outcomes ?? [];
            expect(
              shown.find(({ place }) => place.areaKind === "city" && place.category === null)
                ?.value,
            ).toBe(total);
            for (const { place, value } of finest({ outcomes: shown } as Judged)) {
              const [d, c] = [place.areaCode, place.category].map((code) => Number(code?.slice(1)));
              if (value !== undefined) expect(value).toBe(table[d ?? -1]?.[c ?? -1]);
            }
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  it("keep the districts by category of the second, which hides little beyond what it must", () => {
    const counts = denseStages(2016, 20, 18, 0.5);
    const both = judged(counts);
    expect(attack(both)).toBe("protected");
    const [first, second] = both.map(finest);
    const isShown = (one: PublishedOutcome | undefined) => one?.state === "published";
    const must = counts.contributed.flatMap((row, d) =>
      row.filter((some, c) => {
        const lost = (counts.requested[d]?.[c] ?? 0) - some;
        const before = first?.find(
          ({ place }) => place.areaCode === `D${d}` && place.category === `c${c}`,
        );
        return (some > 0 && some < k) || (isShown(before) && lost > 0 && lost < k);
      }),
    ).length;
    const withheld = second?.filter(({ state }) => state === "withheld").length ?? 0;
    expect(second?.filter(isShown).length).toBeGreaterThan(90);
    expect(withheld).toBeGreaterThanOrEqual(must);
    expect(withheld).toBeLessThan(must * 1.25);
  });

  it("protect one event lost out of a hidden three, which may be none, where it cannot go up by five", () => {
    // Of seven, three and four are hidden: the three are six at most. One lost of them is five at most, none at least.
    const cells = [
      { id: "asked", count: 7, frozen: true },
      { id: "here", count: 3, internal: true, isProven: true },
      { id: "elsewhere", count: 4, internal: true, isProven: true },
      { id: "found", count: 2 },
      { id: "lost", count: 1, internal: true, mayBeZero: true },
    ];
    const equations = [
      { total: "asked", parts: ["here", "elsewhere"] },
      { total: "here", parts: ["found", "lost"] },
    ];
    const result = suppressCells({ cells, equations }, { solver });
    expect(result.kind === "published" && result.cells.get("found")).toEqual({ state: "withheld" });
    const hidden = new Set(cells.slice(1).map(({ id }) => id));
    expect(auditFamily({ cells, equations }, hidden, k, solver).primaries).toContainEqual({
      id: "lost",
      low: 0,
      high: 5,
      isProtected: true,
    });
  });
});

describe("the verdict with fewer programs", () => {
  it("is that of the whole audit, whatever is hidden", () => {
    const table = fc.array(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }),
      { minLength: 3, maxLength: 3 },
    );
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(table, fc.array(fc.nat(8), { maxLength: 8 }), (rows, more) => {
        const family = tableWithMargins(rows);
        const hidden = primaryCells(family, k);
        for (const index of more) {
          const cell = family.cells[index];
          if (cell && cell.count > 0) hidden.add(cell.id);
        }
        const { verdict } = auditFamily(family, hidden, k, solver);
        expect(confirmFamily(family, hidden, k, solver).verdict).toBe(verdict);
        verdicts.add(verdict);
      }),
      { numRuns: 150 },
    );
    expect(verdicts.size).toBe(2);
  });

  it("counts a cell without bound as protected, and refuses what contradicts itself", () => {
    const alone = { cells: [{ id: "a", count: 3 }], equations: [] };
    expect(confirmFamily(alone, new Set(["a"]), k, solver).verdict).toBe("protected");
    const cells = [
      { id: "t", count: 9, frozen: true },
      { id: "u", count: 8, frozen: true },
      { id: "a", count: 3 },
      { id: "b", count: 6 },
    ];
    const equations = [
      { total: "t", parts: ["a", "b"] },
      { total: "u", parts: ["a", "b"] },
    ];
    expect(() => confirmFamily({ cells, equations }, new Set(["a", "b"]), k, solver)).toThrow(
      "contradict",
    );
  });
});

describe("stages", () => {
  it("are linked where the later counts some of the events of the earlier", () => {
    expect(areLinked("footage-review", "requested", "contributed")).toBe(true);
    expect(areLinked("footage-review", "available", "requested")).toBe(true);
    expect(areLinked("rights", "granted", "refused")).toBe(true);
    expect(areLinked("rights", "received", "complaints")).toBe(false);
    expect(areLinked("footage-review", "requested", "requested")).toBe(false);
    expect(areLinked("recorded-offences", "requested", "available")).toBe(false);
    // What was opened less what was cleared is investigations; arrests are neither.
    expect(areLinked("investigations", "opened", "cleared")).toBe(true);
    expect(areLinked("investigations", "opened", "arrests")).toBe(false);
  });

  it("are judged from the first, then what came of it, then what is between", () => {
    const order = ["usable", "elsewhere", "contributed", "available", "requested"].sort(
      (a, b) => judgingRank("footage-review", a) - judgingRank("footage-review", b),
    );
    expect(order).toEqual(["requested", "contributed", "available", "usable", "elsewhere"]);
  });

  it("of a whole in two parts leave what is pending: 30 received, 15 granted, 12 refused are 3", () => {
    const right = (rows: readonly OutcomeRow[]) => ({ ...asked(rows), funnel: "rights" as const });
    const family = (rows: readonly OutcomeRow[]) => outcomeYearFamily(right(rows));
    const stageOf = (stage: string, count: number) => ({
      ...standing(stage, [outcomeRow({}, count)], []),
      published: new Map(
        family([outcomeRow({}, count)]).cells.map(({ id }) => [
          id,
          { state: "published" as const, count },
        ]),
      ),
    });
    const refused = family([outcomeRow({}, 12)]);
    const linked = linkStages(
      linkEarlierPublications(refused, []),
      {
        family: refused,
        funnel: "rights",
        stage: "refused",
        standing: [stageOf("received", 30), stageOf("granted", 15)],
        alreadyPublic: new Set(),
      },
      k,
    );
    const primaries = [...primaryCells(linked, k)];
    expect(primaries).toHaveLength(1);
    expect(linked.cells.find(({ id }) => id === primaries[0])?.count).toBe(3);
  });
});

describe("the stages that are linked", () => {
  it("are those of the funnel that the page draws, each with all that come after, from the first that counts the same events", () => {
    const linked = stageLinks["footage-review"].map(({ whole, parts }) => [whole, ...parts]);
    expect(linked).toHaveLength((7 * 6) / 2);
    expect(linked[0]).toEqual(["requested", "available"]);
    expect(linked.at(-1)).toEqual(["cleared", "arrested"]);
    const named = new Set(linked.flat());
    expect(funnelStages["footage-review"].filter((stage) => !named.has(stage))).toEqual([
      "recorded",
      "covered",
    ]);
    const drawn = (funnel: "live-monitoring" | "video-fines") =>
      new Set(stageLinks[funnel].flatMap(({ whole, parts }) => [whole, ...parts]));
    for (const funnel of ["live-monitoring", "video-fines"] as const)
      expect(drawn(funnel)).toEqual(new Set(funnelStages[funnel]));
  });
});

describe("one stage counted twice: in two scopes, or by two definitions", () => {
  /** Two counts of requests, judged one after the other, each beside the other. */
  const twice = (first: readonly OutcomeRow[], second: readonly OutcomeRow[]) => {
    const named = (
      key: string,
      rows: readonly OutcomeRow[],
      outcomes: readonly PublishedOutcome[],
    ) => ({
      ...standing("requested", rows, outcomes),
      key,
    });
    const one = publishOutcomeYear(
      { ...asked(first), earlier: [], stage: "requested", standing: [named("second", second, [])] },
      solver,
    );
    const outcomes = one.kind === "published" ? one.outcomes : [];
    const other = publishOutcomeYear(
      {
        ...asked(second),
        earlier: [],
        stage: "requested",
        standing: [named("first", first, outcomes)],
      },
      solver,
    );
    return {
      one: outcomes,
      other: other.kind === "published" ? other.outcomes : [],
      log: other.kind === "published" ? other.log : undefined,
    };
  };
  const wholes = (outcomes: readonly PublishedOutcome[]) =>
    outcomes.map(({ value, state }) => value ?? state);

  it("do not give away by subtraction the 2 that are in one and not in the other", () => {
    const allSites = [outcomeRow({}, 20)];
    for (const streets of [18, 16]) {
      const { one, other } = twice(allSites, [outcomeRow({}, streets)]);
      expect([wholes(one), wholes(other)]).toEqual([[20], ["withheld"]]);
    }
    // The narrower scope may be judged first.
    expect(wholes(twice([outcomeRow({}, 18)], allSites).other)).toEqual(["withheld"]);
  });

  it("are both published where they are equal, or five and more apart", () => {
    for (const streets of [20, 15, 6]) {
      const { one, other } = twice([outcomeRow({}, 20)], [outcomeRow({}, streets)]);
      expect([wholes(one), wholes(other)]).toEqual([[20], [streets]]);
    }
  });

  it("are not linked where each counts more than the other somewhere: neither holds the other", () => {
    const months = (counts: readonly number[]) =>
      counts.map((count, n) => outcomeRow({ period: `2022-0${n + 1}` }, count));
    const { other } = twice(months([30, 20, 40]), months([28, 25, 35]));
    expect(wholes(other)).toEqual([88, 28, 25, 35]);
  });

  it("never give away a few events by their difference, in any district or category", () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }))
      .map(([part, more]) => [part + more, part] as const);
    const table = fc.array(fc.array(pair, { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 3,
    });
    let naive = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const [wide, narrow] = [0, 1].map((scope) =>
          rowsOf(counts.map((row) => row.map((both) => both[scope] ?? 0))),
        ) as [OutcomeRow[], OutcomeRow[]];
        const { one, other, log } = twice(wide, narrow);
        const key = ({ place }: PublishedOutcome) =>
          [place.areaCode ?? place.areaKind, place.category, place.period].join();
        const first = new Map(one.map((cell) => [key(cell), cell]));
        for (const cell of other) {
          const beside = first.get(key(cell));
          if (cell.value === undefined || beside?.value === undefined) continue;
          const difference = beside.value - cell.value;
          expect(difference === 0 || difference >= k).toBe(true);
        }
        if (log) expect(auditFamily(log.attacked, log.hidden, k, solver).verdict).toBe("protected");
        naive += counts
          .flat()
          .filter(([all, part]) => part >= k && all > part && all - part < k).length;
      }),
      { numRuns: 40 },
    );
    expect(naive).toBeGreaterThan(0);
  });
});
