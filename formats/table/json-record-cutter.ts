import { FormatProblem } from "../format-problem.ts";
import type { JsonRecord } from "./json-rows.ts";
import { longestRecord } from "./opened-table.ts";

export const deepestNesting = 64;

/** Arrays that hold the records, by the name of their key. */
const recordArrays = ["features", "elements", "data", "records", "results"];

const quote = 34;
const backslash = 92;

/**
 * Cuts the records out of one JSON document as it streams by: objects standing directly in an array that is the root,
 * or the value of a known key of the root. Holds one record at a time; depth and size are bounded before any parsing.
 */
export class JsonRecordCutter {
  /** "array" for a root array, else the key of the array. */
  container = "";
  #depth = 0;
  #line = 1;
  #inString = false;
  #escaped = false;
  #lastKey = "";
  #stringStart = -1;
  #arrayDepth = -1;
  #startLine = 1;
  #start = -1;
  #held = "";
  #found = 0;

  cut(chunk: string): JsonRecord[] {
    const records: JsonRecord[] = [];
    if (this.#start >= 0) this.#start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === 10) this.#line += 1;
      if (this.#inString) this.#passString(code, chunk, i);
      else this.#passMark(code, chunk, i, records);
    }
    if (this.#start >= 0) this.#keep(chunk.slice(this.#start));
    this.#stringStart = -1;
    return records;
  }

  #passMark(code: number, chunk: string, i: number, records: JsonRecord[]): void {
    if (code === quote) this.#enterString(i);
    else if (code === 123 || code === 91) this.#open(code, i);
    else if (code === 125 || code === 93) {
      const record = this.#close(chunk, i);
      if (record) records.push(record);
    }
  }

  finish(): void {
    if (this.#depth !== 0 || this.#inString) throw new FormatProblem("truncated-file");
    if (this.#found === 0)
      throw new FormatProblem("no-rows", "No list of records was found in the JSON.");
  }

  #enterString(i: number): void {
    this.#inString = true;
    this.#stringStart = i;
  }

  #passString(code: number, chunk: string, i: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === backslash) this.#escaped = true;
    else if (code === quote) {
      this.#inString = false;
      if (this.#start < 0 && this.#stringStart >= 0)
        this.#lastKey = chunk.slice(this.#stringStart + 1, i);
    }
  }

  #open(code: number, i: number): void {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new FormatProblem("nested-too-deep", "", this.#line);
    if (this.#start >= 0) return;
    if (code === 91) this.#openArray();
    else if (this.#arrayDepth >= 0 && this.#depth === this.#arrayDepth + 1) {
      this.#start = i;
      this.#startLine = this.#line;
    }
  }

  #openArray(): void {
    if (this.#arrayDepth >= 0) return;
    const isRoot = this.#depth === 1;
    if (!isRoot && !(this.#depth === 2 && recordArrays.includes(this.#lastKey))) return;
    this.#arrayDepth = this.#depth;
    this.container = isRoot ? "array" : this.#lastKey;
  }

  #close(chunk: string, i: number): JsonRecord | undefined {
    const endsRecord = this.#start >= 0 && this.#depth === this.#arrayDepth + 1;
    this.#depth -= 1;
    if (this.#depth < 0) throw new FormatProblem("malformed-json", "", this.#line);
    if (this.#depth < this.#arrayDepth) this.#arrayDepth = -1;
    if (!endsRecord) return undefined;
    this.#keep(chunk.slice(this.#start, i + 1));
    const record = { text: this.#held, line: this.#startLine };
    this.#held = "";
    this.#start = -1;
    this.#found += 1;
    return record;
  }

  #keep(part: string): void {
    this.#held += part;
    if (this.#held.length > longestRecord)
      throw new FormatProblem("record-too-large", "", this.#startLine);
  }
}
