import { createHash, randomBytes } from "node:crypto";
import type { ReadSql, WriteSql } from "../database.ts";

const nonceBytes = 32;

/** What is hashed once more with a private nonce, and, where no file holds it, the text itself. */
type Hidden = { sha256: string; content?: string };

/**
 * Commits to a digest without giving it away: SHA-256 over 32 random bytes and the digest's own 32. Who tries values has to
 * guess the nonce too; who has it proves later what was meant.
 */
export async function commit(sql: WriteSql, cityId: number, hidden: Hidden): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const digest = openedDigest(nonce, hidden.sha256);
  await sql`INSERT INTO commitment (city_id, digest, private_sha256, nonce, content)
    VALUES (${cityId}, ${digest}, ${hidden.sha256}, ${nonce}, ${hidden.content ?? null})`;
  return digest;
}

/** The digest that a nonce and a private SHA-256 open. */
export function openedDigest(nonce: Uint8Array, sha256: string): string {
  return createHash("sha256").update(nonce).update(Buffer.from(sha256, "hex")).digest("hex");
}

/** The same content keeps its commitment, so that two releases that hold the same can be seen to. */
export async function commitOnce(sql: WriteSql, cityId: number, hidden: Hidden): Promise<string> {
  const [known] = await sql<{ digest: string }[]>`
    SELECT digest FROM commitment WHERE city_id = ${cityId} AND private_sha256 = ${hidden.sha256}
    ORDER BY committed_at LIMIT 1`;
  return known?.digest ?? (await commit(sql, cityId, hidden));
}

export type StoredCommitment = { nonce: Buffer; sha256: string; content: string | null };

/** What opens a published digest. Private. */
export async function findCommitment(
  sql: ReadSql,
  cityId: number,
  digest: string,
): Promise<StoredCommitment | undefined> {
  const [row] = await sql<StoredCommitment[]>`
    SELECT nonce, private_sha256 AS sha256, content FROM commitment
    WHERE city_id = ${cityId} AND digest = ${digest}`;
  return row;
}
