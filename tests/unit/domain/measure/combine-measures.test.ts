import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Addition, addMeasures } from "#domain/measure/add-measures.ts";
import {
  type DescribedMeasure,
  isSilence,
  numberOf,
  strongestSilence,
  unitRefusalsOf,
} from "#domain/measure/described-measure.ts";
import { divideMeasures, divideSeries } from "#domain/measure/divide-measures.ts";
import { type MeasureKind, measureKinds } from "#domain/measure/measure.ts";
import { yearPeriod } from "#domain/period/period.ts";

type Changes = Partial<Omit<DescribedMeasure, "kind">> & {
  kind?: MeasureKind;
  value?: number;
  estimated?: boolean;
  bound?: "lower" | "upper" | "open";
  interval?: { low: number; high: number; level: number; method: string };
};

const measure = (changes: Changes = {}): DescribedMeasure =>
  ({
    kind: "known",
    value: 10,
    estimated: false,
    definition: "requests",
    scope: "streets",
    unit: "request",
    period: yearPeriod(2024),
    sources: [1],
    ...changes,
  }) as DescribedMeasure;

const perCamera = { definition: "rate", unit: "request per camera-year" as const };
const cameras = (changes: Changes = {}) =>
  measure({ definition: "camera-years", unit: "camera-year", value: 4, sources: [2], ...changes });

const anyKind = fc.constantFrom(...measureKinds);
const anyMeasure = fc
  .record({ kind: anyKind, value: fc.integer({ min: 1, max: 1_000_000 }) })
  .map(({ kind, value }) => measure(kind === "known" ? { kind, value } : { kind }));

