import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moneyAxis, tickWords } from "#formats/chart/axes.ts";
import type {
  BoundedAmount,
  ChartAmount,
  ChartSpec,
  SeriesRole,
} from "#formats/chart/chart-spec.ts";
import { drawChart } from "#formats/chart/draw-chart.ts";
import { pagePalette, picturePalettes } from "#formats/chart/palettes.ts";
import { examples, manyLines, oneLine, rangeDots, stackedYears, steps } from "./example-specs.ts";

const page = (spec: ChartSpec, width = 720) => drawChart(spec, { width, palette: pagePalette }).svg;

const roles: SeriesRole[] = ["data-1", "data-2", "data-3", "data-4", "data-5"];
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.NaN),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 220 }),
  fc.constantFrom(
    "<script>alert(1)</script>",
    "]]>",
    '" onload="x',
    "مرحبا بكم",
    "\ud800",
    "x".repeat(200),
    "",
  ),
);
const role = fc.constantFrom(...roles);
const axis = fc.record({
  locale: fc.constantFrom("fr", "en"),
  unit: words,
  per: fc.option(number, { nil: undefined }),
  scale: fc.constantFrom("linear" as const, "log" as const),
});
const amount: fc.Arbitrary<ChartAmount> = fc.oneof(
  fc.record({ value: number, words }),
  fc.record({ silence: words }),
);
const bounded: fc.Arbitrary<BoundedAmount> = fc.record(
  { value: number, low: number, high: number, words },
  { requiredKeys: ["words"] },
);
const base = { id: words, name: words, description: words };
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 6 });

const anySpec: fc.Arbitrary<ChartSpec> = fc.oneof(
  fc.record({
    ...base,
    form: fc.constant("stacked-years" as const),
    axis,
    parts: list(fc.record({ label: words, role })),
    years: list(
      fc.record({
        label: words,
        partial: fc.option(words, { nil: undefined }),
        amounts: list(amount),
      }),
    ),
  }),
  fc.record({
    ...base,
    form: fc.constant("range-dots" as const),
    axis,
    rows: list(fc.tuple(bounded, words, role).map(([b, label, r]) => ({ ...b, label, role: r }))),
    reference: fc.option(fc.record({ value: number, words }), { nil: undefined }),
  }),
  fc.record({
    ...base,
    form: fc.constant("year-lines" as const),
    axis,
    steps: list(words),
    series: list(fc.record({ label: words, role, points: list(bounded) })),
    marks: list(fc.record({ at: number, words })),
    fromZero: fc.boolean(),
  }),
  fc.record({
    ...base,
    form: fc.constant("funnel-plot" as const),
    exposureAxis: axis.map((a) => ({ ...a, title: a.unit })),
    rateAxis: axis.map((a) => ({ ...a, title: a.unit })),
    points: list(
      fc.record({
        label: words,
        words,
        exposure: number,
        rate: number,
        standing: fc.constantFrom(
          "within" as const,
          "outside-inner" as const,
          "outside-outer" as const,
        ),
      }),
    ),
    target: fc.record({ rate: number, words }),
    limits: list(
      fc.record({
        exposure: number,
        innerLow: number,
        innerHigh: number,
        outerLow: number,
        outerHigh: number,
      }),
    ),
    limitWords: fc.record({ inner: words, outer: words }),
  }),
  fc.record({
    ...base,
    form: fc.constant("steps" as const),
    stages: list(
      fc.tuple(bounded, words, fc.option(words, { nil: undefined })).map(([b, label, loss]) => ({
        ...b,
        label,
        loss,
      })),
    ),
  }),
);

