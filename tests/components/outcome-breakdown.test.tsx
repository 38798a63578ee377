import { cleanup, screen } from "@testing-library/react";
import { createTranslator } from "next-intl";
import { afterEach, describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import { DistrictBreakdown } from "#components/district/district-breakdown.tsx";
import { breakdownCharts, quartersChart } from "#components/outcome/breakdown-charts.ts";
import { BreakdownSections } from "#components/outcome/breakdown-section.tsx";
import { wordCategory, wordResult } from "#components/outcome/breakdown-words.ts";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import { chartRecords } from "#formats/chart/chart-table.ts";
import messages from "#messages/en.json" with { type: "json" };
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const of = (namespace: string) =>
  createTranslator({
    locale: "en",
    messages: messages as never,
    namespace: namespace as never,
  }) as unknown as Words;
const words = {
  locale: "en",
  t: of("outcomeCharts"),
  outcomes: of("outcomes"),
  measure: of("measure"),
  charts: of("charts"),
  scopes: (scope: string) => scope,
};
const city = { name: "Essai", release: 4 };
const published = (count: number): PublishedCell => ({ state: "published", count });
const months = (first: readonly PublishedCell[]) => [
  ...first,
  ...Array.from({ length: 12 - first.length }, (): PublishedCell => ({ state: "not-available" })),
];
const about = { unit: "request", wording: "Requests received", scope: "streets", sourceIds: [3] };
const requestMonths = {
  ...about,
  stage: "requested",
  years: [
    { year: 2021, months: months([published(20)]) },
    { year: 2022, months: months([published(31), { state: "withheld" }, { state: "zero" }]) },
  ],
};
const categories = {
  ...about,
  year: 2022,
  areaKind: "districts",
  results: ["relevant-found", "*"],
  rows: [
    { category: "drugs", count: published(12), results: [published(7), published(5)] },
    { category: "chats.perdus", count: { state: "withheld" }, results: [] },
    { category: "*", count: { state: "zero" }, results: [] },
  ],
  cells: 3,
  withheld: 1,
} as const;

describe("a year month by month", () => {
  const chart = breakdownCharts(
    { requestMonths, alertMonths: undefined, categories: undefined },
    city,
    words,
  ).requestMonths;
  if (chart?.spec.form !== "year-lines") throw new Error("year-lines");

  it("says between what it went, the year shown first and the year before second", () => {
    expect(chart.title).toBe("Footage requested: from 0 to 31 a month in 2022");
    expect(chart.spec.name).toBe(chart.title);
    expect("series" in chart.spec && chart.spec.series.map(({ label }) => label)).toEqual([
      "2022",
      "2021",
    ]);
  });

  it("leaves a month that is withheld, and one of which nothing is said, without a number and with its word", () => {
    const { rows } = chartRecords(chart.spec, chart.tableWords);
    const ofYear = rows.filter((row) => row.includes("2022")).map((row) => [row[2], row.at(-1)]);
    expect(ofYear).toHaveLength(12);
    expect(ofYear.slice(0, 4)).toEqual([
      [31, "31"],
      [undefined, "withheld"],
      [0, "0"],
      [undefined, "not communicated"],
    ]);
  });
});

describe("requests by category", () => {
  it("are worded by the vocabulary, else as their source wrote them, and what no category holds is named", () => {
    const outcomes = of("outcomes");
    expect(wordCategory("drugs", "en", outcomes)).toBe("Drugs");
    expect(wordCategory("chats.perdus", "en", outcomes)).toBe("Chats.perdus");
    expect(wordCategory("*", "en", outcomes)).toBe("No known category");
    expect(wordResult("relevant-found", "en", outcomes)).toBe("Useful footage found");
    expect(wordResult("classé", "en", outcomes)).toBe("Classé");
    expect(wordResult("*", "en", outcomes)).toBe("Result not broken down");
  });

  it("name the most frequent where it is counted, and nothing where all that can be read is nought", () => {
    const title = (count: PublishedCell) =>
      breakdownCharts(
        {
          requestMonths: undefined,
          alertMonths: undefined,
          categories: { ...categories, rows: [{ category: "drugs", count, results: [] }] },
        },
        city,
        words,
      ).categories?.title;
    expect(title(published(12))).toBe("Drugs: 12 footage requests in 2022");
    expect(title({ state: "zero" })).toBe("Footage requests of 2022 by category");
  });

  it("show a number, a secret and a zero apart, with their results and their files", () => {
    rendered(
      <BreakdownSections
        city={city}
        year={2022}
        breakdown={{ requestMonths, alertMonths: undefined, categories }}
        files={{ path: "/essai/outcomes", query: "year=2022" }}
        order={[3]}
      />,
      "en",
    );
    const table = screen.getByRole("table", {
      name: /Footage requests by category and result, 2022/,
    });
    const cells = [...table.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.lastChild?.textContent),
    );
    expect(cells[0]).toEqual(["12", "7", "5"]);
    expect(cells[1]?.[0]).toContain("withheld");
    expect(cells[2]?.[0]).toBe("0");
    expect(screen.getByText(/placed in a district alone/)).toBeDefined();
    const csv = screen.getAllByRole("link", { name: "CSV" }).map((one) => one.getAttribute("href"));
    expect(csv).toEqual([
      "/en/essai/outcomes/request-months.csv?year=2022",
      "/en/essai/outcomes/categories.csv?year=2022",
    ]);
  });

  it("are not there, nor their headings, where a city publishes none", () => {
    const { container } = rendered(
      <BreakdownSections
        city={city}
        year={2022}
        breakdown={{ requestMonths: undefined, alertMonths: undefined, categories: undefined }}
        files={{ path: "/essai/outcomes", query: "" }}
        order={[]}
      />,
    );
    expect(container.textContent).toBe("");
  });
});

describe("the quarters of a district", () => {
  const quarters = (cells: readonly PublishedCell[]) => ({
    ...about,
    quarters: cells.map((count, index) => ({ period: `2022-Q${index + 1}`, count })),
  });
  const files = { path: "/essai/districts/A", query: "" };

  it("are drawn with their gaps", () => {
    const chart = quartersChart(
      quarters([published(8), { state: "withheld" }, published(20)]),
      city,
      words,
    );
    if (chart?.spec.form !== "year-lines") throw new Error("year-lines");
    expect(chart.title).toBe("From 8 to 20 footage requests a quarter");
    expect(chart.spec.steps).toEqual(["Q1 2022", "Q2 2022", "Q3 2022"]);
    expect(chart.spec.series[0]?.points[1]).toEqual({ words: "withheld" });
  });

  it("are said to be withheld where none can be read, and not spoken of where nobody counts them", () => {
    expect(quartersChart(quarters([{ state: "withheld" }]), city, words)).toBeUndefined();
    const charts = { quarters: undefined, categories: undefined };
    const withheld = rendered(
      <DistrictBreakdown charts={charts} hasQuarters={true} files={files} />,
      "en",
    );
    expect(withheld.container.textContent).toContain("Quarters are not published");
    cleanup();
    const none = rendered(<DistrictBreakdown charts={charts} hasQuarters={false} files={files} />);
    expect(none.container.textContent).toBe("");
  });
});
