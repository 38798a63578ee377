import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { ShownOrder } from "#components/authorisation/order-columns.tsx";
import type { OfferedChart, Words } from "#components/chart/offered-chart.ts";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import { chartTables, type PageTable, pageWorkbook } from "#components/workbook/page-workbook.ts";
import {
  districtTable,
  figureTable,
  indicatorTable,
  orderTable,
  utilisationTables,
} from "#components/workbook-tables/page-tables.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { present } from "#domain/presence/present.ts";
import { openTable } from "#formats/table/open-table.ts";
import { type WorkbookSheet, writeWorkbook } from "#formats/workbook/write-workbook.ts";
import messages from "#messages/en.json" with { type: "json" };

const of = (namespace: string) =>
  createTranslator({
    locale: "en",
    messages: messages as never,
    namespace: namespace as never,
  }) as unknown as Words;
const words = (namespace: string) => ({
  locale: "en",
  t: of(namespace),
  pageBook: of("pageWorkbook"),
});
const source = {
  id: 12,
  title: "=cmd|' /C calc'!A0",
  publisher: "City",
  url: "https://example.org",
  licence: null,
  licenceUrl: null,
  attribution: null,
  publishedOn: "2024-03-14",
  retrievedOn: null,
  verification: "read",
};

/** Lines of a sheet as a spreadsheet would hand them back, blank ones left out. */
async function linesOf(sheet: WorkbookSheet | undefined): Promise<(string | null)[][]> {
  if (!sheet) throw new Error("no such sheet");
  // The reader takes the first line for headings; sheets of a page begin with words.
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, index) => `h${index}`);
  const bytes = new Uint8Array(
    await writeWorkbook([{ ...sheet, rows: [headings, ...sheet.rows] }]),
  );
  const open = async function* () {
    yield bytes;
  };
  const table = await openTable({ name: "book.xlsx", bytes: bytes.byteLength, open });
  const lines: (string | null)[][] = [];
  for await (const batch of table.rows)
    lines.push(...batch.map(({ cells }) => headings.map((name) => cells[name] ?? null)));
  return lines;
}

const book = (tables: readonly PageTable[]) =>
  pageWorkbook(
    {
      title: "Results of the cameras of Essai",
      release: 4,
      date: "24 November 2026",
      address: "https://example.org/en/essai/outcomes?release=4",
      standfirst: "Counts as they were published.",
      tables,
      sources: [source],
    },
    { book: of("costsWorkbook"), source: of("source"), pageBook: of("pageWorkbook") },
  );

const hostile = '=HYPERLINK("http://evil.example","x")';

const chart: OfferedChart = {
  spec: {
    form: "steps",
    id: "footage-review",
    name: "Requests",
    description: "",
    axis: { locale: "en", unit: "" },
    stages: [
      { label: "Requested", value: 120, words: "120" },
      { label: hostile, words: "withheld" },
    ],
  } as OfferedChart["spec"],
  title: "One request in three found something",
  subtitle: "Requests · 2024",
  note: "Small counts are withheld.",
  source: "City, release 4",
  tableWords: {
    item: "Stage",
    series: "Series",
    value: "Value (requests)",
    low: "Low",
    high: "High",
    words: "In words",
  },
};

describe("A page as a workbook", () => {
  it("opens with what it is, how it is read and what it holds, and ends with its sources", async () => {
    const sheets = book(chartTables([chart]));
    expect(sheets.map(({ name }) => name)).toEqual([
      "Read me",
      "1. One request in three found something",
      "Sources",
    ]);
    const notes = (await linesOf(sheets[0])).map((line) => line.join(" | "));
    expect(notes.join("\n")).toContain("4 · 24 November 2026");
    expect(notes.join("\n")).toContain("https://example.org/en/essai/outcomes?release=4");
    expect(notes.join("\n")).toContain("1 | One request in three found something");
    const sources = await linesOf(sheets[2]);
    expect(sources.at(-1)?.slice(0, 3)).toEqual(["1", "'=cmd|' /C calc'!A0", "City"]);
  });

  it("has the numbers of each chart as numbers, a silence as its word, and no formula", async () => {
    const lines = await linesOf(book(chartTables([chart]))[1]);
    const at = lines.findIndex(([first]) => first === "Stage");
    expect(lines[at]).toEqual(["Stage", "Value (requests)", "Low", "High", "In words"]);
    expect(lines[at + 1]?.slice(0, 2)).toEqual(["Requested", "120"]);
    expect(lines[at + 2]?.[0]).toBe(`'${hostile}`);
    expect(lines[at + 2]?.[1] ?? null).toBeNull();
    expect(lines[at + 2]?.at(-1)).toBe("withheld");
    expect(lines.flat()).toContain("Small counts are withheld.");
  });

  it("says of a page without a table that nothing was published yet", async () => {
    const sheets = book([]);
    expect(sheets).toHaveLength(2);
    expect((await linesOf(sheets[0])).flat()).toContain("No table");
  });
});

const sheetOf = (table: PageTable) => linesOf(book([table])[1]);
const rowAfter = (lines: (string | null)[][], heading: string) =>
  lines[lines.findIndex(([first]) => first === heading) + 1];

