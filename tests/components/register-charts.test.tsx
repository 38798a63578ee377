import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { expiryChart } from "#components/authorisation/expiry-chart.ts";
import type { Words } from "#components/chart/offered-chart.ts";
import { cameraCharts } from "#components/district/camera-charts.ts";
import { figureCharts } from "#components/published-figure/figure-charts.ts";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import { chartCsv } from "#formats/chart/chart-csv.ts";
import messages from "#messages/en.json" with { type: "json" };

const of = (namespace: string) =>
  createTranslator({
    locale: "en",
    messages: messages as never,
    namespace: namespace as never,
    onError: (error) => {
      throw error;
    },
  }) as unknown as Words;
const city = { name: "Essai", release: 4 };

describe("when orders end", () => {
  const words = { locale: "en", t: of("authorisations"), charts: of("charts") };
  const order = (expiresOn: string | null, cameras: number) => ({
    grantedOn: "2021-01-01",
    expiresOn,
    cameras,
  });
  const page = (...orders: ReturnType<typeof order>[]) => ({ city, today: "2026-11-24", orders });

  it("is drawn by half-year, those already past apart, and the undated are said", () => {
    const chart = expiryChart(
      page(
        order("2026-09-20", 23),
        order("2027-02-07", 35),
        order("2027-03-01", 1),
        order(null, 9),
      ),
      words,
    );
    if (chart?.spec.form !== "stacked-years") throw new Error("stacked-years");
    expect(chart.title).toBe("2 orders end by H1 2027, one has already ended");
    expect(chart.spec.years.map(({ label }) => label)).toEqual(["H2 2026", "H1 2027"]);
    expect(chart.note).toContain("One order whose expiry is not published is not in it.");
    const file = chartCsv(chart.spec, chart.tableWords);
    expect(file).toContain('H1 2027,Still to end,2,,,"2 orders, 36 cameras in service"');
    expect(file).toContain('H2 2026,Already ended,1,,,"one order, 23 cameras in service"');
  });

  it("is not drawn where no end is known", () => {
    expect(expiryChart(page(order(null, 9)), words)).toBeUndefined();
  });
});

describe("what was published of one measure", () => {
  const figure = (
    year: number,
    value: number,
    changes: Partial<ShownFigure> = {},
  ): ShownFigure => ({
    reference: `f${year}`,
    measure: "cameras",
    value,
    unit: "camera",
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    periodText: null,
    scope: "streets",
    sourceId: 1,
    place: null,
    qualifier: null,
    definition: null,
    ...changes,
  });
  const words = {
    locale: "en",
    t: of("publishedFigures"),
    charts: of("charts"),
    known: (_group: string, text: string) => text,
  };

  it("is a row for each figure, and a break of definition is said and changes the colour", () => {
    const [chart, ...others] = figureCharts(
      {
        city,
        figures: [
          figure(2010, 67),
          figure(2012, 70),
          figure(2015, 90, { scope: "all" }),
          figure(2020, 435, {
            scope: null,
            qualifier: "about",
            period: null,
            periodText: "spring",
          }),
          figure(2020, 900_000, { measure: "cost", unit: "EUR/year" }),
        ],
      },
      words,
    );
    expect(others).toEqual([]);
    if (chart?.spec.form !== "range-dots") throw new Error("range-dots");
    expect(chart.title).toBe("cameras: 4 published figures, 2 breaks of definition");
    expect(chart.spec.rows).toEqual([
      { label: "2010 · streets", role: "data-1", value: 67, words: "67" },
      { label: "2012 · streets", role: "data-1", value: 70, words: "70" },
      { label: "2015 · all · the scope changes", role: "data-2", value: 90, words: "90" },
      {
        label: "spring · scope not stated · comparable with the one before? to be checked",
        role: "data-3",
        value: 435,
        words: "435 (about)",
      },
    ]);
    expect(chart.spec.id).toBe("over-time-cameras-camera");
  });

  it("has money on an axis of money", () => {
    const costs = [2010, 2011].map((year) => figure(year, 650_000, { unit: "EUR excl. VAT" }));
    const [chart] = figureCharts({ city, figures: costs }, words);
    if (chart?.spec.form !== "range-dots") throw new Error("range-dots");
    expect(chart.spec.rows[0]?.words).toBe("€650,000");
    expect(chart.spec.axis.unitBefore).toBe("€");
  });
});

describe("the cameras of a district", () => {
  const words = {
    locale: "en",
    district: of("district"),
    statuses: of("camera.status"),
    charts: of("charts"),
  };
  const page = {
    city,
    district: { name: "Bellevue" },
    camerasPlaced: true,
    camerasByStatus: [
      { status: "in-service", cameras: 9 },
      { status: "removed", cameras: 2 },
    ],
    camerasByYear: [
      { year: 2012, cameras: 5 },
      { year: 2014, cameras: 4 },
    ],
    withoutYear: 2,
  };

  it("are drawn by state and by year, a year without any being a zero", () => {
    const { statuses, installations } = cameraCharts(page, words);
    expect(statuses?.title).toBe("Bellevue: 11 cameras on the register, by state");
    expect(statuses && chartCsv(statuses.spec, statuses.tableWords)).toContain("in service,9");
    if (installations?.spec.form !== "stacked-years") throw new Error("stacked-years");
    expect(installations.spec.years.map(({ label, amounts }) => [label, amounts[0]])).toEqual([
      ["2012", { value: 5, words: "5" }],
      ["2013", { value: 0, words: "0" }],
      ["2014", { value: 4, words: "4" }],
    ]);
    expect(installations.title).toBe("Bellevue: 9 dated cameras, installed from 2012 to 2014");
    const [, ...latest] = page.camerasByYear;
    const one = cameraCharts({ ...page, camerasByYear: latest }, words).installations;
    expect(one?.title).toBe("Bellevue: 4 dated cameras, installed in 2014");
    expect(installations.note).toContain("2 cameras without a known date");
  });

  it("are not drawn where they are not known by district", () => {
    const unplaced = cameraCharts({ ...page, camerasPlaced: false }, words);
    expect(Object.values(unplaced)).toEqual([undefined, undefined]);
    const none = cameraCharts({ ...page, camerasByStatus: [], camerasByYear: [] }, words);
    expect(Object.values(none)).toEqual([undefined, undefined]);
  });
});
