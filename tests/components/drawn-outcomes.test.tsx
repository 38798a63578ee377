import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import { districtsCharts } from "#components/district/districts-charts.ts";
import { funnelChart } from "#components/outcome/funnel-chart.ts";
import { outcomeCharts } from "#components/outcome/outcome-charts.ts";
import type { OutcomeWords } from "#components/outcome/outcome-words.ts";
import { ratesChart, requestsChart } from "#components/outcome/review-charts.ts";
import { utilisationCharts } from "#components/outcome/utilisation-charts.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { Funnel } from "#domain/indicator/outcome-funnel.ts";
import type { CountOfYear } from "#domain/indicator/outcome-series.ts";
import type { Utilisation } from "#domain/indicator/utilisation.ts";
import { chartCsv } from "#formats/chart/chart-csv.ts";
import { legendOf } from "#formats/chart/chart-legend.ts";
import messages from "#messages/en.json" with { type: "json" };

const of = (namespace: "outcomeCharts" | "outcomes" | "measure" | "charts" | "districtsPage") =>
  createTranslator({ locale: "en", messages, namespace }) as unknown as Words;
const words: OutcomeWords = {
  locale: "en",
  t: of("outcomeCharts"),
  outcomes: of("outcomes"),
  measure: of("measure"),
  charts: of("charts"),
  scopes: (scope) => scope,
};
const city = { name: "Ville-Témoin", release: 3 };

const review = (year: number, changes: Partial<FootageReview> = {}): FootageReview => ({
  year,
  period: { from: `${year}-01-01`, to: `${year}-12-31` },
  scope: "streets",
  wording: "Requests",
  requested: 100,
  relevant: 30,
  unknown: 0,
  bounds: undefined,
  rate: { value: 0.3, low: 0.22, high: 0.4, level: 0.95 },
  months: undefined,
  unknownCells: 0,
  sourceIds: [1],
  ...changes,
});

describe("requests of every year", () => {
  it("are split by result, and a year that nobody counted is a silence", () => {
    const unknown = { relevant: undefined, rate: undefined, months: 6 };
    const chart = requestsChart([review(2023), review(2021), review(2020, unknown)], city, words);
    if (chart?.spec.form !== "stacked-years") throw new Error("stacked years");
    expect(chart.spec.years.map(({ label }) => label)).toEqual(["2020", "2021", "2022", "2023"]);
    expect(chart.spec.years[0]).toMatchObject({
      partial: "6 months",
      amounts: [
        { silence: "Result not known", isCountedElsewhere: true },
        { silence: "Result not known", isCountedElsewhere: true },
        { value: 0 },
        { value: 100 },
      ],
    });
    const file = chartCsv(chart.spec, chart.tableWords);
    expect(file).toContain("2020 (6 months),Were of use,,,,Result not known");
    expect(file).toContain("2021,Were of use,30,,,30");
    expect(chart.spec.years[1]?.amounts).toMatchObject([
      { value: 30 },
      { value: 70 },
      { value: 0 },
      { value: 0 },
    ]);
    expect(chart.spec.years[2]?.amounts[0]).toEqual({ silence: "not communicated" });
  });

  it("keep the results that nobody gives apart from those of no use, in the bar, the words and the note", () => {
    const some = {
      unknown: 20,
      rate: { value: 0.375, low: 0.28, high: 0.48, level: 0.95 },
      bounds: { low: 0.3, high: 0.5 },
    };
    const reviews = [review(2023, some), review(2022)];
    const bars = requestsChart(reviews, city, words);
    if (bars?.spec.form !== "stacked-years") throw new Error("stacked years");
    expect(bars.spec.years[1]?.amounts).toMatchObject([
      { value: 30 },
      { value: 50 },
      { value: 0 },
      { value: 20 },
    ]);
    const rates = ratesChart(reviews, city, words);
    expect(rates?.note).toContain("the share would go from 30.0% to 50.0% in 2023");
    expect(rates && chartCsv(rates.spec, rates.tableWords)).toContain(
      "37.5% (28.0% – 48.0%), 30.0% – 50.0% depending on unknown results",
    );
  });

  it("are told by the latest whole year, and a part of one is drawn without being the finding", () => {
    const reviews = [review(2026, { months: 7, requested: 60 }), review(2025), review(2024)];
    expect(requestsChart(reviews, city, words)?.title).toBe(
      "100 requests for footage in 2024, 100 in 2025",
    );
    const rates = ratesChart(reviews, city, words);
    expect(rates?.title).toContain("2025");
    expect(rates?.spec).toMatchObject({ steps: ["2024", "2025", "2026 (7 months)"] });
  });

  it("are drawn as withheld where their result is counted and protected", () => {
    const withheld = { relevant: undefined, relevantIsWithheld: true, rate: undefined };
    const chart = requestsChart([review(2023), review(2022, withheld)], city, words);
    if (chart?.spec.form !== "stacked-years") throw new Error("stacked years");
    expect(chart.spec.years[0]?.amounts).toMatchObject([
      { silence: "Result withheld", isCountedElsewhere: true },
      { silence: "Result withheld", isCountedElsewhere: true },
      { value: 100 },
      { value: 0 },
    ]);
    expect(legendOf(chart.spec).map(({ label }) => label)).not.toContain("Result not known");
  });

  it("are of one scope, the one with most years", () => {
    const others = [review(2019, { scope: "other", requested: 7 })];
    const chart = requestsChart([review(2023), review(2022), ...others], city, words);
    expect(chart?.title).toBe("100 requests for footage in 2022, 100 in 2023");
  });

  it("are not drawn from one year alone", () => {
    expect(requestsChart([review(2023)], city, words)).toBeUndefined();
    expect(
      ratesChart([review(2023), review(2022, { rate: undefined })], city, words),
    ).toBeUndefined();
    expect(requestsChart([], city, words)).toBeUndefined();
  });

  it("have rates in per cent, with their interval in the file", () => {
    const chart = ratesChart([review(2022), review(2023)], city, words);
    expect(chart && chartCsv(chart.spec, chart.tableWords)).toContain(
      "2023,Share of requests that were of use,30,22,40,30.0% (22.0% – 40.0%)",
    );
  });
});

