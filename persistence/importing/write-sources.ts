import { digestOf, type FileDigest } from "#domain/importing/file-digest.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { WriteSql } from "../database.ts";
import type { ImportOrder } from "./import-order.ts";
import type { NamedDocument } from "./stored-record.ts";

/** The document that the file is. One row per file and preset, however often it is imported. */
export async function writeFileSource(
  sql: WriteSql,
  order: ImportOrder,
  digest: FileDigest,
): Promise<number> {
  const { source, file } = order;
  const key = `${order.preset}:${digestOf(digest).slice(0, 16)}:${order.observedOn ?? ""}`;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO source (city_id, key, title, publisher, url, licence, licence_url, attribution, published_on,
      retrieved_on, sha256, commitment, verification, note)
    VALUES (${order.city.id}, ${key}, ${source.title}, ${source.publisher}, ${source.url}, ${source.licence},
      ${source.licenceUrl}, ${source.attribution}, ${source.publishedOn ?? order.observedOn}, ${source.retrievedOn},
      ${digest.sha256}, ${digest.commitment}, ${source.verification}, ${file.name})
    ON CONFLICT (city_id, key) DO UPDATE SET key = excluded.key RETURNING id`;
  return row?.id ?? 0;
}

/** Documents that records name as their own source. */
export async function writeNamedDocuments(
  sql: WriteSql,
  cityId: number,
  documents: Iterable<NamedDocument>,
): Promise<void> {
  for (const { key, title, url, verification } of documents) {
    await sql`INSERT INTO source (city_id, key, title, url, verification)
      VALUES (${cityId}, ${key}, ${title}, ${url}, ${verification}) ON CONFLICT (city_id, key) DO NOTHING`;
  }
}

/** A code that already stands for another definition. */
export class DefinitionDiffers extends Error {
  constructor(
    readonly code: string,
    readonly known: string,
  ) {
    super(`The definition "${code}" is already known with another meaning: ${known}`);
  }
}

/** Definitions are never changed: a series whose meaning changes is another series, under another code. */
export async function writeDefinitions(
  sql: WriteSql,
  cityId: number,
  sourceId: number,
  definitions: Iterable<OutcomeDefinition>,
): Promise<void> {
  for (const { code, funnel, stage, unit, wording } of definitions) {
    await sql`INSERT INTO outcome_definition (city_id, code, funnel, stage, unit, wording, source_id)
      VALUES (${cityId}, ${code}, ${funnel}, ${stage}, ${unit}, ${wording}, ${sourceId})
      ON CONFLICT (city_id, code) DO NOTHING`;
    const [known] = await sql<OutcomeDefinition[]>`
      SELECT code, funnel, stage, unit, wording FROM outcome_definition WHERE city_id = ${cityId} AND code = ${code}`;
    if (
      !known ||
      known.funnel !== funnel ||
      known.stage !== stage ||
      known.unit !== unit ||
      known.wording !== wording
    )
      throw new DefinitionDiffers(code, known?.wording ?? "");
  }
}
