import { createHash } from "node:crypto";
import { type AuditDetail, encodeAuditEntry } from "#domain/audit/audit-entry.ts";
import type { AuditAction, AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { type Hash, hashLeaf } from "#domain/audit/merkle-hash.ts";
import type { WriteSql } from "../database.ts";

/** A public act as whoever does it describes it; place, time and city's name are added here. */
export type NewAuditEntry = {
  /** Null for an act that concerns the whole installation. */
  cityId: number | null;
  /** A quality, with an opaque account identifier where it matters: never a name, never an e-mail address. */
  actor: AuditActor;
  action: AuditAction;
  /** Kind and identifier: `release 4`, `evaluation 12`. */
  subject: string;
  /** Numbers, hashes, dates and identifiers; texts by their hash. */
  detail: AuditDetail;
};

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * Appends an act to the public log, in the transaction of the deed: both are there, or neither. From here to the end of
 * the transaction other acts wait, so call it last. Returns the entry's place in the log. Throws `AuditEntryRefused` for
 * a word that the log does not know, which undoes the deed.
 */
export async function appendAuditEntry(sql: WriteSql, entry: NewAuditEntry): Promise<number> {
  const [place] = await sql<{ index: number; at: Date; city: string | null }[]>`
    SELECT next_index::float8 AS index, next_instant AS at, city_slug AS city
    FROM take_audit_log(${entry.cityId}::int)`;
  if (!place) throw new Error("The log gave no place.");
  const { actor, action, subject, detail } = entry;
  const at = place.at.toISOString();
  const { index, city } = place;
  const body = encodeAuditEntry({ version: 1, index, at, city, actor, action, subject, detail });
  const leaf = hashLeaf(sha256, Buffer.from(body));
  await sql`INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash)
    VALUES (${index}, ${place.at}, ${body}, ${Buffer.from(leaf)})`;
  return index;
}