const count = (stage: string, value: number | undefined, state = "known"): CountOfYear => ({
  definition: stage,
  funnel: "footage-review",
  stage,
  wording: `Counted: ${stage}`,
  unit: "request",
  scope: "streets",
  year: 2024,
  period: { from: "2024-01-01", to: "2024-12-31" },
  state,
  value,
  results: new Map(),
  months: undefined,
  unknownCells: 0,
  sourceIds: [1],
});
const step = (one: CountOfYear, lost?: number): Funnel["steps"][number] => ({
  count: one,
  ofFirst: undefined,
  lost,
  reasons: lost ? [{ reason: "erased", count: lost }] : [],
});
const funnel = (steps: Funnel["steps"], name: Funnel["name"] = "footage-review"): Funnel => ({
  name,
  year: 2024,
  scope: "streets",
  steps,
});

describe("a funnel", () => {
  it("names what each stage loses to the next, and a silence keeps its word", () => {
    const drawn = funnelChart(
      funnel([
        step(count("requested", 100)),
        step({ ...count("available", 60), unknownCells: 1 }, 40),
        step(count("cleared", undefined, "not-collected")),
      ]),
      "footage-review",
      city,
      words,
    );
    if (drawn?.spec.form !== "steps") throw new Error("steps");
    expect(drawn.title).toBe("From 100 (footage requested) to 60 (footage available)");
    const [requested, available, cleared] = drawn.spec.stages;
    expect(requested?.loss).toMatch(/^40 lost · .* 40$/);
    expect(available).toMatchObject({ low: 60, words: "at least 60" });
    expect(available?.value).toBeUndefined();
    expect(cleared?.words).toBe(words.measure("short.not-collected"));
  });

  it("bears the interval of each share, in words and on the bar", () => {
    const interval = { low: 0.5, high: 0.69 };
    const shared = { ...step(count("available", 60)), ofFirst: { share: 0.6, interval } };
    const drawn = funnelChart(funnel([step(count("requested", 100)), shared]), "a", city, words);
    if (drawn?.spec.form !== "steps") throw new Error("steps");
    expect(drawn.spec.stages[1]).toMatchObject({
      value: 60,
      low: 50,
      high: 69,
      words: "60 · 60% (50% – 69%)",
    });
  });

  it("is not drawn with one known stage, nor for what is a list of counts", () => {
    const one = [step(count("requested", 100)), step(count("available", undefined, "withheld"))];
    expect(funnelChart(funnel(one), "a", city, words)).toBeUndefined();
    const fines = funnel([step(count("issued", 9)), step(count("contested", 8))], "video-fines");
    expect(funnelChart(fines, "b", city, words)).toBeUndefined();
  });

  it("has a file of its own in each scope", () => {
    const steps = [step(count("requested", 100)), step(count("available", 60))];
    const breakdown = { requestMonths: undefined, alertMonths: undefined, categories: undefined };
    const none = { reviews: [], utilisation: [], breakdown };
    const page = { city, ...none, funnels: [funnel(steps), funnel(steps)] };
    expect(outcomeCharts(page, words).funnels.map((chart) => chart?.spec.id)).toEqual([
      "footage-review",
      "footage-review-2",
    ]);
  });
});

