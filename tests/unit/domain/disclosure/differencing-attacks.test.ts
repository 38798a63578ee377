import { beforeAll, describe, expect, it } from "vitest";
import {
  type PublishedOutcome,
  publishOutcomeYear,
} from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { districtsByCategory, outcomeRow } from "./outcome-rows.ts";
import { isSafe, k, publish, published, read } from "./published-year.ts";
import { hidingSmallCellsAlone } from "./reader.ts";

/** The reference table of the rule: 3 and 2 are small, and all margins are public. */
const solver = await loadHighsSolver();
const table = [
  [12, 3, 25, 8],
  [7, 14, 2, 19],
  [31, 9, 11, 6],
  [5, 22, 17, 0],
];
const small = [
  ["D0", "c1", 3],
  ["D1", "c2", 2],
] as const;

const publishedOrNothing = (ask: () => string) => {
  try {
    return ask();
  } catch {
    return "nothing";
  }
};

describe("Attack 1, subtracting from margins", () => {
  it("works out both small cells when they alone are hidden", () => {
    const naive = hidingSmallCellsAlone(published(districtsByCategory(table)), ({ place }) => {
      const [d, c] = [place.areaCode?.slice(1), place.category?.slice(1)];
      const rows = d === undefined ? table : [table[Number(d)] ?? []];
      return rows
        .flatMap((row) => (c === undefined ? row : [row[Number(c)] ?? 0]))
        .reduce((sum, count) => sum + count, 0);
    });
    for (const [district, category, count] of small) {
      expect(read(naive).bounds(district, category)).toEqual([count, count]);
    }
  });

  it("leaves them unknown to within k, below and above k, when the table is protected", () => {
    const reader = read(published(districtsByCategory(table)));
    for (const [district, category] of small) {
      expect(reader.cell(district, category).state).toBe("withheld");
      expect(reader.bounds(district, category)).toSatisfy(isSafe);
    }
    expect(reader.cell("city").value).toBe(191);
  });
});

describe("Attack 2, a month out of two years to date", () => {
  const months = [31, 28, 40, 22, 19, 25, 33, 30, 27, 24, 21];
  const monthRows = (counts: readonly number[], areaCode: string | null = null) =>
    counts.map((count, index) =>
      outcomeRow({ areaCode, period: `2022-${String(index + 1).padStart(2, "0")}` }, count),
    );

  it("tells nothing of a December with 3 events once January to November are public", () => {
    const first = monthRows(months);
    const november = { rows: first, outcomes: published(first) };
    expect(read(november.outcomes).cell("city").value).toBe(300);
    expect(publish(monthRows([...months, 3]), [november])).toBe("held");
  });

  it("publishes a December with 9, which is the difference of the two", () => {
    const first = monthRows(months);
    const november = { rows: first, outcomes: published(first) };
    const whole = published(monthRows([...months, 9]), [november]);
    expect(read(whole).cell("city").value).toBe(309);
    expect(read(whole).cell("city", null, "2022-12").value).toBe(9);
  });

  it("hides another month with a small one, so that the year does not give it back", () => {
    const reader = read(published(monthRows([31, 3, 40, 22, 19, 25, 33, 30, 27, 24, 21, 40])));
    expect(reader.cell("city").value).toBe(315);
    expect(reader.cell("city", null, "2022-02").state).toBe("withheld");
    expect(reader.bounds("city", null, "2022-02")).toSatisfy(isSafe);
  });

  it("finds no district before its year is over: two of them would give a month", () => {
    const parts = [...monthRows(months), ...monthRows(months, "D0")];
    const going = published(parts, [], [], false);
    expect(going.filter(({ place }) => place.areaKind !== "city")).toEqual([]);
  });

  it("tells nothing of a district's December with 3 that comes in after the year is over", () => {
    const first = [...monthRows(months), ...monthRows(months, "D0")];
    const november = { rows: first, outcomes: published(first) };
    expect(read(november.outcomes).cell("D0").value).toBe(300);
    const whole = [...monthRows([...months, 40]), ...monthRows([...months, 3], "D0")];
    const later = publish(whole, [november]);
    if (typeof later === "string") expect(later).toBe("held");
    else expect(read(later).cell("D0").value).not.toBe(303);
  });
});

