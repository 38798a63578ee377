import { type Archive, openArchive } from "../archive/open-archive.ts";
import { FormatProblem } from "../format-problem.ts";
import { mostColumns, type OpenedTable, type TableOptions } from "./opened-table.ts";
import { openSheet, type SheetRow } from "./sheet-rows.ts";
import { isDateFormat, serialToIso } from "./spreadsheet-dates.ts";
import { readXml, xmlChunks } from "./xml-events.ts";

type Workbook = {
  sheets: readonly { name: string; path: string; hidden: boolean }[];
  from1904: boolean;
};

/** Reads one sheet of an Office Open XML workbook (ECMA-376), row by row; formulas give their last value. */
export async function readXlsx(bytes: Buffer, options: TableOptions): Promise<OpenedTable> {
  const archive = openArchive(bytes);
  const workbook = await readWorkbook(archive);
  const sheet =
    options.sheet === undefined
      ? (workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0])
      : workbook.sheets.find(({ name }) => name === options.sheet);
  if (!sheet) {
    const names = workbook.sheets.map(({ name }) => name).slice(0, 20);
    throw new FormatProblem("no-such-sheet", `It has: ${names.join(", ")}.`);
  }
  const strings = await readSharedStrings(archive);
  const dateStyles = await readDateStyles(archive);
  const meaning = { strings, dateStyles, from1904: workbook.from1904 };
  const rows = readRows(archive.read(sheet.path), meaning);
  return openSheet("xlsx", sheet.name, rows);
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  const relations = "xl/_rels/workbook.xml.rels";
  await readXml(archive.read(relations), {
    open: (name, attributes) => {
      if (name === "Relationship") targets.set(attributes.Id ?? "", attributes.Target ?? "");
    },
    close: () => {},
    text: () => {},
  });
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive.read("xl/workbook.xml"), {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const target = targets.get(attributes["r:id"] ?? "") ?? "";
      sheets.push({
        name: attributes.name ?? "",
        path: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
        hidden: (attributes.state ?? "visible") !== "visible",
      });
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, from1904 };
}

const has = (archive: Archive, name: string) =>
  archive.entries.some((entry) => entry.name === name);

/** Texts are kept once and cells point at them. Phonetic hints (rPh) are no part of the text. */
async function readSharedStrings(archive: Archive): Promise<string[]> {
  const path = "xl/sharedStrings.xml";
  const strings: string[] = [];
  if (!has(archive, path)) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  await readXml(archive.read(path), {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") inText = phonetic === 0;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      else if (name === "rPh") phonetic -= 1;
      else if (name === "t") inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return strings;
}

/** Which cell styles show dates, by their index. */
async function readDateStyles(archive: Archive): Promise<boolean[]> {
  const path = "xl/styles.xml";
  const dates: boolean[] = [];
  if (!has(archive, path)) return dates;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        dates.push(isDateFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
    text: () => {},
  });
  return dates;
}

type Meaning = { strings: readonly string[]; dateStyles: readonly boolean[]; from1904: boolean };

async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  meaning: Meaning,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(meaning);
  for await (const _ of xmlChunks(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (part) => reader.text(part),
  })) {
    const rows = reader.done;
    reader.done = [];
    yield* rows;
  }
  yield* reader.done;
}

/** Collects the rows of a sheet as its XML goes by. */
class SheetReader {
  done: SheetRow[] = [];
  readonly #meaning: Meaning;
  #row: SheetRow = { line: 0, cells: [] };
  #cell = { column: 0, type: "", style: -1, value: "" };
  #inValue = false;

  constructor(meaning: Meaning) {
    this.#meaning = meaning;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      this.#row = { line: Number(attributes.r ?? this.#row.line + 1), cells: [] };
    } else if (name === "c") this.#openCell(attributes);
    else if (name === "v" || name === "t") this.#inValue = true;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#cell = {
      column: r === undefined ? this.#row.cells.length : columnOf(r),
      type: t ?? "n",
      style: Number(s ?? -1),
      value: "",
    };
  }

  text(part: string): void {
    if (this.#inValue) this.#cell.value += part;
  }

  close(name: string): void {
    if (name === "row") this.done.push(this.#row);
    else if (name === "v" || name === "t") this.#inValue = false;
    else if (name === "c" && this.#cell.value !== "") this.#closeCell();
  }

  #closeCell(): void {
    const { cells, line } = this.#row;
    if (this.#cell.column >= mostColumns) throw new FormatProblem("too-many-columns", "", line);
    while (cells.length < this.#cell.column) cells.push(null);
    cells[this.#cell.column] = shownValue(this.#cell, this.#meaning);
  }
}

/** "AB12" → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.match(/^[A-Z]{1,3}/)?.[0] ?? "A")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function shownValue(
  cell: { type: string; style: number; value: string },
  { strings, dateStyles, from1904 }: Meaning,
): string {
  if (cell.type === "s") {
    const text = strings[Number(cell.value)];
    if (text === undefined) throw new FormatProblem("malformed-xml", "A text is missing.");
    return text;
  }
  if (cell.type === "b") return cell.value === "1" ? "true" : "false";
  if (cell.type !== "n") return cell.value;
  const number = Number(cell.value);
  if (dateStyles[cell.style]) return serialToIso(number, from1904) ?? cell.value;
  return Number.isFinite(number) ? String(number) : cell.value;
}
