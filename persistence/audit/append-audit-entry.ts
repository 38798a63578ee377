import { type AuditAct, encodeActDetail } from "#domain/audit/audit-entry.ts";
import type { WriteSql } from "../database.ts";

/**
 * A public act as whoever does it describes it. The actor is a quality, with an opaque account identifier where it
 * matters; the detail holds numbers, hashes, dates and identifiers, and texts by their hash.
 */
export type NewAuditEntry = AuditAct & {
  /** Null for an act that concerns the whole installation. */
  cityId: number | null;
};

/**
 * Appends an act to the public log, in the transaction of the deed: both are there, or neither. Place and time are given
 * while the transaction commits (`number_audit_act`), so that writers wait for each other's commit and for nothing else.
 * Throws `AuditEntryRefused` for a word that the log does not know, which undoes the deed.
 */
export async function appendAuditEntry(sql: WriteSql, entry: NewAuditEntry): Promise<void> {
  const { cityId, actor, action, subject, detail } = entry;
  const spelled = encodeActDetail({ actor, action, subject, detail });
  await sql`INSERT INTO audit_act (city_id, actor, action, subject, detail)
    VALUES (${cityId}, ${actor}, ${action}, ${subject}, ${spelled})`;
}
