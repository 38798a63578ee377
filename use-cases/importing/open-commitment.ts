import { findCity } from "#persistence/city-queries.ts";
import { findCommitment, openedDigest } from "#persistence/content/commitment.ts";
import { readSql } from "#persistence/database.ts";

export type OpenedCommitment =
  | {
      kind: "opened";
      digest: string;
      /** 32 bytes in hexadecimal. Private: with it, whoever has the digest can try values. */
      nonce: string;
      /** Of the file, or of `content`. */
      sha256: string;
      /** What was hashed, where no file holds it: a record entered by hand. */
      content: string | null;
    }
  | { kind: "no-such-commitment" | "no-such-city" };

/** What a published commitment stands for: for who may see the counts, since it lets values be tried. */
export function openCommitment(slug: string, digest: string): Promise<OpenedCommitment> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return { kind: "no-such-city" };
    const found = await findCommitment(sql, city.id, digest);
    if (!found) return { kind: "no-such-commitment" };
    const { nonce, sha256, content } = found;
    return { kind: "opened", digest, nonce: nonce.toString("hex"), sha256, content };
  });
}

/** Whether a file, known by its SHA-256, is the one that a published digest was made from. Needs no database. */
export function opensTo(digest: string, nonce: string, sha256: string): boolean {
  return openedDigest(Buffer.from(nonce, "hex"), sha256) === digest;
}
