import { openArchive } from "../archive/open-archive.ts";
import { FormatProblem } from "../format-problem.ts";
import { mostColumns, type OpenedTable, type TableOptions } from "./opened-table.ts";
import { openSheet, type SheetRow } from "./sheet-rows.ts";
import { readXml, xmlChunks } from "./xml-events.ts";

/** A row that says something, repeated more often than this, is no table. */
const mostRepeats = 100_000;

/** Reads one sheet of an OpenDocument spreadsheet (ISO/IEC 26300), row by row. */
export async function readOds(bytes: Buffer, options: TableOptions): Promise<OpenedTable> {
  const archive = openArchive(bytes);
  const names: string[] = [];
  await readXml(archive.read("content.xml"), {
    open: (name, attributes) => {
      if (name === "table") names.push(attributes["table:name"] ?? "");
    },
    close: () => {},
    text: () => {},
  });
  const sheet = options.sheet ?? names[0];
  if (sheet === undefined || !names.includes(sheet))
    throw new FormatProblem("no-such-sheet", `It has: ${names.slice(0, 20).join(", ")}.`);
  return openSheet("ods", sheet, readRows(archive.read("content.xml"), sheet));
}

type Cell = { repeats: number; value: string | null; text: string };

/** Collects the rows of one sheet. Cells and rows that repeat are written once with a count: empty ones cost nothing. */
class SheetReader {
  done: SheetRow[] = [];
  readonly #sheet: string;
  #isInside = false;
  #depth = 0;
  #line = 1;
  #cells: (string | null)[] = [];
  #gap = 0;
  #rowRepeats = 1;
  #cell: Cell | undefined;
  #paragraphs = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "table") {
      this.#isInside = attributes["table:name"] === this.#sheet;
      this.#line = 1;
    } else if (!this.#isInside) return;
    else if (name === "table-row") {
      this.#cells = [];
      this.#gap = 0;
      this.#rowRepeats = repeatsOf(attributes["table:number-rows-repeated"]);
    } else if (name === "table-cell" || name === "covered-table-cell") this.#openCell(attributes);
    else if (name === "annotation") this.#depth += 1;
    else if (name === "p" && this.#cell && this.#depth === 0) {
      if (this.#paragraphs > 0) this.#cell.text += "\n";
      this.#paragraphs += 1;
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#paragraphs = 0;
    this.#cell = {
      repeats: repeatsOf(attributes["table:number-columns-repeated"]),
      value: typedValue(attributes),
      text: "",
    };
  }

  text(part: string): void {
    if (this.#cell && this.#depth === 0 && this.#paragraphs > 0) this.#cell.text += part;
  }

  close(name: string): void {
    if (!this.#isInside) return;
    if (name === "table") this.#isInside = false;
    else if (name === "annotation") this.#depth -= 1;
    else if (name === "table-row") this.#closeRow();
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell();
  }

  #closeCell(): void {
    const { repeats, value, text } = this.#cell ?? { repeats: 1, value: null, text: "" };
    this.#cell = undefined;
    const shown = value ?? (text === "" ? null : text);
    if (shown === null) {
      this.#gap += repeats;
      return;
    }
    if (this.#cells.length + this.#gap + repeats > mostColumns)
      throw new FormatProblem("too-many-columns", "", this.#line);
    for (; this.#gap > 0; this.#gap--) this.#cells.push(null);
    for (let i = 0; i < repeats; i++) this.#cells.push(shown);
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      if (this.#rowRepeats > mostRepeats) throw new FormatProblem("zip-bomb", "", this.#line);
      for (let i = 0; i < this.#rowRepeats; i++)
        this.done.push({ line: this.#line + i, cells: this.#cells });
    }
    this.#line += this.#rowRepeats;
  }
}

function repeatsOf(said: string | undefined): number {
  const repeats = Number(said ?? 1);
  return Number.isInteger(repeats) && repeats > 0 ? repeats : 1;
}

/** What the cell holds, where it is more than its displayed text. */
function typedValue(attributes: Readonly<Record<string, string>>): string | null {
  const type = attributes["office:value-type"];
  if (type === "date") return attributes["office:date-value"] ?? null;
  if (type === "boolean") return attributes["office:boolean-value"] ?? null;
  if (type === "float" || type === "currency" || type === "percentage")
    return attributes["office:value"] ?? null;
  return null;
}

async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  sheet: string,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(sheet);
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