describe("how much the cameras are used", () => {
  const use = (year: number, changes: Partial<Utilisation> = {}): Utilisation => ({
    use: "requests",
    definition: "requests",
    wording: "Requests",
    scope: "streets",
    year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    months: undefined,
    sourceIds: [1],
    count: 20,
    cameraYears: 10,
    value: 2,
    interval: { low: 1.22, high: 3.09 },
    isPartlyKnown: false,
    ...changes,
  });

  it("is drawn with a line for each scope, each point with its interval, a part of a year named", () => {
    const rows = [use(2026, { months: 7 }), use(2024), use(2024, { scope: "all sites", value: 5 })];
    const [drawn, ...others] = utilisationCharts(rows, city, words);
    expect(others).toEqual([]);
    if (drawn?.chart.spec.form !== "year-lines") throw new Error("lines");
    const { spec, title, tableWords } = drawn.chart;
    expect(spec.steps).toEqual(["2024", "2025", "2026 (7 months)"]);
    expect(spec.series.map(({ label }) => label)).toEqual(["streets", "all sites"]);
    expect(spec.series[0]?.points[1]).toEqual({ words: "not communicated" });
    // The latest whole year is the finding.
    expect(title).toBe("2 requests for footage per camera in 2024");
    expect(chartCsv(spec, tableWords)).toContain("2024,streets,2,1.22,3.09,2 (1.22 – 3.09)");
  });

  it("is not drawn from one year alone, and a share of days in per cent", () => {
    expect(utilisationCharts([use(2024)], city, words)).toEqual([]);
    const days = { use: "availability", value: 0.97, interval: undefined } as const;
    const [drawn] = utilisationCharts([use(2024, days), use(2023, days)], city, words);
    if (drawn?.chart.spec.form !== "year-lines") throw new Error("lines");
    expect(drawn.chart.spec.series[0]?.points[0]).toEqual({ value: 97, words: "97.0%" });
  });
});

describe("districts side by side", () => {
  const context = {
    unit: "cameras per 1,000 inhabitants",
    period: { from: "2023-01-01", to: "2023-12-31" },
    sources: [],
  } as const;
  const known = { kind: "known", value: 2.5, estimated: false, ...context } as const;
  const unknown = { kind: "not-collected", ...context } as const;
  const district = (name: string, inService: number | undefined) => ({
    code: name,
    name,
    inService,
    population: undefined,
    perThousandInhabitants: name === "B" ? unknown : known,
    areaM2: null,
    perKm2: undefined,
  });
  const page = {
    city: { slug: "v", ...city },
    elsewhere: 0,
    inService: 3,
    perThousandInhabitants: known,
    perKm2: undefined,
    sources: [],
  };
  const dots = { ...words, t: of("districtsPage") };

  it("keep their order, and what is not known is a silence in it", () => {
    const districts = [district("B", 1), district("A", 2)];
    const [first, second] = districtsCharts({ ...page, districts }, dots);
    if (first?.spec.form !== "range-dots") throw new Error("dots");
    expect(first.spec.rows.map(({ label, words: said }) => [label, said])).toEqual([
      ["B", words.measure("short.not-collected")],
      ["A", "2.5"],
    ]);
    expect(first.spec.reference).toEqual({ value: 2.5, words: "Ville-Témoin: 2.5" });
    if (second?.spec.form !== "range-dots") throw new Error("dots");
    expect(second.spec.rows[0]).toEqual({ label: "B", words: "area not known" });
    expect(second.spec.reference).toBeUndefined();
  });

  it("are not drawn where cameras have no district", () => {
    expect(districtsCharts({ ...page, districts: [district("A", undefined)] }, dots)).toEqual([]);
  });
});
