// @vitest-environment jsdom
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absentDocument,
  type DocumentWords,
  exhibitDocument,
} from "#formats/exhibit/exhibit-document.ts";
import { heightScript } from "#formats/exhibit/height-script.ts";
import { framedPolicyFor } from "#server/http/content-security-policy.ts";
import { everyExhibit, numberExhibit, silentExhibit } from "./example-exhibits.ts";

const words: DocumentWords = {
  locale: "fr",
  theme: "auto",
  stamp: "Version 3 du 2 mars 2026, figée.",
  source: "Source : Registre.",
  links: [{ label: "Contrechamp", href: "/ville-temoin/figures/x?release=3" }],
  table: "Tableau des chiffres",
  databaseNotice: "La base de données ne répond pas.",
  canonical: "https://cameras.example.org/ville-temoin/figures/x?release=3",
};

const read = (html: string) => new DOMParser().parseFromString(html, "text/html");

describe.each(Object.entries(everyExhibit))("the embed of %s", (_, exhibit) => {
  const html = exhibitDocument(exhibit, words);
  const page = read(html);

  it("carries title, place, unit, notes, sources, version and the way back", () => {
    const text = page.body.textContent ?? "";
    const said = [exhibit.title, exhibit.place, exhibit.subtitle, ...exhibit.notes];
    for (const part of [...said, words.stamp, words.source]) expect(text).toContain(part);
    expect(page.querySelector("footer a")?.getAttribute("href")).toBe(words.links[0]?.href);
    expect(page.documentElement.lang).toBe("fr");
  });

  it("says the head of the public log where one is published", () => {
    const proof = "Registre public a.example/log : 7 actes, racine 0jf/B+qKO<EFr0=";
    expect(page.querySelector("footer .r")).toBeNull();
    const proved = read(exhibitDocument(exhibit, { ...words, proof }));
    expect(proved.querySelector("footer .r")?.textContent).toBe(proof);
  });

  it("asks for nothing: no file, no form, one inline script that its policy lets run", () => {
    expect(html).not.toMatch(/\ssrc=|@import|url\((?!#)|<form|<img|<link rel="stylesheet"/);
    expect([...page.scripts].map(({ textContent }) => textContent)).toEqual([heightScript]);
    expect(html).not.toMatch(/\sstyle="/);
    const policy = framedPolicyFor(html);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors *");
    expect(policy.match(/script-src 'sha256-[^']+'/)).not.toBeNull();
    expect(policy).not.toContain("unsafe-inline");
  });

  it("weighs no more than 10 KB compressed", () => {
    expect(gzipSync(html).byteLength).toBeLessThanOrEqual(10_000);
  });

  it("gives every identifier once, and names every drawing", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const drawing of page.querySelectorAll("svg[role=img]")) {
      const name = page.getElementById(drawing.getAttribute("aria-labelledby") ?? "");
      expect(name?.textContent?.trim()).not.toBe("");
    }
  });
});

describe("the embed", () => {
  it("says first that a city is fictional", () => {
    const figure = read(exhibitDocument(numberExhibit, words)).querySelector("figure");
    expect(figure?.firstElementChild?.textContent).toBe(numberExhibit.warning);
  });

  it("never shows a silence as a number", () => {
    const value = read(exhibitDocument(silentExhibit, words)).querySelector(".v");
    expect([value?.textContent, value?.classList.contains("q")]).toEqual(["non publié", true]);
  });

  it("says what changed since, with the old and the new words", () => {
    const superseded = {
      title: "Ce chiffre a changé.",
      changes: ["47,4 % → 46,1 %"],
      link: { label: "Lire la version actuelle", href: "/now" },
    };
    const note = read(exhibitDocument(numberExhibit, { ...words, superseded })).querySelector(
      "[role=note]",
    );
    expect(note?.textContent).toContain("47,4 % → 46,1 %");
    expect(note?.querySelector("a")?.getAttribute("href")).toBe("/now");
  });

  it("has the colours of one theme, or of both when the reader's is followed", () => {
    const styleOf = (theme: "light" | "dark" | "auto") =>
      exhibitDocument(numberExhibit, { ...words, theme });
    expect(styleOf("light")).not.toContain("prefers-color-scheme");
    expect(styleOf("dark")).toContain(":root{color-scheme:dark");
    expect(styleOf("auto")).toContain("prefers-color-scheme:dark");
  });

  it("keeps its notice about the database hidden until the front shows it", () => {
    const notice = read(exhibitDocument(numberExhibit, words)).getElementById("database-notice");
    expect(notice?.hidden).toBe(true);
  });

  it("says so in the frame where there is nothing to show", () => {
    const page = read(
      absentDocument(words, {
        title: "Pas disponible",
        text: "Il n’existe pas.",
        link: { label: "Contrechamp", href: "/" },
      }),
    );
    expect(page.querySelector("h1")?.textContent).toBe("Pas disponible");
  });

  it("lets no word of the data become a tag or a script", () => {
    const hostile = fc.constantFrom(
      "</style><script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "<!--",
      "]]>",
      "&lt;b&gt;",
      "' onload='x",
    );
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        const page = read(
          exhibitDocument(
            {
              ...numberExhibit,
              title: text,
              place: text,
              subtitle: text,
              notes: [text],
              warning: text,
            },
            { ...words, stamp: text, source: text, links: [{ label: text, href: text }] },
          ),
        );
        expect(page.scripts).toHaveLength(1);
        expect(page.querySelectorAll("img, style ~ style, [onload], [onerror]")).toHaveLength(0);
      }),
      { numRuns: 60 },
    );
  });
});
