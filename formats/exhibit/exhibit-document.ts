import { drawLegendMark, legendOf } from "#formats/chart/chart-legend.ts";
import type { ChartSpec } from "#formats/chart/chart-spec.ts";
import { chartTable } from "#formats/chart/chart-table.ts";
import { drawChart } from "#formats/chart/draw-chart.ts";
import { pagePalette } from "#formats/chart/palettes.ts";
import { escapeXml } from "#formats/chart/svg-text.ts";
import { drawPlan } from "#formats/svg/draw-plan.ts";
import type { Exhibit, ShownChart, ShownNumber, ShownPlace } from "./exhibit.ts";
import { drawnWidths, exhibitStyle, type Theme } from "./exhibit-style.ts";
import { heightScript } from "./height-script.ts";

export type DocumentWords = {
  locale: string;
  theme: Theme;
  /** Which release, of which day, live or frozen. */
  stamp: string;
  /** "Source: …" */
  source: string;
  /** The head of the log of public acts when this was made, so that it is kept wherever the frame is copied. */
  proof?: string | undefined;
  /** Where it can be read with its definitions, and its files; the first is the way back. */
  links: readonly { label: string; href: string }[];
  /** The gesture that opens the table of a chart. */
  table: string;
  /** A later release says otherwise: what, and where to read it. */
  superseded?: { title: string; changes: readonly string[]; link: Link } | undefined;
  /** Kept hidden until the database cannot be reached. */
  databaseNotice: string;
  canonical: string;
  /** Address of the oEmbed description. */
  description?: string | undefined;
};
type Link = { label: string; href: string };

/** A whole page of its own for a frame in another site: no file to fetch, no cookie, nothing but words and a drawing. */
export function exhibitDocument(exhibit: Exhibit, words: DocumentWords): string {
  const { place, title, subtitle, warning, notes } = exhibit;
  return documentOf(
    words,
    `${title} · ${place}`,
    `<figure aria-labelledby="title">` +
      (warning ? paragraph("w", warning) : "") +
      paragraph("k", place) +
      `<h1 id="title">${escapeXml(title)}</h1>` +
      (subtitle === "" ? "" : paragraph("u", subtitle)) +
      shownOf(exhibit, words) +
      notes.map((note) => paragraph("n", note)).join("") +
      supersededOf(words) +
      `</figure><footer>` +
      `<p>${escapeXml(words.source)}</p><p>${escapeXml(words.stamp)}</p>${words.proof ? paragraph("r", words.proof) : ""}<p class="f">${words.links.map(linkOf).join("")}</p></footer>`,
  );
}

/** What stands in the frame when there is nothing to show. */
export function absentDocument(
  words: Pick<DocumentWords, "locale" | "theme" | "canonical" | "databaseNotice">,
  said: { title: string; text: string; link: Link },
): string {
  return documentOf(
    words,
    said.title,
    `<h1>${escapeXml(said.title)}</h1>${paragraph("n", said.text)}<p class="f">${linkOf(said.link)}</p>`,
  );
}

function documentOf(
  words: Pick<DocumentWords, "locale" | "theme" | "canonical" | "databaseNotice" | "description">,
  title: string,
  main: string,
): string {
  const described = words.description
    ? `<link rel="alternate" type="application/json+oembed" href="${escapeXml(words.description)}">`
    : "";
  return (
    `<!doctype html><html lang="${escapeXml(words.locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeXml(title)}</title>` +
    `<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">` +
    `<link rel="canonical" href="${escapeXml(words.canonical)}">${described}` +
    `<style>${exhibitStyle(words.theme)}</style></head><body><main aria-label="${escapeXml(title)}">` +
    `<p id="database-notice" class="x" hidden>${escapeXml(words.databaseNotice)}</p>${main}</main>` +
    `<script>${heightScript}</script></body></html>\n`
  );
}

function paragraph(look: string, words: string): string {
  return `<p class="${look}">${escapeXml(words)}</p>`;
}

function linkOf({ label, href }: Link): string {
  return `<a href="${escapeXml(href)}" target="_blank" rel="noopener">${escapeXml(label)}</a>`;
}

function supersededOf({ superseded }: DocumentWords): string {
  if (!superseded) return "";
  const { title, changes, link } = superseded;
  const list = changes.map((change) => `<li>${escapeXml(change)}</li>`).join("");
  return `<div class="x" role="note"><p>${escapeXml(title)} ${linkOf(link)}</p>${list === "" ? "" : `<ul>${list}</ul>`}</div>`;
}

function shownOf({ shown }: Exhibit, words: DocumentWords): string {
  switch (shown.form) {
    case "number":
      return numberOf(shown);
    case "chart":
      return chartOf(shown, words);
    case "place":
      return placeOf(shown);
  }
}

function numberOf({ words, isSilent, isAlert }: ShownNumber): string {
  return paragraph(`v${isSilent ? " q" : ""}${isAlert ? " a" : ""}`, words);
}

function chartOf({ spec, tableWords }: ShownChart, words: DocumentWords): string {
  const drawings = drawnWidths.map(({ name, width }) => {
    const drawing = drawChart(spec, { width, palette: pagePalette });
    return `<div class="d ${name}">${drawing.namesSeries ? "" : legend(spec, name)}${drawing.svg}</div>`;
  });
  const { headings, rows } = chartTable(spec, tableWords);
  const head = headings.map((heading) => `<th scope="col">${escapeXml(heading)}</th>`).join("");
  const body = rows.map(({ label, cells }) => {
    const written = cells.map(
      (cell) => `<td${cell.value === undefined ? ' class="q"' : ""}>${escapeXml(cell.words)}</td>`,
    );
    return `<tr><th scope="row">${escapeXml(label)}</th>${written.join("")}</tr>`;
  });
  return (
    drawings.join("") +
    `<details><summary>${escapeXml(words.table)}</summary><div class="t" tabindex="0" role="region" aria-labelledby="title">` +
    `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div></details>`
  );
}

function legend(spec: ChartSpec, id: string): string {
  const entries = legendOf(spec).map(
    (entry) =>
      `<li>${drawLegendMark(spec, entry, { palette: pagePalette, id: `legend-${id}` })}${escapeXml(entry.label)}</li>`,
  );
  return entries.length === 0 ? "" : `<ul class="g">${entries.join("")}</ul>`;
}

/** A plan is scaled, not laid out anew: its few words stay readable down to 280 pixels. */
export const PLAN_WIDTH = 440;

function placeOf({ plan, facts }: ShownPlace): string {
  const drawing = plan && drawPlan(plan, { width: PLAN_WIDTH, palette: pagePalette, id: "plan" });
  const list = facts.map(
    ({ label, words }) => `<div><dt>${escapeXml(label)}</dt><dd>${escapeXml(words)}</dd></div>`,
  );
  return (
    (drawing ? `<div class="d p">${drawing.svg}</div>` : "") +
    (list.length === 0 ? "" : `<dl>${list.join("")}</dl>`)
  );
}
