import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditFamily } from "#domain/disclosure/audit-family.ts";
import { countBand } from "#domain/disclosure/count-band.ts";
import type { StandingStage } from "#domain/disclosure/link-stages.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import { cellId } from "#domain/disclosure/outcome-family.ts";
import {
  type PublishedOutcome,
  publishOutcomeYear,
} from "#domain/disclosure/publish-outcome-year.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { outcomeRow } from "./outcome-rows.ts";
import { districtsOfCameras, isSafe, k, publish, published, standing } from "./published-year.ts";

const solver = await loadHighsSolver();

type District = { cameras: readonly number[]; elsewhere: number };

const camera = (d: number, n: number, count: number) =>
  outcomeRow({ areaKind: "camera", areaCode: `D${d} ${n}` }, count);
const totalOf = ({ cameras, elsewhere }: District) => cameras.reduce((a, b) => a + b, elsewhere);

/** Districts whose cameras add up to them, less what no camera counts; and the city, which is its districts. */
function rowsOf(districts: readonly District[]): OutcomeRow[] {
  return [
    ...districts.flatMap((district, d) => [
      outcomeRow({ areaCode: `D${d}` }, totalOf(district)),
      ...district.cameras.map((count, n) => camera(d, n, count)),
    ]),
    outcomeRow(
      {},
      districts.reduce((sum, district) => sum + totalOf(district), 0),
    ),
  ];
}

const camerasOf = (outcomes: readonly PublishedOutcome[], district = "D0") =>
  outcomes.filter(
    ({ place }) => place.areaKind === "camera" && place.areaCode?.startsWith(`${district} `),
  );
const bandOf = ({ state, band }: PublishedOutcome) =>
  state === "zero" ? { from: 0, to: 0 } : band && { from: band.from, to: band.to ?? 1e9 };

/** What somebody finds who adds and subtracts bands from a public total, supposing that the cameras make the whole of it. */
function bySubtraction(total: number, bands: readonly { from: number; to: number }[]) {
  const sum = (end: "from" | "to") => bands.reduce((all, band) => all + band[end], 0);
  return bands.map(({ from, to }): [number, number] => [
    Math.max(from, total - (sum("to") - to)),
    Math.min(to, total - (sum("from") - from)),
  ]);
}

describe("Attack 4, a total less the bands of its cameras", () => {
  const district = { cameras: [11, 3], elsewhere: 0 };

  it("would tell that the second of two cameras has at most 4 of 14, were both bands public", () => {
    const bands = district.cameras.map((count) => bandOf(bandedAlone(count)));
    expect(bySubtraction(14, bands as { from: number; to: number }[])[1]).toEqual([1, 4]);
  });

  it("tells nothing: the bands of that district are withheld together, and its total stays", () => {
    const outcomes = published(rowsOf([district, { cameras: [60, 33], elsewhere: 0 }]));
    expect(camerasOf(outcomes).map(({ state }) => state)).toEqual(["withheld", "withheld"]);
    expect(camerasOf(outcomes, "D1").map(({ band }) => band?.from)).toEqual([50, 25]);
    const total = outcomes.find(({ place }) => place.areaCode === "D0");
    expect(total?.value).toBe(14);
  });

  it("withholds a camera without events with the others, so that its silence says nothing", () => {
    const outcomes = published(rowsOf([{ cameras: [11, 3, 0], elsewhere: 0 }]));
    expect(new Set(camerasOf(outcomes).map(({ state }) => state))).toEqual(new Set(["withheld"]));
  });

  it("does not tell that 2 events of a district were seen by none of its cameras", () => {
    const outcomes = published(rowsOf([{ cameras: [10], elsewhere: 2 }]));
    // 12 less a camera of 10 to 24 would be 2 at most.
    expect(camerasOf(outcomes)[0]?.state).toBe("withheld");
  });

  it("does not use a hidden district: 25 and more of 30 would leave 5 at most to the one beside it", () => {
    const outcomes = published(
      rowsOf([
        { cameras: [], elsewhere: 3 },
        { cameras: [27], elsewhere: 0 },
      ]),
    );
    expect(camerasOf(outcomes, "D1")[0]?.state).toBe("withheld");
  });

  it("gives no camera more than a total, where an event concerns several cameras", () => {
    const rows = [
      outcomeRow({ areaCode: "D0" }, 12),
      outcomeRow({}, 12),
      ...[11, 10, 12].map((count, n) => camera(0, n, count)),
    ];
    // Each is 10 to 12 of 12: what it did not concern is 2 at most.
    expect(new Set(camerasOf(published(rows)).map(({ state }) => state))).toEqual(
      new Set(["withheld"]),
    );
    const wide = [...rows, ...[60, 41].map((count, n) => camera(1, n, count))].concat(
      outcomeRow({ areaCode: "D1" }, 70),
      outcomeRow({}, 82),
    );
    const outcomes = published(wide.filter((row) => row.areaCode !== null || row.value === 82));
    expect(camerasOf(outcomes, "D1").map(({ band }) => band?.from)).toEqual([50, 25]);
  });

  it("does not attack what only a reader who knows more than the totals could: a camera in no district", () => {
    const rows = [outcomeRow({}, 90), outcomeRow({ areaKind: "camera", areaCode: "C1" }, 3)];
    const found = published(rows).find(({ place }) => place.areaCode === "C1");
    expect(found?.band).toEqual({ from: 1, to: 9 });
  });
});

