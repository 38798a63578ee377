import { createHash } from "node:crypto";
import type { RecordKind } from "#domain/importing/importer.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { protectOutcomes } from "../disclosure/protect-outcomes.ts";
import { recordKinds, recordTables } from "./record-tables.ts";

/** SHA-256 in hexadecimal over all current records of one kind, in the order of their keys. */
type KindHashes = Record<string, string>;

/**
 * Hashes what a city publishes: for each kind, SHA-256 over the 32-byte hashes of its records in the order of their
 * keys (bytewise); then SHA-256 over the lines "kind hash". Depends on content alone: what is undone hashes as before.
 */
async function hashContent(
  sql: ReadSql,
  cityId: number,
  known: KindHashes,
): Promise<{ contentHash: string; hashes: KindHashes }> {
  const hashes: KindHashes = {};
  for (const kind of recordKinds) hashes[kind] = known[kind] ?? (await hashKind(sql, cityId, kind));
  const lines = recordKinds.map((kind) => `${kind} ${hashes[kind]}\n`).join("");
  return { contentHash: createHash("sha256").update(lines).digest("hex"), hashes };
}

async function hashKind(sql: ReadSql, cityId: number, kind: RecordKind): Promise<string> {
  const { table, keySql } = recordTables[kind];
  const [row] = await sql<{ hash: string }[]>`
    SELECT encode(sha256(coalesce(string_agg(v.content_hash, ''::bytea
      ORDER BY (${sql.unsafe(keySql)}) COLLATE "C"), ''::bytea)), 'hex') AS hash
    FROM ${sql(table)} v WHERE v.city_id = ${cityId} AND v.until_release IS NULL`;
  return row?.hash ?? "";
}

export type NewRevision = {
  cityId: number;
  number: number;
  kind: "import" | "undo";
  note: string;
  changes: Readonly<Record<string, unknown>>;
  /** Kinds whose records changed; the others keep their hash of the revision before. */
  changed: readonly RecordKind[];
};

/**
 * Writes a revision with the hash of what now stands, and publishes it at once as a release, with its protected
 * outcomes, unless the city has a draft. Neither row can ever be changed afterwards.
 */
export async function writeRevision(
  sql: WriteSql,
  revision: NewRevision,
): Promise<{ contentHash: string; isPublic: boolean }> {
  const { cityId, number, kind, note } = revision;
  const [previous] = await sql<{ hashes: KindHashes | null }[]>`
    SELECT changes->'hashes' AS hashes FROM revision WHERE city_id = ${cityId}
    ORDER BY number DESC LIMIT 1`;
  const kept = Object.fromEntries(
    Object.entries(previous?.hashes ?? {}).filter(
      ([known]) => !revision.changed.includes(known as RecordKind),
    ),
  );
  const { contentHash, hashes } = await hashContent(sql, cityId, kept);
  const changes = sql.json({ ...revision.changes, hashes } as never);
  await sql`INSERT INTO revision (city_id, number, kind, note, changes, content_hash)
    VALUES (${cityId}, ${number}, ${kind}, ${note}, ${changes}, ${contentHash})`;
  const isPublic = !(await hasDraft(sql, cityId));
  if (isPublic) {
    await sql`INSERT INTO release (city_id, number, kind, note, changes, content_hash)
      VALUES (${cityId}, ${number}, ${kind}, ${note}, ${changes}, ${contentHash})`;
    await protectOutcomes(sql, cityId, number);
  }
  return { contentHash, isPublic };
}

async function hasDraft(sql: ReadSql, cityId: number): Promise<boolean> {
  const rows = await sql`SELECT FROM release_draft WHERE city_id = ${cityId}`;
  return rows.length > 0;
}

/**
 * Takes the city for one writer until the transaction ends, and says which revision comes next.
 * Others wait; readers don't.
 */
export async function takeNextRevision(sql: WriteSql, cityId: number): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp release'), ${cityId})`;
  const [row] = await sql<{ next: number }[]>`
    SELECT coalesce(max(number), 0)::int + 1 AS next FROM revision WHERE city_id = ${cityId}`;
  return row?.next ?? 1;
}
