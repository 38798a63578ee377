import { createHash } from "node:crypto";
import { contentForm } from "#domain/dataset/release-content.ts";
import type { RecordKind } from "#domain/importing/importer.ts";
import { hashContent } from "../content/content-hash.ts";
import type { ReadSql, WriteSql } from "../database.ts";
import { protectOutcomes } from "../disclosure/protect-outcomes.ts";
import { recordKinds, recordTables } from "./record-tables.ts";

/** SHA-256 in hexadecimal over all current records of one kind, in the order of their keys. */
type KindHashes = Record<string, string>;

/**
 * Hashes what a city's registry holds, for the house alone, since counts can be told from it by trying: for each kind, SHA-256 over the 32-byte hashes of its records in the order of their
 * keys (bytewise); then SHA-256 over the lines "kind hash". Depends on content alone: what is undone hashes as before.
 */
async function hashRegistry(
  sql: ReadSql,
  cityId: number,
  known: KindHashes,
): Promise<{ registryHash: string; hashes: KindHashes }> {
  const hashes: KindHashes = {};
  for (const kind of recordKinds) hashes[kind] = known[kind] ?? (await hashKind(sql, cityId, kind));
  const lines = recordKinds.map((kind) => `${kind} ${hashes[kind]}\n`).join("");
  return { registryHash: createHash("sha256").update(lines).digest("hex"), hashes };
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
 * outcomes, unless the city has a draft. Neither row can ever be changed afterwards. `contentHash` is that of the release:
 * what waits in a draft has none that may be told.
 */
export async function writeRevision(
  sql: WriteSql,
  revision: NewRevision,
): Promise<{ contentHash: string | null; isPublic: boolean }> {
  const { cityId, number, kind, note } = revision;
  const [previous] = await sql<{ hashes: KindHashes | null }[]>`
    SELECT changes->'hashes' AS hashes FROM revision WHERE city_id = ${cityId}
    ORDER BY number DESC LIMIT 1`;
  const kept = Object.fromEntries(
    Object.entries(previous?.hashes ?? {}).filter(
      ([known]) => !revision.changed.includes(known as RecordKind),
    ),
  );
  const { registryHash, hashes } = await hashRegistry(sql, cityId, kept);
  const { changed } = revision;
  const written = sql.json({ ...revision.changes, changed, hashes } as never);
  await sql`INSERT INTO revision (city_id, number, kind, note, changes, content_hash)
    VALUES (${cityId}, ${number}, ${kind}, ${note}, ${written}, ${registryHash})`;
  if (await hasDraft(sql, cityId)) return { contentHash: null, isPublic: false };
  await protectOutcomes(sql, cityId, number);
  const camerasSha256 = hashes.camera ?? "";
  const content = await hashContent(sql, { cityId, release: number, changed, camerasSha256 });
  const changes = { ...revision.changes, content: content.digests };
  await sql`INSERT INTO release (city_id, number, kind, note, changes, content_hash, content_form)
    VALUES (${cityId}, ${number}, ${kind}, ${note}, ${sql.json(changes as never)}, ${content.hash}, ${contentForm})`;
  return { contentHash: content.hash, isPublic: true };
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
