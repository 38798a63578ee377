import {
  type Chunks,
  type ExportCell,
  type ExportColumn,
  listSeparator,
  type RowBatches,
  withoutShapes,
  writeJsonCell,
} from "./export-column.ts";
import { writeZip, type ZipMember } from "./write-zip.ts";

export type Sheet = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly batches: RowBatches;
};

/** What a sheet can hold, its heading row apart. */
const mostRows = 1_048_575;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook (ECMA-376), written as it is read. Numbers are numbers; text is text, which no spreadsheet runs as a formula.
 * Rows beyond what a sheet holds go on in another.
 */
export function writeXlsx(sheets: readonly Sheet[], date: Date): Chunks {
  return writeZip(workbookMembers(sheets), date);
}

async function* workbookMembers(sheets: readonly Sheet[]): AsyncGenerator<ZipMember> {
  const names: string[] = [];
  for (const { name, columns, batches } of sheets) {
    const shown = withoutShapes(columns);
    const rows = rowsOf(batches);
    let next = await rows.next();
    do {
      names.push(names.includes(name) ? `${name} ${names.length + 1}` : name);
      const taken = { next };
      yield {
        name: `xl/worksheets/sheet${names.length}.xml`,
        chunks: sheetXml(shown, rows, taken),
      };
      next = taken.next;
    } while (!next.done);
  }
  yield* frameMembers(names);
}

type RowXml = AsyncGenerator<Readonly<Record<string, ExportCell>>>;

async function* rowsOf(batches: RowBatches): RowXml {
  for await (const rows of batches) yield* rows;
}

async function* sheetXml(
  columns: readonly ExportColumn[],
  rows: RowXml,
  taken: { next: IteratorResult<Readonly<Record<string, ExportCell>>> },
): Chunks {
  const letters = columns.map((_, index) => columnName(index + 1));
  const widths = columns
    .map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="20" customWidth="1"/>`)
    .join("");
  const heading = columns
    .map(
      ({ name }, i) =>
        `<c r="${letters[i]}1" t="inlineStr" s="1"><is><t>${escapeXml(name)}</t></is></c>`,
    )
    .join("");
  yield Buffer.from(
    `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${heading}</row>`,
  );
  let text = "";
  let count = 0;
  for (; !taken.next.done && count < mostRows; count++) {
    text += rowXml(columns, letters, count + 2, taken.next.value);
    if (text.length > 65_536) {
      yield Buffer.from(text);
      text = "";
    }
    taken.next = await rows.next();
  }
  yield Buffer.from(
    `${text}</sheetData><autoFilter ref="A1:${letters.at(-1)}${count + 1}"/></worksheet>`,
  );
}

/** A cell without a value is no cell: each says where it stands. */
function rowXml(
  columns: readonly ExportColumn[],
  letters: readonly string[],
  number: number,
  row: Readonly<Record<string, ExportCell>>,
): string {
  let xml = `<row r="${number}">`;
  for (const [i, { name, type }] of columns.entries()) {
    const cell = row[name] ?? null;
    if (cell !== null) xml += cellXml(type, cell, `${letters[i]}${number}`);
  }
  return `${xml}</row>`;
}

function cellXml(type: ExportColumn["type"], cell: Exclude<ExportCell, null>, at: string): string {
  if (typeof cell === "number") {
    return type === "money"
      ? `<c r="${at}" s="2"><v>${cell / 100}</v></c>`
      : `<c r="${at}"><v>${cell}</v></c>`;
  }
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = fitCell(typeof cell === "string" ? cell : textOf(type, cell));
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function textOf(type: ExportColumn["type"], cell: object): string {
  return type === "list" ? (cell as readonly string[]).join(listSeparator) : writeJsonCell(cell);
}

/** What a cell can hold: a longer one, and a spreadsheet calls the whole file broken. */
const longestCell = 32_767;
const cut = " […]";

function fitCell(text: string): string {
  return text.length <= longestCell ? text : text.slice(0, longestCell - cut.length) + cut;
}

/** What XML 1.0 cannot hold at all is left out. */
function escapeXml(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  );
}

/** 1 → A, 27 → AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + letter : letter;
}

function* frameMembers(names: readonly string[]): Generator<ZipMember> {
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, i) => write(name, i + 1)).join("");
  yield member(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i}" r:id="rId${i}"/>`)}</sheets></workbook>`,
  );
  yield member(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${packageRelations}">${each((_, i) => `<Relationship Id="rId${i}" Type="${relations}/worksheet" Target="worksheets/sheet${i}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield member(
    "xl/styles.xml",
    `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  yield member(
    "_rels/.rels",
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield member(
    "[Content_Types].xml",
    `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${each((_, i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${sheetType}.worksheet+xml"/>`)}</Types>`,
  );
}

function member(name: string, text: string): ZipMember {
  return { name, chunks: once(`${xml}${text}`) };
}

async function* once(text: string): Chunks {
  yield Buffer.from(text);
}
