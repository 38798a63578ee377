import type { TextDocument } from "./text-document.ts";
import { escapeXml, xmlText } from "./xml-text.ts";

type Paragraph = {
  name: string;
  display: string;
  parent?: string;
  outline?: number;
  paragraph?: string;
  text?: string;
};

const paragraphs: readonly Paragraph[] = [
  { name: "Standard", display: "Standard" },
  {
    name: "Text_20_body",
    display: "Text body",
    parent: "Standard",
    paragraph: 'fo:margin-bottom="0.2cm" fo:line-height="125%" fo:orphans="2" fo:widows="2"',
  },
  {
    name: "Title",
    display: "Title",
    parent: "Standard",
    paragraph: 'fo:margin-bottom="0.3cm" fo:line-height="110%"',
    text: 'fo:font-size="24pt" fo:font-weight="bold"',
  },
  {
    name: "Subtitle",
    display: "Subtitle",
    parent: "Standard",
    paragraph: 'fo:margin-bottom="0.4cm"',
    text: 'fo:font-size="12pt" fo:color="#4a4a4a"',
  },
  ...[
    { level: 1, size: 18, top: 0.8 },
    { level: 2, size: 15, top: 0.7 },
    { level: 3, size: 12.5, top: 0.5 },
    { level: 4, size: 11, top: 0.4 },
  ].map(({ level, size, top }) => ({
    name: `Heading_20_${level}`,
    display: `Heading ${level}`,
    parent: "Standard",
    outline: level,
    paragraph: `fo:margin-top="${top}cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"`,
    text: `fo:font-size="${size}pt" fo:font-weight="bold"`,
  })),
  {
    name: "Note",
    display: "Note",
    parent: "Text_20_body",
    text: 'fo:font-size="9.5pt" fo:color="#4a4a4a"',
  },
  {
    name: "Quotations",
    display: "Quotations",
    parent: "Text_20_body",
    paragraph: 'fo:margin-left="0.8cm" fo:margin-bottom="0.2cm"',
  },
  {
    name: "List_20_item",
    display: "List item",
    parent: "Text_20_body",
    paragraph: 'fo:margin-bottom="0.1cm"',
  },
  {
    name: "Caption",
    display: "Caption",
    parent: "Standard",
    paragraph: 'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    text: 'fo:font-size="9.5pt" fo:color="#4a4a4a"',
  },
  {
    name: "Table_20_contents",
    display: "Table contents",
    parent: "Standard",
    text: 'fo:font-size="9.5pt"',
  },
  {
    name: "Table_20_heading",
    display: "Table heading",
    parent: "Table_20_contents",
    paragraph: 'fo:keep-with-next="always"',
    text: 'fo:font-size="9pt" fo:color="#4a4a4a"',
  },
  {
    name: "Footer",
    display: "Footer",
    parent: "Standard",
    text: 'fo:font-size="8.5pt" fo:color="#4a4a4a"',
  },
];

/** Styles of a document: those that a reader's own template may replace, its language, its page and footer. */
export function odtStyles(document: TextDocument, spaces: string): string {
  const { language, country } = document;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${spaces}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-family="'Liberation Sans', Arial, sans-serif" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style>${paragraphs.map(paragraphStyle).join("")}${characters()}${lists()}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${footerOf(document)}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;
}

function paragraphStyle({ name, display, parent, outline, paragraph, text }: Paragraph): string {
  const above = parent === undefined ? "" : ` style:parent-style-name="${parent}"`;
  const level = outline === undefined ? "" : ` style:default-outline-level="${outline}"`;
  const shape = paragraph === undefined ? "" : `<style:paragraph-properties ${paragraph}/>`;
  const look = text === undefined ? "" : `<style:text-properties ${text}/>`;
  return `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph"${above}${level}>${shape}${look}</style:style>`;
}

function characters(): string {
  const style = (name: string, look: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${look}/></style:style>`;
  return [
    style("Strong", 'fo:font-weight="bold"'),
    style("Emphasis", 'fo:font-style="italic"'),
    style("Strong_emphasis", 'fo:font-weight="bold" fo:font-style="italic"'),
  ].join("");
}

function lists(): string {
  const place =
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.5cm" fo:margin-left="0.6cm"/></style:list-level-properties>';
  return `<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${place}</text:list-level-style-bullet></text:list-style><text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${place}</text:list-level-style-number></text:list-style>`;
}

function footerOf({ footer, pageWords }: TextDocument): string {
  const numbered = escapeXml(pageWords)
    .replace("{page}", '<text:page-number text:select-page="current">1</text:page-number>')
    .replace("{pages}", "<text:page-count>1</text:page-count>");
  return `${xmlText(footer)} · ${numbered}`;
}