function bandedAlone(count: number): PublishedOutcome {
  const [only] = published([outcomeRow({ areaKind: "camera", areaCode: "C1" }, count)]);
  if (!only) throw new Error("A camera alone has its band.");
  return only;
}

const districts = fc.array(
  fc.record({
    cameras: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 5,
    }),
    elsewhere: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
  }),
  { minLength: 1, maxLength: 4 },
);

describe("The bands of cameras beside totals", () => {
  it("never let a small count be bounded tighter than the rule, and the same bands unjudged do", () => {
    let [naive, given] = [0, 0];
    fc.assert(
      fc.property(districts, (drawn) => {
        const outcomes = publish(rowsOf(drawn));
        if (typeof outcomes === "string") return;
        drawn.forEach((district, d) => {
          const total = outcomes.find(({ place }) => place.areaCode === `D${d}`);
          const whole = total?.value;
          if (whole === undefined || district.elsewhere > 0) return;
          const isSmall = (n: number) =>
            (district.cameras[n] ?? 0) > 0 && (district.cameras[n] ?? 0) < k;
          const all = district.cameras.map((count) => {
            const { from, to = 1e9 } = countBand(count);
            return { from, to };
          });
          naive += bySubtraction(whole, all).filter(
            (ends, n) => isSmall(n) && !isSafe(ends),
          ).length;
          const read = camerasOf(outcomes, `D${d}`).map(bandOf);
          const bands = read.filter((band) => band !== undefined);
          expect([0, read.length]).toContain(bands.length);
          given += bands.length;
          bySubtraction(whole, bands).forEach((ends, n) => {
            if (isSmall(n)) expect(ends).toSatisfy(isSafe);
          });
        });
      }),
      { numRuns: 120 },
    );
    expect(naive).toBeGreaterThan(0);
    expect(given).toBeGreaterThan(0);
  });

  it("hold in the audit of the whole family, over a release that follows another too", () => {
    const change = fc.tuple(fc.nat(3), fc.nat(4), fc.integer({ min: -8, max: 15 }));
    fc.assert(
      fc.property(districts, change, (drawn, [d, n, by]) => {
        const rows = rowsOf(drawn);
        const first = publish(rows);
        if (typeof first === "string") return;
        const revised = drawn.map((district, i) => ({
          ...district,
          cameras: district.cameras.map((count, j) =>
            i === d && j === n ? Math.max(0, count + by) : count,
          ),
        }));
        const earlier = standing("requested", rows, first);
        const again = rowsOf(revised);
        const second = publishOutcomeYear(
          {
            ...{ funnel: "footage-review", stage: "requested", year: 2022, isOver: true },
            rows: new Map([[2022, again]]),
            earlier: [earlier],
            cameraDistricts: districtsOfCameras(again),
          },
          solver,
        );
        if (second.kind !== "published") return;
        const { attacked, hidden } = second.log;
        // Of a camera that never had a band nothing was said: what totals tell of it, no band can hide.
        const told = new Set(
          [...first, ...second.outcomes]
            .filter(
              ({ band, state, place }) => place.areaKind !== "camera" || band || state === "zero",
            )
            .map(({ place }) => cellId(place)),
        );
        const { primaries } = auditFamily(attacked, hidden, k, solver);
        expect(primaries.filter(({ id, isProtected }) => !isProtected && told.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("do not say that none of a camera's few requests was extracted (attack 6)", () => {
    const requests = [camera(0, 0, 3), camera(0, 1, 30), outcomeRow({}, 90)];
    const extracted = [camera(0, 0, 0), camera(0, 1, 12), outcomeRow({}, 40)];
    const beside = camerasOf(published(extracted, [], [requests]));
    expect(beside.map(({ state }) => state)).toEqual(["withheld", "withheld"]);
    const alone = camerasOf(published(extracted));
    expect(alone.map(({ state }) => state)).toEqual(["zero", "published"]);
  });

  it("are tied to another stage of the same camera, whose band is public", () => {
    const requests = [camera(0, 0, 12), outcomeRow({ areaCode: "D0" }, 40), outcomeRow({}, 40)];
    const first = published(requests);
    const rows = [camera(0, 0, 9), outcomeRow({ areaCode: "D0" }, 20), outcomeRow({}, 20)];
    const result = publishOutcomeYear(
      {
        ...{ funnel: "footage-review", stage: "extracted", year: 2022, isOver: true, earlier: [] },
        rows: new Map([[2022, rows]]),
        standing: [standing("requested", requests, first)],
        cameraDistricts: districtsOfCameras(rows),
      },
      solver,
    );
    if (result.kind !== "published") throw new Error("The stage is published.");
    expect(camerasOf(result.outcomes)[0]?.band).toEqual({ from: 1, to: 9 });
    const lost = result.log.attacked.cells.find(
      ({ id }) => id.includes(" − ") && id.includes("camera"),
    );
    expect(lost?.count).toBe(3);
  });

  it("are tied to the totals of another definition of the same stage, whichever is judged first", () => {
    const ofCameras = [camera(0, 0, 11), camera(0, 1, 3), camera(1, 0, 60)];
    const totals = [
      outcomeRow({ areaCode: "D0" }, 14),
      outcomeRow({ areaCode: "D1" }, 70),
      outcomeRow({}, 84),
    ];
    const judge = (rows: readonly OutcomeRow[], beside: StandingStage) => {
      const asked = {
        funnel: "footage-review",
        stage: "requested",
        year: 2022,
        isOver: true,
      } as const;
      const cameraDistricts = districtsOfCameras(ofCameras);
      const given = { ...asked, rows: new Map([[2022, rows]]), earlier: [], cameraDistricts };
      return publishOutcomeYear({ ...given, standing: [beside] }, solver);
    };
    const later = judge(ofCameras, standing("requested", totals, published(totals)));
    if (later.kind !== "published") throw new Error("The cameras are judged.");
    expect(camerasOf(later.outcomes).map(({ state }) => state)).toEqual(["withheld", "withheld"]);
    expect(camerasOf(later.outcomes, "D1").map(({ band }) => band?.from)).toEqual([50]);
    // The cameras' bands being public already, it is the district that is not told.
    const earlier = judge(totals, standing("requested", ofCameras, published(ofCameras)));
    const told = earlier.kind === "published" ? earlier.outcomes : [];
    expect(told.find(({ place }) => place.areaCode === "D0")?.value).toBeUndefined();
    if (earlier.kind !== "published") return;
    const { attacked, hidden } = earlier.log;
    expect(auditFamily(attacked, hidden, k, solver).verdict).toBe("protected");
  });

  it("are tied to the city alone where they are in no district, or it has no such total", () => {
    const ofCameras = [
      camera(0, 0, 11),
      outcomeRow({ areaKind: "camera", areaCode: "C9" }, 3),
      outcomeRow({}, 300),
    ];
    const totals = [outcomeRow({}, 14)];
    const result = publishOutcomeYear(
      {
        ...{ funnel: "footage-review", stage: "requested", year: 2022, isOver: true, earlier: [] },
        rows: new Map([[2022, ofCameras]]),
        standing: [standing("requested", totals, published(totals))],
        cameraDistricts: districtsOfCameras(ofCameras),
      },
      solver,
    );
    if (result.kind !== "published") throw new Error("The cameras are judged.");
    const states = result.outcomes
      .filter(({ place }) => place.areaKind === "camera")
      .map(({ state }) => state);
    // 14 less one of 10 to 24: only one of the two bands can be told.
    expect(states.toSorted()).toEqual(["published", "withheld"]);
  });

  it("bear on another definition's total one by one, where they exceed it together", () => {
    const ofCameras = [camera(0, 0, 11), camera(0, 1, 10), camera(0, 2, 40)];
    const totals = [outcomeRow({ areaCode: "D0" }, 12), outcomeRow({}, 12)];
    const result = publishOutcomeYear(
      {
        ...{ funnel: "footage-review", stage: "requested", year: 2022, isOver: true, earlier: [] },
        rows: new Map([[2022, ofCameras]]),
        standing: [standing("requested", totals, published(totals))],
        cameraDistricts: districtsOfCameras(ofCameras),
      },
      solver,
    );
    if (result.kind !== "published") throw new Error("The cameras are judged.");
    expect(new Set(camerasOf(result.outcomes).map(({ state }) => state))).toEqual(
      new Set(["withheld"]),
    );
  });

  it("give up after a bounded number of attacks: what is left is withheld", () => {
    const many = Array.from({ length: 60 }, () => ({ cameras: [11, 3], elsewhere: 0 }));
    const open = { cameras: [60, 33], elsewhere: 0 };
    const outcomes = published(rowsOf([...many, open]));
    expect(camerasOf(outcomes, "D3").map(({ state }) => state)).toEqual(["withheld", "withheld"]);
    expect(camerasOf(outcomes, "D60").map(({ state }) => state)).toEqual(["withheld", "withheld"]);
  });
});

describe("A year of cameras in a stage that the grid does not name", () => {
  const rows = new Map([[2022, [outcomeRow({}, 90), camera(0, 0, 40)]]]);
  const tablesOf = (
    stage: string,
    funnel: "footage-review" | "live-monitoring" = "footage-review",
  ) => {
    const result = publishOutcomeYear(
      { funnel, stage, year: 2022, isOver: true, rows, earlier: [] },
      solver,
    );
    return result.kind === "published" ? result.outcomes.map(({ place }) => place.table) : [];
  };

  it("is not published, nor what came of its footage; requests, extractions and reports are", () => {
    for (const stage of ["contributed", "arrested", "recorded", "covered", "usable"])
      expect(tablesOf(stage)).toEqual(["city-year"]);
    for (const stage of ["requested", "extracted"])
      expect(tablesOf(stage)).toEqual(["city-year", "camera-year"]);
    expect(tablesOf("reported", "live-monitoring")).toContain("camera-year");
    expect(tablesOf("resolved", "live-monitoring")).not.toContain("camera-year");
  });
});