describe("a division", () => {
  it("carries unit, period, sources, estimate and the scope of both", () => {
    expect(divideMeasures(measure(), cameras({ estimated: true }), perCamera)).toEqual({
      ok: true,
      measure: {
        kind: "known",
        value: 2.5,
        estimated: true,
        definition: "rate",
        scope: "streets",
        unit: "request per camera-year",
        period: yearPeriod(2024),
        sources: [1, 2],
      },
    });
  });

  it("is refused with every reason: period, scope, nothing to divide by", () => {
    const refusals = (changes: Changes) => {
      const result = divideMeasures(measure(), cameras(changes), perCamera);
      return result.ok ? [] : result.refusals;
    };
    expect(refusals({ period: yearPeriod(2023) })).toEqual(["period-differs"]);
    expect(refusals({ scope: "all sites" })).toEqual(["scope-differs"]);
    expect(refusals({ scope: null })).toEqual(["scope-unknown"]);
    expect(refusals({ kind: "zero" })).toEqual(["nothing-to-divide-by"]);
    expect(refusals({ period: yearPeriod(2023), scope: null, value: -1 })).toEqual([
      "period-differs",
      "scope-unknown",
      "nothing-to-divide-by",
    ]);
  });

  it("sets aside only the refusals that it is told to, and never a division by zero", () => {
    const accepts = ["scope-unknown", "nothing-to-divide-by"] as const;
    const unknown = divideMeasures(measure(), cameras({ scope: null }), { ...perCamera, accepts });
    expect(unknown).toMatchObject({ ok: true, measure: { value: 2.5, scope: "streets" } });
    const zero = divideMeasures(measure(), cameras({ scope: null, kind: "zero" }), {
      ...perCamera,
      accepts,
    });
    expect(zero).toEqual({ ok: false, refusals: ["nothing-to-divide-by"] });
  });

  it("makes a silence of any silence, and a zero of a zero", () => {
    fc.assert(
      fc.property(anyMeasure, anyMeasure, (above, below) => {
        const result = divideMeasures(above, below, perCamera);
        if (!result.ok) {
          expect(result.refusals).toEqual(["nothing-to-divide-by"]);
          expect(numberOf(below)).toBe(0);
          return;
        }
        const silences = [above.kind, below.kind].filter(isSilence);
        if (silences.length > 0) {
          expect(result.measure.kind).toBe(strongestSilence(silences));
          expect(numberOf(result.measure)).toBeUndefined();
        } else if (above.kind !== "known") expect(result.measure.kind).toBe(above.kind);
        else expect(numberOf(result.measure)).toBe(above.value / (numberOf(below) ?? 0));
      }),
    );
  });

  it("turns what is at least into at most below the line, and says nothing when both sides miss parts", () => {
    const boundOf = (above?: Changes["bound"], below?: Changes["bound"]) => {
      const result = divideMeasures(
        measure(above ? { bound: above } : {}),
        cameras(below ? { bound: below } : {}),
        perCamera,
      );
      return result.ok && result.measure.kind === "known" ? result.measure.bound : "refused";
    };
    expect(boundOf()).toBeUndefined();
    expect(boundOf("lower")).toBe("lower");
    expect(boundOf(undefined, "lower")).toBe("upper");
    expect(boundOf("lower", "upper")).toBe("lower");
    expect(boundOf("lower", "lower")).toBe("open");
    expect(boundOf("open", "open")).toBe("open");
  });

  it("holds every quotient of the ends of both intervals, and keeps the less complete completeness", () => {
    const interval = (low: number, high: number, method: string) => ({
      low,
      high,
      level: 0.95,
      method,
    });
    const result = divideMeasures(
      measure({
        interval: interval(8, 12, "Garwood"),
        completeness: { counted: 8, expected: 9, of: "families" },
      }),
      cameras({
        interval: interval(0, 5, "Byar"),
        completeness: { counted: 1, expected: 2, of: "months" },
      }),
      perCamera,
    );
    expect(result).toMatchObject({
      ok: true,
      measure: {
        interval: { low: 8 / 5, high: Number.POSITIVE_INFINITY, method: "Byar + Garwood" },
        completeness: { counted: 1, expected: 2, of: "months" },
      },
    });
    const level = result.ok && result.measure.kind === "known" && result.measure.interval?.level;
    expect(level).toBeCloseTo(0.9, 12);
    const zeroEnd = divideMeasures(
      measure({ interval: interval(0, 12, "Garwood") }),
      cameras({ interval: interval(0, 5, "Byar") }),
      { ...perCamera, times: 1000 },
    );
    expect(zeroEnd).toMatchObject({ measure: { interval: { low: 0 }, value: 2500 } });
  });

  it("holds the point within its interval, whatever the intervals of the two", () => {
    const part = fc.tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.float({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(part, part, ([above, spreadAbove], [below, spreadBelow]) => {
        const around = (value: number, spread: number) => ({
          low: value * (1 - spread),
          high: value * (1 + spread),
          level: 0.95,
          method: "any",
        });
        const result = divideMeasures(
          measure({ value: above, interval: around(above, spreadAbove) }),
          cameras({ value: below, interval: around(below, spreadBelow) }),
          perCamera,
        );
        if (!result.ok || result.measure.kind !== "known") throw new Error("refused");
        const { value, interval } = result.measure;
        expect(interval?.low).toBeLessThanOrEqual(value * (1 + 1e-12));
        expect(interval?.high).toBeGreaterThanOrEqual(value * (1 - 1e-12));
      }),
    );
  });
});

describe("a series divided by another", () => {
  const year = (y: number, changes: Changes = {}) => measure({ period: yearPeriod(y), ...changes });
  const fleet = (y: number, changes: Changes = {}) =>
    cameras({ period: yearPeriod(y), ...changes });

  it("divides period by period, the earliest first, without a break where only time changes", () => {
    const { points, breaks } = divideSeries(
      [year(2024), year(2023)],
      [fleet(2023), fleet(2024, { value: 5 })],
      perCamera,
    );
    expect(points.map(({ result }) => result.ok && numberOf(result.measure))).toEqual([2.5, 2]);
    expect(breaks).toEqual([]);
  });

  it("names a definition or a scope that changes on either side, and a period without its denominator", () => {
    const { points, breaks } = divideSeries(
      [year(2014), year(2024, { definition: "requisitions" })],
      [fleet(2014), fleet(2025, { scope: "all sites" })],
      perCamera,
    );
    expect(breaks).toEqual(["definition-changes"]);
    expect(points[1]?.result).toEqual({ ok: false, refusals: ["period-differs"] });
    expect(divideSeries([year(2014)], [fleet(2014)], perCamera).breaks).toEqual([]);
    const moved = [fleet(2014), fleet(2024, { scope: "all sites" })];
    expect(divideSeries([year(2014), year(2024)], moved, perCamera).breaks).toEqual([
      "scope-changes",
    ]);
    expect(divideSeries([year(2014)], [], perCamera).points).toEqual([]);
  });
});

describe("an addition", () => {
  const sum = (measures: readonly DescribedMeasure[], addition: Addition = "parts") =>
    addMeasures(measures, addition);
  const refusalsOf = (measures: readonly DescribedMeasure[], addition: Addition = "parts") => {
    const result = sum(measures, addition);
    return result.ok ? [] : result.refusals;
  };

  it("is refused where unit, currency, VAT, definition, scope or period differ, and where there is nothing", () => {
    expect(refusalsOf([])).toEqual(["nothing-to-add"]);
    expect(refusalsOf([measure(), measure({ unit: "fine" })])).toEqual(["unit-differs"]);
    const euros = measure({ unit: "cents EUR excl. VAT" });
    expect(refusalsOf([euros, measure({ unit: "cents GBP incl. VAT" })])).toEqual([
      "currency-differs",
      "vat-differs",
    ]);
    expect(refusalsOf([measure(), measure({ definition: "other", scope: null })])).toEqual([
      "definition-differs",
      "scope-unknown",
    ]);
    expect(refusalsOf([measure(), measure({ period: yearPeriod(2025) })])).toEqual([
      "period-differs",
    ]);
  });

  it("tells money from what is not, and per camera from in all", () => {
    expect(unitRefusalsOf("cents EUR excl. VAT", "request")).toEqual(["unit-differs"]);
    expect(unitRefusalsOf("request", "cents EUR excl. VAT")).toEqual(["unit-differs"]);
    expect(unitRefusalsOf("cents EUR excl. VAT", "cents EUR excl. VAT per camera-year")).toEqual([
      "unit-differs",
    ]);
    expect(unitRefusalsOf("cents EUR excl. VAT", "cents EUR incl. VAT")).toEqual(["vat-differs"]);
  });

  it("over time takes periods that follow one another, without gap or overlap", () => {
    const months = [
      measure({ period: { from: "2024-02-01", to: "2024-02-29" } }),
      measure({ period: { from: "2024-01-01", to: "2024-01-31" } }),
    ];
    expect(sum(months, "time")).toMatchObject({
      ok: true,
      measure: { value: 20, period: { from: "2024-01-01", to: "2024-02-29" } },
    });
    const gap = [measure(), measure({ period: yearPeriod(2026) })];
    expect(refusalsOf(gap, "time")).toEqual(["periods-do-not-follow"]);
    expect(refusalsOf([measure(), measure()], "time")).toEqual(["periods-do-not-follow"]);
  });

  it("never takes a silence for 0: the rest is at least that, and says how much of it is counted", () => {
    expect(sum([measure(), measure({ kind: "not-communicated", sources: [3] })])).toMatchObject({
      ok: true,
      measure: {
        kind: "known",
        value: 10,
        bound: "lower",
        completeness: { counted: 1, expected: 2, of: "parts" },
        sources: [1, 3],
      },
    });
    expect(sum([measure({ kind: "zero" }), measure({ kind: "not-collected" })])).toMatchObject({
      measure: { kind: "not-collected", completeness: { counted: 1, expected: 2 } },
    });
    expect(sum([measure({ kind: "zero" }), measure({ kind: "declared-zero" })])).toMatchObject({
      measure: { kind: "declared-zero" },
    });
    expect(sum([measure({ kind: "zero" })])).toMatchObject({ measure: { kind: "zero" } });
  });

  it("adds completeness of one kind, estimates, bounds and the ends of intervals", () => {
    const part = (changes: Changes) =>
      measure({ completeness: { counted: 3, expected: 4, of: "months" }, ...changes });
    const interval = { low: 5, high: 20, level: 0.95, method: "Garwood" };
    expect(
      sum([part({ interval }), part({ value: 2, estimated: true, bound: "upper" })]),
    ).toMatchObject({
      measure: {
        value: 12,
        estimated: true,
        bound: "upper",
        completeness: { counted: 6, expected: 8, of: "months" },
        interval: { low: 7, high: 22, level: 0.95, method: "Garwood" },
      },
    });
    const mixed = sum([part({ bound: "upper" }), measure({ kind: "withheld" })]);
    expect(mixed).toMatchObject({ measure: { bound: "open", completeness: { of: "parts" } } });
  });

  it("gives the same in any order, and the sum of the numbers", () => {
    fc.assert(
      fc.property(fc.array(anyMeasure, { minLength: 1, maxLength: 6 }), fc.nat(), (parts, turn) => {
        const at = turn % parts.length;
        const result = sum(parts);
        expect(sum([...parts.slice(at), ...parts.slice(0, at)])).toEqual(result);
        if (!result.ok) throw new Error("refused");
        const known = parts.filter(({ kind }) => kind === "known");
        const total = parts.reduce((all, part) => all + (numberOf(part) ?? 0), 0);
        if (known.length > 0) expect(numberOf(result.measure)).toBe(total);
        else expect(result.measure.kind).not.toBe("known");
        const hasSilence = parts.some(({ kind }) => isSilence(kind));
        expect(result.measure.completeness !== undefined).toBe(hasSilence);
      }),
    );
  });
});

it("two currencies with the same VAT differ by their currency alone", () => {
  expect(unitRefusalsOf("cents EUR excl. VAT", "cents CHF excl. VAT")).toEqual([
    "currency-differs",
  ]);
});
