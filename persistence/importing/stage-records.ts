import { once } from "node:events";
import type { WriteSql } from "../database.ts";
import { spellTypes, type TypedColumn } from "./column-types.ts";
import { absentCell, cellWriter, escapeText } from "./copy-text.ts";
import type { DuplicateRow, StagedRecord } from "./import-order.ts";

/** Characters that PostgreSQL's jsonb cannot hold: the null character and halves of surrogate pairs. */
const unstorable = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** A record with a character that no text of the registry may hold. */
export class UnstorableText extends Error {
  constructor(readonly line: number) {
    super(`Line ${line} holds a null character or half a character.`);
  }
}

/** Rows that become records as they are: what numbers them, and the columns that they are spelled into while they are read. */
export type SpelledRows = {
  identities: string;
  columns: readonly TypedColumn[];
  silent: Readonly<Record<string, unknown>>;
};

/**
 * Streams the records into a temporary table with COPY. Memory stays at one batch; what the stream has not taken yet
 * is waited for. `spelled` has PostgreSQL number the rows and take their columns apart while the file is still being
 * read, on the machine's other core.
 */
export async function stageRecords(
  sql: WriteSql,
  batches: AsyncIterable<readonly StagedRecord[]>,
  documents: Map<string, NonNullable<StagedRecord["document"]>>,
  spelled?: SpelledRows,
): Promise<number> {
  await createStage(sql, spelled);
  const cells = spelled ? cellWriter(spelled.columns, spelled.silent) : () => "";
  const spelledNames = (spelled?.columns ?? []).map(({ name }) => `, "${name}"`).join("");
  const copy = await sql`
    COPY import_row (ordinal, line, key, body, observed_on, document${sql.unsafe(spelledNames)}) FROM STDIN`.writable();
  let failure: Error | undefined;
  copy.once("error", (error: Error) => {
    failure = error;
  });
  let ordinal = 0;
  const write = (record: StagedRecord) => {
    ordinal += 1;
    if (record.document) documents.set(record.document.key, record.document);
    return `${copyLine(ordinal, record)}${cells(record.body)}\n`;
  };
  try {
    for await (const batch of batches) {
      let lines = "";
      for (const record of batch) lines += write(record);
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

async function createStage(sql: WriteSql, spelled: SpelledRows | undefined): Promise<void> {
  await sql`DROP TABLE IF EXISTS import_row CASCADE`;
  await sql`DROP TABLE IF EXISTS import_plan`;
  const more = spelled ? `, ${spelledColumns(spelled)}` : "";
  await sql`
    CREATE TEMP TABLE import_row (
      ordinal bigint, line integer, key text, body jsonb, observed_on date, document text${sql.unsafe(more)}
    ) ON COMMIT DROP`;
}

/**
 * The hash is that of the record's text in UTF-8, as `sha256(convert_to(record::text, 'UTF8'))`, which a generated column
 * may not call: jsonb_send writes a byte for its version, then that text.
 */
function spelledColumns({ identities, columns, silent }: SpelledRows): string {
  return `identity bigint DEFAULT nextval('${identities}'::regclass), ${spellTypes(columns)},
    content_hash bytea GENERATED ALWAYS AS (sha256(substr(jsonb_send(${spellJson(silent)} || body), 2))) STORED`;
}

/** JSON as a constant in a statement that takes no parameters. */
function spellJson(value: Readonly<Record<string, unknown>>): string {
  return `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
}

function copyLine(ordinal: number, record: StagedRecord): string {
  const body = JSON.stringify(record.body);
  const isEscaped = body.includes("\\");
  if (isEscaped && unstorable.test(body)) throw new UnstorableText(record.line);
  const written = isEscaped ? body.replaceAll("\\", "\\\\") : body;
  const document = record.document ? escapeText(record.document.key) : absentCell;
  return `${ordinal}\t${record.line}\t${escapeText(record.key)}\t${written}\t${record.observedOn ?? absentCell}\t${document}`;
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
