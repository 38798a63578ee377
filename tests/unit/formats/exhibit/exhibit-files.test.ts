// @vitest-environment jsdom
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { chartPng } from "#formats/chart/chart-png.ts";
import { frameCode, loaderCode } from "#formats/exhibit/embed-code.ts";
import { exhibitCsv } from "#formats/exhibit/exhibit-csv.ts";
import { exhibitCard, exhibitPicture } from "#formats/exhibit/exhibit-picture.ts";
import { frameHeight } from "#formats/exhibit/frame-height.ts";
import { oembedXml } from "#formats/exhibit/oembed-xml.ts";
import { everyExhibit, numberExhibit, placeExhibit } from "./example-exhibits.ts";

const read = (html: string) => new DOMParser().parseFromString(html, "text/html");

const words = {
  title: "Un chiffre",
  subtitle: "Ville-Témoin · part",
  note: "Ville fictive.",
  source: "Source : Registre.",
  date: "Version 3 des données, 2 mars 2026",
  address: "cameras.example.org/ville-temoin/figures/x?release=3",
};

describe.each(Object.entries(everyExhibit))("the picture of %s", (_, exhibit) => {
  it("is well-formed and holds title, source, date and address", () => {
    const { svg } = exhibitPicture(exhibit, words, { width: 800, height: 450, scheme: "light" });
    const page = new DOMParser().parseFromString(svg, "image/svg+xml");
    const text = page.documentElement.textContent ?? "";
    for (const part of [words.title, words.source, words.date, words.address])
      expect(text.replaceAll("\u00a0", " ")).toContain(part.replaceAll("\u202f", " "));
  });

  it("is 1,200 × 630 pixels for a shared link, whatever it shows", async () => {
    const { svg } = exhibitCard(exhibit, words);
    const png = await chartPng(svg);
    // PNG: width and height are big-endian at bytes 16 and 20.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe("the numbers of an exhibit", () => {
  const headings = {
    item: "Chiffre",
    value: "Valeur",
    low: "Borne basse",
    high: "Borne haute",
    words: "En toutes lettres",
    unit: "Unité",
    source: "Source",
    version: "Version",
    address: "Adresse",
  };
  const given = { source: "Registre", version: "3", address: "https://cameras.example.org/x" };
  const rows = (csv: string): string[][] => parse(csv, { bom: true });

  it.each(Object.values(everyExhibit))("never travel alone", (exhibit) => {
    const [head = [], ...lines] = rows(exhibitCsv(exhibit, headings, given));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toHaveLength(head.length);
      expect(line.slice(-4)).toEqual([exhibit.subtitle, "Registre", "3", given.address]);
    }
  });

  it("keep value and bounds as numbers", () => {
    const [, line = []] = rows(exhibitCsv(numberExhibit, headings, given));
    expect(line.slice(0, 5)).toEqual([numberExhibit.title, "0.474", "0.42", "0.53", "47,4 %"]);
  });

  it("let no word run as a formula", () => {
    const hostile = { ...numberExhibit, title: '=HYPERLINK("http://evil.example")' };
    expect(rows(exhibitCsv(hostile, headings, given))[1]?.[0]).toBe(
      '\'=HYPERLINK("http://evil.example")',
    );
  });
});

describe("the code to put into a page", () => {
  const hostile = { address: 'https://a.example/embed/x?a=1&b="', title: '"><script>' };

  it("keeps address and title as they are, as attributes", () => {
    const frame = frameCode({ ...hostile, width: "100%", height: 300 });
    const element = read(frame).querySelector("iframe");
    expect(element?.getAttribute("src")).toBe(hostile.address);
    expect(element?.getAttribute("title")).toBe(hostile.title);
    expect(read(frame).scripts).toHaveLength(0);
  });

  it("leaves a link where no script runs", () => {
    const code = loaderCode(hostile, {
      page: "https://a.example/p",
      loader: "https://a.example/e",
    });
    const page = read(code);
    expect(page.querySelector("[data-contrechamp] a")?.getAttribute("href")).toBe(
      "https://a.example/p",
    );
    expect(page.scripts).toHaveLength(1);
  });

  it("gives a frame more height where it is narrower", () => {
    expect(frameHeight(numberExhibit, 280)).toBeGreaterThan(frameHeight(numberExhibit, 800));
    expect(frameHeight(placeExhibit, 600)).toBeGreaterThan(400);
  });

  it("is escaped in the XML form of oEmbed", () => {
    const xml = oembedXml({ html: "<iframe></iframe>", width: 600 });
    const page = new DOMParser().parseFromString(xml, "text/xml");
    expect(page.querySelector("html")?.textContent).toBe("<iframe></iframe>");
  });
});
