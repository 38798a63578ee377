import { strToU8, type Zippable, zipSync } from "fflate";
import { odtStyles } from "./odt-styles.ts";
import type { Block, Run, TextDocument } from "./text-document.ts";
import { escapeXml, xmlText } from "./xml-text.ts";

const type = "application/vnd.oasis.opendocument.text";
const spaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'office:version="1.3"',
].join(" ");
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Inside the margins of an A4 page, centimetres. */
const pageWidth = 17;
/** The same document gives the same bytes. */
const epoch = new Date("1980-01-01T12:00:00Z");

/**
 * An OpenDocument text (ISO/IEC 26300, version 1.3): A4, real headings, lists and tables whose header comes again on each
 * page, its language, the number of the page. The same document gives the same bytes.
 */
export function writeOdt(document: TextDocument): Uint8Array {
  const files: Zippable = {
    // First and as it is: what a file is must be read without opening it.
    mimetype: [strToU8(type), { level: 0, mtime: epoch }],
    "META-INF/manifest.xml": [strToU8(manifest()), { mtime: epoch }],
    "meta.xml": [strToU8(metaOf(document)), { mtime: epoch }],
    "styles.xml": [strToU8(odtStyles(document, spaces)), { mtime: epoch }],
    "content.xml": [strToU8(contentOf(document)), { mtime: epoch }],
  };
  return zipSync(files, { level: 6 });
}

function manifest(): string {
  const entry = (path: string, media: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`;
  return `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry("/", type)}${["content.xml", "styles.xml", "meta.xml"].map((path) => entry(path, "text/xml")).join("")}</manifest:manifest>`;
}

function metaOf({ title, language, country, date }: TextDocument): string {
  const dated = date === undefined ? "" : `<dc:date>${escapeXml(date)}</dc:date>`;
  return `${head}<office:document-meta ${spaces}><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}-${country}</dc:language>${dated}</office:meta></office:document-meta>`;
}

function contentOf({ blocks }: TextDocument): string {
  const columns = new Map<string, string>();
  const body = blocks.map((block, place) => bodyOf(block, place, columns)).join("");
  const styles = [...columns]
    .map(
      ([width, name]) =>
        `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
    )
    .join("");
  return `${head}<office:document-content ${spaces}><office:automatic-styles>${tableStyles}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** Of the document's own: readers know no cell by a style that several documents share. */
const tableStyles =
  '<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="left" fo:margin-bottom="0.2cm"/></style:style><style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding-top="0.1cm" fo:padding-bottom="0.1cm" fo:padding-left="0cm" fo:padding-right="0.25cm" fo:border-bottom="0.5pt solid #b5b5b5" fo:border-top="none" fo:border-left="none" fo:border-right="none"/></style:style>';

const looks = { title: "Title", subtitle: "Subtitle", note: "Note", quote: "Quotations" } as const;

function bodyOf(block: Block, place: number, columns: Map<string, string>): string {
  switch (block.kind) {
    case "heading":
      return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${xmlText(block.text)}</text:h>`;
    case "paragraph":
      return paragraph(block.runs, block.look ? looks[block.look] : "Text_20_body");
    case "list": {
      const items = block.items
        .map((runs) => `<text:list-item>${paragraph(runs, "List_20_item")}</text:list-item>`)
        .join("");
      return `<text:list text:style-name="${block.isNumbered ? "Numbers" : "Bullets"}">${items}</text:list>`;
    }
    case "table":
      return tableOf(block, place, columns);
  }
}

function tableOf(
  { caption, widths, header, rows }: Extract<Block, { kind: "table" }>,
  place: number,
  columns: Map<string, string>,
): string {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const declared = widths
    .map((part) => {
      const width = ((part / all) * pageWidth).toFixed(2);
      const name = columns.get(width) ?? `Column${columns.size + 1}`;
      columns.set(width, name);
      return `<table:table-column table:style-name="${name}"/>`;
    })
    .join("");
  const cell = (inner: string) =>
    `<table:table-cell table:style-name="Cell" office:value-type="string">${inner}</table:table-cell>`;
  const top = header
    .map((words) => cell(paragraph([{ text: words }], "Table_20_heading")))
    .join("");
  const lines = rows
    .map(
      (row) =>
        `<table:table-row table:style-name="Row">${row.map((runs) => cell(paragraph(runs, "Table_20_contents"))).join("")}</table:table-row>`,
    )
    .join("");
  const title = caption === "" ? "" : paragraph([{ text: caption }], "Caption");
  return `${title}<table:table table:name="Table${place + 1}" table:style-name="Table">${declared}<table:table-header-rows><table:table-row>${top}</table:table-row></table:table-header-rows>${lines}</table:table>${paragraph([], "Text_20_body")}`;
}

function paragraph(runs: readonly Run[], style: string): string {
  return `<text:p text:style-name="${style}">${runs.map(runOf).join("")}</text:p>`;
}

function runOf({ text, bold, italic, address }: Run): string {
  const style = bold && italic ? "Strong_emphasis" : bold ? "Strong" : italic ? "Emphasis" : "";
  const words = xmlText(text);
  const styled =
    style === "" ? words : `<text:span text:style-name="${style}">${words}</text:span>`;
  return address === undefined
    ? styled
    : `<text:a xlink:type="simple" xlink:href="${escapeXml(address)}">${styled}</text:a>`;
}
