import { createHash } from "node:crypto";
import type { RecordKind } from "#domain/importing/importer.ts";
import type { ReadSql, WriteSql } from "../database.ts";
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

export type NewRelease = {
  cityId: number;
  number: number;
  kind: "import" | "undo";
  note: string;
  changes: Readonly<Record<string, unknown>>;
  /** Kinds whose records changed; the others keep their hash of the release before. */
  changed: readonly RecordKind[];
};

/** Writes a release with the hash of what now stands; its row can never be changed afterwards. */
export async function writeRelease(sql: WriteSql, release: NewRelease): Promise<string> {
  const [previous] = await sql<{ hashes: KindHashes | null }[]>`
    SELECT changes->'hashes' AS hashes FROM release WHERE city_id = ${release.cityId}
    ORDER BY number DESC LIMIT 1`;
  const kept = Object.fromEntries(
    Object.entries(previous?.hashes ?? {}).filter(
      ([kind]) => !release.changed.includes(kind as RecordKind),
    ),
  );
  const { contentHash, hashes } = await hashContent(sql, release.cityId, kept);
  await sql`INSERT INTO release (city_id, number, kind, note, changes, content_hash)
    VALUES (${release.cityId}, ${release.number}, ${release.kind}, ${release.note},
      ${sql.json({ ...release.changes, hashes } as never)}, ${contentHash})`;
  return contentHash;
}

/**
 * Takes the city for one writer until the transaction ends, and says which release comes next.
 * Others wait; readers don't.
 */
export async function takeNextRelease(sql: WriteSql, cityId: number): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp release'), ${cityId})`;
  const [row] = await sql<{ next: number }[]>`
    SELECT coalesce(max(number), 0)::int + 1 AS next FROM release WHERE city_id = ${cityId}`;
  return row?.next ?? 1;
}

/** One entry of the public log, in the transaction of the deed. */
export async function writeAuditEntry(
  sql: WriteSql,
  entry: {
    cityId: number | null;
    actor: string;
    action: string;
    subject: string;
    detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await sql`INSERT INTO audit_entry (city_id, actor, action, subject, detail)
    VALUES (${entry.cityId}, ${entry.actor}, ${entry.action}, ${entry.subject}, ${sql.json(entry.detail as never)})`;
}
