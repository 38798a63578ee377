import { randomUUID } from "node:crypto";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { cameraCells, cameraRowOf } from "../camera-cells.ts";
import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";
import { sourceKeysOfCity } from "../fact-rows/source-keys.ts";
import { releaseCondition } from "../fact-rows/stream-camera-rows.ts";
import { completeLines } from "./complete-lines.ts";

/** How a CSV file is written; `lineOf` writes the rows that PostgreSQL leaves to the program. */
export type CsvForm = {
  readonly delimiter: "," | ";";
  readonly decimal: "." | ",";
  /** A text that a spreadsheet would run is written so that it does not. */
  readonly guard: (text: string) => string;
  readonly lineOf: (row: DatasetRow) => string;
};

/** A text that a spreadsheet would run as a formula gets an apostrophe; an empty one is an empty cell. As `guardFormula`. */
const text = (name: string) =>
  `CASE WHEN strpos(E'\\'=+-@\\t\\r', left(${name}, 1)) > 0 AND ${name} ~ E'^\\'*[=+@\\t\\r-]'
    THEN '''' || ${name} ELSE nullif(${name}, '') END`;
const list = (name: string) => text(`array_to_string(${name}, ';')`);

/** As `writeHead` writes each head. */
const directions = `(SELECT string_agg(btrim(concat_ws('-', h.head ->> 'from', h.head ->> 'to')
    || coalesce(' (' || (h.head ->> 'type') || ')', '')), ';' ORDER BY h.place)
  FROM jsonb_array_elements(heads) WITH ORDINALITY AS h(head, place))`;

/** The key of each document: written out, since a join would have PostgreSQL sort what an index holds in order. */
function sourceKey(keys: ReadonlyMap<number, string>, guard: CsvForm["guard"]): string {
  const cases = [...keys].map(
    ([id, key]) => `WHEN ${Number(id)} THEN '${guard(key).replaceAll("'", "''")}'`,
  );
  return cases.length === 0 ? "NULL" : `CASE source_id ${cases.join(" ")} END`;
}

/** Cells in the order of the dataset's columns, of a camera that is published exactly. */
function columnsOf({ decimal, guard }: CsvForm, keys: ReadonlyMap<number, string>): string[] {
  const degrees = (name: string) =>
    decimal === "." ? name : `replace(${name}::text, '.', '${decimal}')`;
  return [
    text("reference"),
    "status",
    "type",
    "setting",
    "mount",
    text("label"),
    text("address"),
    text("district_code"),
    degrees("longitude"),
    degrees("latitude"),
    "CASE WHEN longitude IS NOT NULL THEN position_method END",
    "published_precision",
    text("precision_reason"),
    "to_char(precision_decided_on, 'YYYY-MM-DD')",
    `CASE WHEN heads IS NOT NULL THEN ${text(directions)} END`,
    "camera_count",
    "nullif(installed_on, '')",
    "nullif(commissioned_on, '')",
    "nullif(removed_on, '')",
    text("operator"),
    text("owner"),
    text("controller"),
    text("maintainer"),
    list("purposes"),
    list("authorisation_references"),
    "retention_days",
    text("monitoring"),
    text("algorithmic_processing"),
    // A camera with free attributes is left to the program.
    "NULL",
    sourceKey(keys, guard),
  ];
}

/**
 * What PostgreSQL does not write as the program does: a place that is not published exactly, free attributes, degrees so small
 * that they have an exponent.
 */
const isOdd = `(published_precision <> 'exact' OR attributes IS NOT NULL
  OR abs(longitude) < 0.0001 OR abs(latitude) < 0.0001)`;

/**
 * The lines of the CSV file of cameras. Nearly all are written by PostgreSQL and pass through as bytes, at twice the speed;
 * the odd ones come as JSON behind a mark that no data can hold, and are written by the program. Equal to what `writeCsv`
 * makes of `streamCameraRows`, tested. Constant memory.
 */
export async function* streamCameraCsv(
  sql: ReadSql,
  cityId: number,
  release: RowsRelease,
  form: CsvForm,
): AsyncGenerator<Uint8Array> {
  const keys = await sourceKeysOfCity(sql, cityId);
  const mark = `\u0001${randomUUID()}`;
  const [first = "", ...others] = columnsOf(form, keys).map(
    (column) => `CASE WHEN NOT odd THEN ${column} END`,
  );
  const odd = `CASE WHEN odd THEN '${mark}' || json_build_array(${cameraCells.map((cell) => `(${cell})::text`).join(", ")})::text
    ELSE ${first} END`;
  const stream = await sql
    .unsafe(
      `COPY (SELECT ${[odd, ...others].join(", ")} FROM (
        SELECT *, ${isOdd} AS odd FROM camera_version
        WHERE city_id = ${Number(cityId)} AND ${releaseCondition(release)} ORDER BY reference OFFSET 0) AS v
      ) TO STDOUT (FORMAT csv, DELIMITER '${form.delimiter}')`,
    )
    .readable();
  const oddLine = (json: string) => form.lineOf(cameraRowOf(JSON.parse(json), keys));
  const lines = completeLines(`"${mark}`, oddLine);
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const done = lines(chunk as Buffer);
      if (done.byteLength > 0) yield done;
    }
  } finally {
    // As in `streamCameraRows`: what is left is read, and the socket is let go on.
    stream.on("error", () => undefined).resume();
    stream._read(0);
  }
}
