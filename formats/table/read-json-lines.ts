import { FormatProblem } from "../format-problem.ts";
import { deepestNesting } from "./json-record-cutter.ts";
import { headersOf, type JsonRecord, rowBatches } from "./json-rows.ts";
import { longestRecord, type OpenedTable } from "./opened-table.ts";

/** Reads one JSON object per line (NDJSON, JSON Lines, RFC 8142 text sequences). */
export async function readJsonLines(
  encoding: string,
  text: AsyncGenerator<string>,
): Promise<OpenedTable> {
  const records = cutLines(text);
  const first = await records.next();
  if (first.done) throw new FormatProblem("empty-file");
  return {
    format: "ndjson",
    encoding,
    delimiter: null,
    sheet: null,
    headers: headersOf(first.value),
    rows: rowBatches(first.value, records),
  };
}

async function* cutLines(text: AsyncGenerator<string>): AsyncGenerator<JsonRecord> {
  let held = "";
  let line = 0;
  for await (const chunk of text) {
    const parts = (held + chunk).split("\n");
    held = parts.pop() ?? "";
    if (held.length > longestRecord) throw new FormatProblem("line-too-long", "", line + 1);
    for (const part of parts) {
      line += 1;
      yield* recordOf(part, line);
    }
  }
  yield* recordOf(held, line + 1);
}

function* recordOf(part: string, line: number): Generator<JsonRecord> {
  const text = withoutMark(part).trim();
  if (text === "") return;
  if (text.length > longestRecord) throw new FormatProblem("line-too-long", "", line);
  if (isTooDeep(text)) throw new FormatProblem("nested-too-deep", "", line);
  yield { text, line };
}

/** Without the record separator of RFC 8142 or a byte order mark. */
function withoutMark(text: string): string {
  const code = text.charCodeAt(0);
  return code === 0x1e || code === 0xfeff ? text.slice(1) : text;
}

/** JSON.parse recurses, so depth is counted before, outside strings. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/[[\]{}]/g) ?? []) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > deepestNesting) return true;
  }
  return false;
}