/** What is left once every well-formed tag is read: nothing, when each is closed and each attribute quoted. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9:-]+="[^"<]*")*)(\/?)>/g,
    (_, close, name, _attributes, self) => {
      if (close) {
        if (open.pop() !== name) open.push(`unexpected </${name}>`);
      } else if (!self) open.push(name);
      return "";
    },
  );
  return [...open, ...(rest.match(/[<>]/g) ?? [])];
}

describe("a row of an interval", () => {
  const row = { label: "Variance doublée", value: -79, low: -132, high: -26 };
  const far: ChartSpec = {
    form: "range-dots",
    id: "d",
    name: "d",
    description: "d",
    axis: { locale: "fr", unit: "" },
    rows: [{ ...row, words: "−79 par an (−132 – −26)" }],
    reference: { value: 0, words: "aucun écart" },
  };

  it("keeps its words whole where the interval leaves no room at either side", () => {
    for (const width of [340, 720]) expect(page(far, width)).toContain(">−79 par an (−132 – −26)<");
  });

  it("has ticks below zero with the minus of its words", () => {
    expect(page(far)).toContain(">−100<");
  });
});

describe("a drawn chart", () => {
  it("holds finite coordinates and well-formed, escaped XML, whatever comes in", () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom(0, 240, 340, 720), (spec, width) => {
        const { svg, height, anchors } = drawChart(spec, { width, palette: pagePalette });
        const marks = svg.replace(/<(title|desc|text)\b[^>]*>[^<]*</g, "<");
        expect(marks).not.toMatch(/NaN|Infinity|undefined/);
        expect(Number.isFinite(height) && height > 0).toBe(true);
        for (const { x, y } of anchors) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        expect(unbalanced(svg)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never has a negative width, height or radius", () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(page(spec, 340)).not.toMatch(/ (width|height|r)="-/);
      }),
      { numRuns: 200 },
    );
  });

  it.each(examples.map((spec) => [spec.id, spec] as const))(
    "has a role, a name and a description (%s)",
    (_, spec) => {
      const svg = page(spec);
      expect(svg).toMatch(/^<svg [^>]*role="img"/);
      const name = /aria-labelledby="([^"]+)"/.exec(svg)?.[1];
      expect(svg).toContain(`<title id="${name}">${spec.name}</title>`);
      expect(svg).toContain(spec.description.replaceAll("'", "&#39;"));
    },
  );

  it("does not share an identifier between its two widths: a page shows one and hides the other", () => {
    const ids = [340, 720].flatMap((width) =>
      [...page(stackedYears, width).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("carries no style attribute and no script: the page's policy forbids both", () => {
    for (const spec of examples)
      expect(page(spec)).not.toMatch(/ style=|<script|<style| on[a-z]+=/);
  });

  it("is drawn with written-out colours in a picture", () => {
    for (const spec of examples) {
      expect(drawChart(spec, { width: 720, palette: picturePalettes.dark }).svg).not.toContain(
        "var(",
      );
    }
  });
});

describe("a silence", () => {
  const year = (amounts: ChartAmount[]) => ({ label: "2021", amounts });
  const parts = [
    { label: "Personnel", role: "data-1" as const },
    { label: "Énergie", role: "data-5" as const },
  ];

  it("is a dashed box with its word, never a bar of height 0", () => {
    const svg = page({
      ...stackedYears,
      parts,
      years: [year([{ value: 100_000_000, words: "1 000 k€" }, { silence: "non communiqué" }])],
    });
    expect(svg).toMatch(
      /<rect [^>]*stroke="var\(--signal\)" stroke-dasharray[^>]*><title>2021 · Énergie · non communiqué/,
    );
    expect(svg).toMatch(/<text [^>]*>non communiqué<\/text>/);
  });

  it("that another part counts adds no box to the bar, and keeps its word in the table", () => {
    const spec = {
      ...stackedYears,
      parts,
      years: [
        year([
          { silence: "inconnu", isCountedElsewhere: true },
          { value: 9, words: "9" },
        ]),
      ],
    };
    expect(page(spec)).not.toContain('stroke-dasharray="3 2.5"');
    expect(page(spec)).not.toMatch(/<text [^>]*>inconnu<\/text>/);
    expect(page(spec)).toContain("<title>2021 · Énergie · 9");
  });

  it("is not drawn for a part that is zero", () => {
    const svg = page({
      ...stackedYears,
      parts,
      years: [
        year([
          { value: 0, words: "0 €" },
          { value: 5, words: "5" },
        ]),
      ],
    });
    expect(svg).not.toContain("--signal");
  });

  it("breaks a line: nothing is joined across it", () => {
    const strokes = /<path d="([^"]+)" fill="none" stroke="var\(--data-1\)"/.exec(
      page(oneLine),
    )?.[1];
    expect(strokes?.match(/M/g)).toHaveLength(2);
    expect(page(oneLine)).toMatch(/<text [^>]*>non recueilli<\/text>/);
  });

  it("keeps its word among several series", () => {
    expect(page(manyLines, 340)).toMatch(/<text [^>]*>non communiqué<\/text>/);
  });

  it("of a value whose least is known is an open arrow with its words, without a point", () => {
    const row = { label: "par condamnation", low: 352411, words: "≥ 352 411 €" };
    const svg = page({ ...rangeDots, rows: [row] });
    expect(svg).toContain("≥ 352 411 €");
    expect(svg).toContain('stroke-dasharray="5 3"');
    expect(svg).not.toContain("fill-opacity");
  });

  it("of a stage with an interval is a whisker across the end of its bar, on a halo of paper", () => {
    const stage = { label: "Images utiles", value: 600, low: 500, high: 700, words: "600" };
    const spec: ChartSpec = { ...steps, stages: [{ ...stage, low: undefined }, stage] };
    // A halo and an inked line, each with two caps, that the same stage without its interval has not.
    const lines = (of: ChartSpec) => page(of).split("<line").length;
    const without: ChartSpec = {
      ...spec,
      stages: [
        { ...stage, low: undefined },
        { ...stage, high: undefined },
      ],
    };
    expect(lines(spec) - lines(without)).toBe(6);
    expect(page(spec)).not.toContain("hatch)");
  });

  it("of a stage between two bounds is hatched", () => {
    expect(page(steps)).toContain("-data-1-hatch)");
  });
});

describe("words in a drawing", () => {
  it("are escaped", () => {
    const svg = page({
      ...rangeDots,
      rows: [{ label: "<script>alert('&')</script>", value: 1, words: '"' }],
    });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
  });

  it("are thirteen pixels high and one size at every width", () => {
    for (const width of [340, 720]) {
      expect(page(stackedYears, width).match(/font-size="[^"]*"/g)).toEqual(['font-size="13"']);
    }
  });

  it("name the unit once, on the last tick", () => {
    expect(page(stackedYears).match(/<text [^>]*>[^<]*k€<\/text>/g)).toHaveLength(1);
  });

  it.each([
    ["fr", "2\u202f000\u202fk€", "35\u202f%"],
    ["en", "€2,000k", "35%"],
  ])("write money and shares as a reader of %s does", (locale, money, share) => {
    expect(tickWords(moneyAxis(locale, "EUR", 1_000), [0, 2_000_000])).toEqual(["0", money]);
    expect(tickWords({ locale, unit: "%" }, [0, 35])).toEqual(["0", share]);
  });

  it("keeps a minus before the sign, and a code from its number", () => {
    expect(tickWords(moneyAxis("en", "GBP", 1), [-500])).toEqual(["−£500"]);
    expect(tickWords(moneyAxis("en", "CHF", 1), [500])).toEqual(["CHF\u00a0500"]);
    expect(tickWords({ locale: "en", unit: "events" }, [5])).toEqual(["5\u202fevents"]);
  });

  it("lets no line run through the words of a row", () => {
    const rows = [{ label: "dispersion", value: 1.31, low: 1.14, high: 1.51, words: "1,31" }];
    const reference = { value: 1, words: "pas de différence" };
    const svg = page({ ...rangeDots, rows, reference }, 340);
    for (const words of ["dispersion", "1,31"]) {
      expect(svg).toMatch(
        new RegExp(
          `<rect [^>]*fill="${pagePalette.paper.replace(/[()]/g, "\\$&")}"/><text [^>]*>${words}</text>`,
        ),
      );
    }
  });

  it("name only the points outside the limits", () => {
    const funnel = examples.find((spec) => spec.form === "funnel-plot");
    if (funnel?.form !== "funnel-plot") throw new Error("no example");
    const svg = page(funnel);
    for (const { label, standing } of funnel.points) {
      expect(svg.includes(`>${label}</text>`)).toBe(standing !== "within");
    }
  });
});
