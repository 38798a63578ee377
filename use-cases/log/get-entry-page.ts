import { hash as digest } from "node:crypto";
import { type AuditEntry, decodeAuditEntry } from "#domain/audit/audit-entry.ts";
import { toBase64 } from "#domain/audit/base64.ts";
import { LogIncomplete, proveInclusion } from "#domain/audit/log-reader.ts";
import { type Hash, hashLeaf } from "#domain/audit/merkle-hash.ts";
import { inclusionSides } from "#domain/audit/merkle-tree.ts";
import { followEntries } from "#persistence/audit/find-entries.ts";
import { logFiles } from "#persistence/audit/log-files.ts";
import { type PublishedHead, readPublishedHead } from "#persistence/audit/published-state.ts";
import { readSql } from "#persistence/database.ts";

const sha256: Hash = (bytes) => digest("sha256", bytes, "buffer");

export type EntryPage = {
  /** The canonical bytes, as text: what is hashed. */
  body: string;
  entry: AuditEntry;
  /** Base 64. */
  leafHash: string;
  cityName: string | null;
  /** Absent until the entry is under a checkpoint, about a second after the act. */
  proof:
    | { head: PublishedHead; steps: readonly { side: "left" | "right"; hash: string }[] }
    | undefined;
};

/** One act of the log as the database says it, with the proof made from the published files. */
export async function getEntryPage(index: number): Promise<EntryPage | undefined> {
  const found = await readSql(async (sql) => {
    const [row] = await followEntries(sql, {}, { start: index, limit: 1 });
    const entry = row?.index === index ? decodeAuditEntry(row.body) : undefined;
    if (!row || !entry) return undefined;
    const [city] = await sql<{ name: string }[]>`SELECT name FROM city WHERE slug = ${entry.city}`;
    return { body: row.body, entry, cityName: city?.name ?? entry.city };
  });
  if (!found) return undefined;
  const leafHash = toBase64(hashLeaf(sha256, Buffer.from(found.body)));
  return { ...found, leafHash, proof: await proofOf(index) };
}

async function proofOf(index: number): Promise<EntryPage["proof"]> {
  const files = logFiles();
  const head = await readPublishedHead(files);
  const { size } = head?.checkpoint ?? { size: 0 };
  const sides = inclusionSides(index, size);
  if (!files || !head || !sides) return undefined;
  try {
    const hashes = await proveInclusion(sha256, files.read, index, size);
    const steps = hashes.map((hash, n) => ({ side: sides[n] ?? "left", hash: toBase64(hash) }));
    return { head, steps };
  } catch (failure) {
    if (failure instanceof LogIncomplete) return undefined;
    throw failure;
  }
}