describe("Attack 3, the difference between two releases of one file", () => {
  const first = { rows: districtsByCategory(table), outcomes: [] as PublishedOutcome[] };
  const revised = (by: number) => {
    const rows = table.map((row) => [...row]);
    rows[2] = [31 + by, 9, 11, 6];
    return districtsByCategory(rows);
  };
  beforeAll(() => {
    first.outcomes = published(first.rows);
  });

  it.each([1, 2, 4])("tells nothing of %d more events: the first release stands", (by) => {
    // Published as if it were the first, its total would tell of them.
    expect(read(published(revised(by))).cell("city").value).toBe(191 + by);
    expect(publish(revised(by), [first])).toBe("held");
  });

  it("tells of 30 more, and nothing that the first release hid", () => {
    const [before, after] = [read(first.outcomes), read(published(revised(30), [first]))];
    expect(after.cell("city").value).toBe(221);
    for (const one of first.outcomes.filter(({ state }) => state === "withheld")) {
      const area = one.place.areaCode ?? one.place.areaKind;
      const again = after.cell(area, one.place.category);
      const isChanged = area === "D2" && one.place.category === "c0";
      if (!isChanged) expect(again.state).toBe("withheld");
    }
    for (const [district, category] of small) {
      expect(before.bounds(district, category)).toSatisfy(isSafe);
      expect(after.bounds(district, category)).toSatisfy(isSafe);
    }
  });

  it("never moves a published figure by 1 to k − 1", () => {
    const after = read(published(revised(30), [first]));
    for (const { place, value } of first.outcomes) {
      if (value === undefined) continue;
      const now = after.cell(place.areaCode ?? place.areaKind, place.category).value ?? value;
      expect(now === value || Math.abs(now - value) >= k).toBe(true);
    }
  });
});

describe("Attack 4, the difference between two geographies", () => {
  it("does not give away what lies in the city and in no district", () => {
    const rows = districtsByCategory([[40], [25], [31]], [2]);
    const reader = read(published(rows));
    expect(reader.cell("city").value).toBe(98);
    expect(reader.cell("elsewhere").state).toBe("withheld");
    expect(reader.bounds("elsewhere")).toSatisfy(isSafe);
  });

  it("does not give a camera away as a street or a district of its own: it has a band", () => {
    const rows = [
      ...districtsByCategory([[40], [25]]),
      outcomeRow({ areaKind: "camera", areaCode: "C1" }, 38),
      outcomeRow({ areaKind: "camera-area", areaCode: "street" }, 2),
    ];
    const cameras = published(rows).filter(({ place }) => place.areaKind === "camera");
    expect(cameras).toMatchObject([{ state: "published", band: { from: 25, to: 49 } }]);
    expect(cameras[0]).not.toHaveProperty("value");
    expect(published(rows).some(({ place }) => place.areaCode === "street")).toBe(false);
  });
});

describe("Attack 5, a total less the categories that are published", () => {
  it("does not give away what no category holds", () => {
    const rows = [
      outcomeRow({}, 62),
      outcomeRow({ category: "theft" }, 40),
      outcomeRow({ category: "fraud" }, 20),
    ];
    const reader = read(published(rows));
    expect(reader.cell("city").value).toBe(62);
    expect(reader.cell("city", "*").state).toBe("withheld");
    expect(reader.bounds("city", "*")).toSatisfy(isSafe);
  });

  it("does not give away a category that is never published below the city", () => {
    const districts = [
      [40, 11],
      [25, 7],
      [31, 9],
    ].flatMap(([theft = 0, rape = 0], d) => [
      outcomeRow({ areaCode: `D${d}`, category: "theft" }, theft),
      outcomeRow({ areaCode: `D${d}`, category: "Viols" }, rape),
    ]);
    const city = [outcomeRow({ category: "theft" }, 96), outcomeRow({ category: "Viols" }, 27)];
    const reader = read(published([...districts, ...city]));
    for (const district of ["D0", "D1", "D2"]) {
      const shown = publishedOrNothing(() => reader.cell(district, "Viols").state);
      expect(["withheld", "nothing"]).toContain(shown);
    }
    expect(reader.cell("city", "Viols").value).toBe(27);
  });
});

describe("Offences that a district would give a victim's name to", () => {
  const rows = [
    ...["D0", "D1"].map((areaCode, d) => outcomeRow({ areaCode }, [40, 25][d] ?? 0)),
    outcomeRow({}, 65),
    outcomeRow({ areaKind: "camera", areaCode: "D0 a" }, 30),
  ];
  const areasOf = (named: string) => {
    const result = publishOutcomeYear(
      {
        ...{ funnel: "footage-review", stage: "requested", year: 2022, isOver: true, earlier: [] },
        named,
        rows: new Map([[2022, rows]]),
      },
      solver,
    );
    return result.kind === "published"
      ? [...new Set(result.outcomes.map(({ place }) => place.areaKind))]
      : [];
  };

  it("are published for the city alone where the definition says so, without any category", () => {
    expect(areasOf("requests Réquisitions judiciaires request streets")).toEqual([
      ...["city", "district", "camera"],
    ]);
    for (const named of [
      "Violences sexuelles constatées",
      "violences-sexuelles faits",
      "Réquisitions pour viols",
      "Violences intrafamiliales",
      "Requests after rape",
    ])
      expect(areasOf(named)).toEqual(["city"]);
  });
});
