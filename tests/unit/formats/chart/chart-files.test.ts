import { describe, expect, it } from "vitest";
import { chartCsv } from "#formats/chart/chart-csv.ts";
import { drawLegendMark, legendOf } from "#formats/chart/chart-legend.ts";
import { chartPicture } from "#formats/chart/chart-picture.ts";
import { chartPng } from "#formats/chart/chart-png.ts";
import type { ChartAmount, ChartSpec } from "#formats/chart/chart-spec.ts";
import { chartTable } from "#formats/chart/chart-table.ts";
import { pagePalette, picturePalettes } from "#formats/chart/palettes.ts";
import { examples, oneLine, rangeDots, stackedYears } from "./example-specs.ts";

const tableWords = {
  item: "Année",
  series: "Poste",
  value: "Valeur",
  low: "Borne basse",
  high: "Borne haute",
  words: "En mots",
};
const pictureWords = {
  title: "Le personnel & l’amortissement portent la hausse",
  subtitle: "Milliers d’euros · 2016–2025",
  source: "Source : comptes administratifs",
  date: "Version 12, 3 novembre 2026",
  address: "example.org/ville-temoin/couts",
};
const look = { width: 800, height: 450, scheme: "light" as const };

describe("the table of a chart", () => {
  it("has a row per year and a column per part, with the words of a silence", () => {
    const { headings, rows } = chartTable(stackedYears, tableWords);
    expect(headings).toEqual(["Année", ...stackedYears.parts.map(({ label }) => label)]);
    expect(rows).toHaveLength(10);
    expect(rows[5]?.cells[3]).toEqual({ words: "non communiqué", value: undefined });
  });

  it("says in words what a row without series holds", () => {
    const { headings, rows } = chartTable(rangeDots, { ...tableWords, item: "Résultat" });
    expect(headings).toEqual(["Résultat", "En mots"]);
    expect(rows[3]?.cells[0]?.words).toBe("≥ 352 411 €");
  });
});

describe("the CSV of a chart", () => {
  const rowsOf = (spec: ChartSpec) => chartCsv(spec, tableWords).slice(1).split("\r\n");

  it("ends its lines with CRLF, as RFC 4180 has it, and begins with the byte order mark", () => {
    const csv = chartCsv(oneLine, tableWords);
    expect(csv.startsWith("\ufeffAnnée,Poste,Valeur,Borne basse,Borne haute,En mots\r\n")).toBe(
      true,
    );
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it("leaves the number of a silence empty, and never writes 0 for it", () => {
    expect(rowsOf(oneLine)[4]).toBe("2019,Demandes par caméra,,,,non recueilli");
  });

  it("quotes commas, quotes and line breaks", () => {
    const spec = { ...rangeDots, rows: [{ label: 'a "b", c\nd', value: 1, words: "1" }] };
    expect(rowsOf(spec).slice(1).join("\r\n")).toContain('"a ""b"", c\nd",1,,,1');
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx"])("does not let %j run in a spreadsheet", (label) => {
    const spec = { ...rangeDots, rows: [{ label, value: -2, words: "x" }] };
    expect(rowsOf(spec)[1]).toBe(`'${label},-2,,,x`);
  });
});

describe("a picture of a chart", () => {
  it.each(examples.map((spec) => [spec.id, spec] as const))(
    "stands alone: words inside, colours written out, nothing fetched (%s)",
    (_, spec) => {
      const { svg, width, height } = chartPicture(spec, pictureWords, look);
      expect(svg).toContain("Le personnel &amp; l’amortissement");
      for (const words of [pictureWords.source, pictureWords.date, pictureWords.address]) {
        expect(svg).toContain(words);
      }
      expect(svg).not.toMatch(/var\(|href=|<style|@import/);
      expect(width).toBe(800);
      expect(height).toBeGreaterThanOrEqual(450);
    },
  );

  it("names its series when the drawing does not", () => {
    const { svg } = chartPicture(stackedYears, pictureWords, look);
    for (const { label } of stackedYears.parts) expect(svg).toContain(`>${label}</text>`);
  });

  it("is dark for a dark page", () => {
    const { svg } = chartPicture(oneLine, pictureWords, { ...look, scheme: "dark" });
    expect(svg).toContain(picturePalettes.dark.paper);
    expect(svg).not.toContain(picturePalettes.light.paper);
  });

  it("as PNG has two pixels for one", async () => {
    const { svg, width, height } = chartPicture(rangeDots, pictureWords, look);
    const png = await chartPng(svg);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * width);
    expect(png.readUInt32BE(20)).toBe(2 * height);
  });
});

describe("a legend", () => {
  it("is empty where the drawing names its rows", () => {
    expect(legendOf(rangeDots)).toEqual([]);
    expect(legendOf(oneLine)).toEqual([]);
  });

  it("shows the texture or the dashes of the drawing", () => {
    const mark = drawLegendMark(
      stackedYears,
      { label: "", role: "data-2" },
      { palette: pagePalette, id: "l" },
    );
    expect(mark).toContain('fill="url(#l-data-2)"');
    expect(mark).toContain('<pattern id="l-data-2"');
  });

  it("names what is drawn only, and what is missing by the box that is drawn for it", () => {
    const parts = [
      { label: "payé", role: "data-1" },
      { label: "sans montant", role: "data-5" },
    ] as const;
    const known = { value: 3, words: "3" };
    const legend = (last: ChartAmount) =>
      legendOf({ ...stackedYears, parts, years: [{ label: "2024", amounts: [known, last] }] });
    expect(legend({ value: 0, words: "0" }).map(({ label }) => label)).toEqual(["payé"]);
    const silent = legend({ silence: "non communiqué" })[1];
    expect(silent).toMatchObject({ label: "sans montant", isSilent: true });
    const look = { palette: pagePalette, id: "l" };
    expect(silent && drawLegendMark(stackedYears, silent, look)).toContain("stroke-dasharray");
  });
});
