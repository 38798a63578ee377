import { describe, expect, it } from "vitest";
import { picturePalettes } from "#formats/chart/palettes.ts";
import { drawPlan, type PlanPoint } from "#formats/svg/draw-plan.ts";

const look = { width: 600, palette: picturePalettes.light, id: "p" };
const plan = { name: "Plan", areas: [], points: [] as PlanPoint[] };

/** Deterministic points over a square of a tenth of a degree. */
const scattered = (count: number): PlanPoint[] =>
  Array.from({ length: count }, (_, i) => ({
    longitude: 4 + ((i * 7919) % 10_007) / 100_070,
    latitude: 45 + ((i * 104_729) % 10_009) / 100_090,
    count: 1,
  }));
const dotsOf = (svg: string) => svg.match(/h0/g)?.length ?? 0;

describe("a plan", () => {
  it("is not drawn of nothing", () => {
    expect(drawPlan(plan, look)).toBeUndefined();
  });

  it("draws a dot for each of a few points", () => {
    const { svg = "" } = drawPlan({ ...plan, points: scattered(50) }, look) ?? {};
    expect(dotsOf(svg)).toBe(50);
  });

  it("gathers a hundred thousand points into at most 600 dots, the fuller the larger", () => {
    const { svg = "" } = drawPlan({ ...plan, points: scattered(100_000) }, look) ?? {};
    expect(dotsOf(svg)).toBeGreaterThan(100);
    expect(dotsOf(svg)).toBeLessThanOrEqual(600);
    expect(svg).toContain('stroke-width="18"');
    expect(svg.length).toBeLessThan(20_000);
  });

  it("stays finite for a single point and for outlines that are none", () => {
    const drawn = drawPlan(
      {
        ...plan,
        outline: { type: "Nonsense", coordinates: "x" },
        areas: [{ geometry: null, name: "<b>" }],
        chosen: { longitude: 4, latitude: 45 },
      },
      look,
    );
    expect(drawn?.svg).not.toMatch(/NaN|Infinity|<b>/);
  });
});