describe("The tables of a workbook", () => {
  it("have published figures as they were said, with their source's number", async () => {
    const figure: ShownFigure = {
      reference: "f1",
      measure: "cameras",
      value: 435,
      unit: "camera",
      period: { from: "2024-01-01", to: "2024-12-31" },
      periodText: null,
      scope: null,
      sourceId: 12,
      place: hostile,
      qualifier: null,
      definition: null,
    };
    const row = rowAfter(
      await sheetOf(figureTable([figure], [9, 12], words("publishedFigures"))),
      "Reference",
    );
    expect(row?.[0]).toBe("f1");
    expect(row?.slice(2, 4)).toEqual(["435", "camera"]);
    expect(row?.[5]).toContain("2024-01-01");
    expect(row?.[10]).toBe(`'${hostile}`);
    expect(row?.[11]).toBe("2");
  });

  it("have orders with their legal state, and what is not stated as a silence", async () => {
    const order: ShownOrder = {
      orderNumber: "2024-17",
      kind: "renewal",
      perimeterName: null,
      authority: "Prefect",
      holder: null,
      grantedOn: "2024-02-01",
      expiresOn: null,
      gazetteAct: null,
      gazette: null,
      gazetteOn: null,
      gazetteUrl: null,
      camerasAuthorised: 12,
      retentionDays: null,
      note: hostile,
      sourceId: 12,
      reading: { state: "expired", daysLeft: -3 },
      cameras: 9,
      faults: ["more-cameras", "term-too-long"],
    };
    const row = rowAfter(
      await sheetOf(orderTable([order], [12], words("authorisations"))),
      "Order",
    );
    expect(row?.slice(10, 12)).toEqual(["12", "9"]);
    expect(row?.slice(13, 15)).toEqual(["expired", "-3"]);
    expect([row?.[4], row?.[9], row?.[12]]).toEqual(new Array(3).fill(row?.[4]));
    expect(row?.[4]).not.toBeNull();
    expect(row?.[15]).toBe(
      "more cameras in service than authorised (CSI L252-1); more than five years (CSI L252-4)",
    );
    expect(row?.[16]).toBe(`'${hostile}`);
  });

  it("have an indicator that cannot be computed without a number, and say so in words", async () => {
    const indicator = findIndicator("requests-per-camera-year");
    if (!indicator) throw new Error("no such indicator");
    const rows = [{ indicator, point: undefined, standings: [] }];
    const lines = await sheetOf(indicatorTable(rows, [], words("indicators")));
    const row = rowAfter(lines, "Indicator");
    expect(row?.[2] ?? null).toBeNull();
    expect(row?.[7]).toBeTruthy();
  });

  it("name the months of an indicator's latest value where they are not a whole year", async () => {
    const indicator = present(findIndicator("requests-per-camera-year"));
    const period = { from: "2026-01-01", to: "2026-07-31" };
    const point = (months: number | undefined) => ({
      months,
      period,
      numerator: { sources: [] },
      denominator: { sources: [] },
    });
    const periodOf = async (months: number | undefined) => {
      const rows = [{ indicator, point: point(months) as never, standings: [] }];
      return rowAfter(
        await sheetOf(indicatorTable(rows, [], words("indicators"))),
        "Indicator",
      )?.[8];
    };
    expect(await periodOf(7)).toBe("January 2026 – July 2026");
    expect(await periodOf(undefined)).toBe("2026");
  });

  it("have districts and the use of cameras with words in the place of what is not known", async () => {
    const district = {
      code: "D1",
      name: hostile,
      inService: undefined,
      population: { year: 2021, inhabitants: 5000 },
      perThousandInhabitants: {
        kind: "not-collected",
        unit: "camera",
        period: { from: "2024-01-01", to: "2024-12-31" },
        sources: [],
      } as never,
      areaM2: 2_500_000,
      perKm2: 0,
    };
    const row = rowAfter(await sheetOf(districtTable([district], words("districtsPage"))), "Code");
    const expected = ["D1", `'${hostile}`, "not known", "5000", "2021", "not known", "2.5", "0"];
    expect(row).toEqual(expected);
    const used = utilisationTables(
      [
        {
          use: "requests",
          definition: "requests",
          wording: "Requests",
          scope: "=streets",
          year: 2024,
          period: { from: "2024-01-01", to: "2024-07-31" },
          months: 7,
          count: 5,
          cameraYears: 10,
          value: 0.5,
          interval: { low: 0.16, high: 1.17 },
          isPartlyKnown: false,
          sourceIds: [12],
        },
      ],
      [12],
      words("outcomes"),
    );
    const [table] = used;
    if (!table) throw new Error("no table");
    const line = rowAfter(await sheetOf(table), "Use");
    const [use, ...others] = line ?? [];
    expect(use).toMatch(/Requests per camera-year/);
    expect(others).toEqual([
      "January 2024 – July 2024",
      "'=streets",
      "10",
      "0.5",
      "0.16",
      "1.17",
      "1",
    ]);
    expect(utilisationTables([], [], words("outcomes"))).toEqual([]);
  });
});
