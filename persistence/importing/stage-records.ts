import { once } from "node:events";
import type { WriteSql } from "../database.ts";
import type { DuplicateRow, StagedRecord } from "./import-order.ts";

/** Characters that PostgreSQL's jsonb cannot hold: the null character and halves of surrogate pairs. */
const unstorable = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** A record with a character that no text of the registry may hold. */
export class UnstorableText extends Error {
  constructor(readonly line: number) {
    super(`Line ${line} holds a null character or half a character.`);
  }
}

/**
 * Streams the records into a temporary table with COPY. Memory stays at one batch; what the stream has not taken yet
 * is waited for. `identities` is the sequence that each row takes a number from while it is staged.
 */
export async function stageRecords(
  sql: WriteSql,
  batches: AsyncIterable<readonly StagedRecord[]>,
  documents: Map<string, NonNullable<StagedRecord["document"]>>,
  identities?: string,
): Promise<number> {
  await sql`DROP TABLE IF EXISTS import_row CASCADE`;
  await sql`DROP TABLE IF EXISTS import_plan`;
  await sql`
    CREATE TEMP TABLE import_row (
      ordinal bigint, line integer, key text, body jsonb, observed_on date, document text, identity bigint
    ) ON COMMIT DROP`;
  if (identities !== undefined)
    await sql`ALTER TABLE import_row ALTER identity SET DEFAULT nextval(${sql.unsafe(`'${identities}'`)}::regclass)`;
  const copy =
    await sql`COPY import_row (ordinal, line, key, body, observed_on, document) FROM STDIN`.writable();
  let failure: Error | undefined;
  copy.once("error", (error: Error) => {
    failure = error;
  });
  let ordinal = 0;
  try {
    for await (const batch of batches) {
      let lines = "";
      for (const record of batch) {
        ordinal += 1;
        if (record.document) documents.set(record.document.key, record.document);
        lines += copyLine(ordinal, record);
      }
      if (failure) throw failure;
      if (lines !== "" && !copy.write(lines)) await once(copy, "drain");
    }
  } catch (error) {
    copy.destroy();
    throw error;
  }
  copy.end();
  await once(copy, "finish");
  await sql`ANALYZE import_row (ordinal, key, document)`;
  return ordinal;
}

function copyLine(ordinal: number, record: StagedRecord): string {
  const body = JSON.stringify(record.body);
  if (unstorable.test(body)) throw new UnstorableText(record.line);
  const cells = [
    ordinal,
    record.line,
    escapeText(record.key),
    body.includes("\\") ? body.replaceAll("\\", "\\\\") : body,
    record.observedOn ?? "\\N",
    record.document ? escapeText(record.document.key) : "\\N",
  ];
  return `${cells.join("\t")}\n`;
}

/** COPY's text format: a backslash, a tab and line ends are written with a backslash. */
function escapeText(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

/** Takes out rows whose key stands on an earlier row, and names them. */
export async function setDuplicatesAside(sql: WriteSql): Promise<DuplicateRow[]> {
  const rows = await sql<DuplicateRow[]>`
    DELETE FROM import_row r USING (
      SELECT key, min(ordinal) AS first, (array_agg(line ORDER BY ordinal))[1] AS line
      FROM import_row GROUP BY key HAVING count(*) > 1) d
    WHERE r.key = d.key AND r.ordinal > d.first
    RETURNING r.line, r.key, d.line AS "firstLine", r.body`;
  return rows.sort((a, b) => a.line - b.line);
}
