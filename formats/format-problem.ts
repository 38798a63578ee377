/** Everything that can be wrong with a file before its rows mean anything. Closed list: each has one sentence. */
export const formatProblems = {
  "empty-file": "The file is empty.",
  "no-rows": "The file has a header and no row.",
  "binary-file": "This is not a table: the file holds binary data.",
  "truncated-file": "The file ends in the middle of its data: it was probably not received whole.",
  "line-too-long": "A line is longer than 2 MB: this is not a table with one record per line.",
  "too-many-columns": "The table has more than 1,000 columns.",
  "nested-too-deep": "The JSON is nested deeper than 64 levels.",
  "record-too-large": "A record is larger than 2 MB.",
  "zip-bomb": "The archive unpacks to far more than a table can hold.",
  "unreadable-archive":
    "The archive can't be read: it is damaged, encrypted or not what its name says.",
  "several-tables": "The archive holds several tables: unpack it and give one.",
  "unknown-format":
    "The format is not known: CSV, XLSX, ODS, GeoJSON, NDJSON and Overpass JSON are.",
  "malformed-csv": "The table is malformed.",
  "malformed-json": "The JSON is malformed.",
  "malformed-xml": "The spreadsheet's XML is malformed or uses a document type, which is refused.",
  "unexpected-format": "The content is not of the format that was asked for.",
  "no-such-sheet": "The spreadsheet has no sheet of that name.",
  "unknown-coordinates": "The coordinate system is not known.",
  "file-too-large": "The spreadsheet is larger than 200 MB: export it as CSV.",
} as const;
export type FormatProblemCode = keyof typeof formatProblems;

/** A file that can't be read as a table. The message is a sentence for the person who gave the file. */
export class FormatProblem extends Error {
  override readonly name = "FormatProblem";
  constructor(
    readonly code: FormatProblemCode,
    readonly detail: string = "",
    readonly line: number | null = null,
  ) {
    super(
      [formatProblems[code], line === null ? "" : `Line ${line}.`, detail]
        .filter(Boolean)
        .join(" "),
    );
  }
}
