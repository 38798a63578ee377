import { hash as digest } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { encodeAuditEntry } from "#domain/audit/audit-entry.ts";
import { formatCheckpoint } from "#domain/audit/checkpoint.ts";
import { GrowingTiles } from "#domain/audit/growing-tiles.ts";
import { type Hash, hashLeaf } from "#domain/audit/merkle-hash.ts";
import { formatNote, formatVerifierKey } from "#domain/audit/signed-note.ts";
import { encodeBundle, TILE_WIDTH, tilePath } from "#domain/audit/tiles.ts";
import { newSigningKey, readSigner } from "#server/transparency-log/signing-key.ts";

const sha256: Hash = (bytes) => digest("sha256", bytes, "buffer");

/** Writes a log of so many imports as its files, as they would be published. Returns how many bytes the entries have. */
export async function writeLargeLog(folder: string, entries: number): Promise<number> {
  const tiles = new GrowingTiles(sha256);
  const write = async (name: string, bytes: Uint8Array | string) => {
    const file = path.join(folder, ...name.split("/"));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  };
  const pattern = encodeAuditEntry(importEntry(0)).split(/(?<="at":")[^"]+|(?<="index":)0/);
  let [bundle, total]: [Uint8Array[], number] = [[], 0];
  for (let index = 0; index < entries; index += 1) {
    const at = new Date(Date.UTC(2027, 0, 1) + index * 1_000).toISOString();
    const entry = Buffer.from(`${pattern[0]}${at}${pattern[1]}${index}${pattern[2]}`);
    total += entry.byteLength;
    bundle.push(entry);
    tiles.add(hashLeaf(sha256, entry));
    if (bundle.length < TILE_WIDTH && index + 1 < entries) continue;
    const place = Math.floor(index / TILE_WIDTH);
    const tile = { level: "entries", index: place, width: bundle.length } as const;
    await write(tilePath(tile), encodeBundle(bundle));
    bundle = [];
    for (const built of tiles.takeFull()) await write(tilePath(built.tile), built.bytes);
  }
  for (const built of tiles.takePartial()) await write(tilePath(built.tile), built.bytes);
  const signer = readSigner(newSigningKey("bench.example/log"));
  if (!signer) throw new Error("no key");
  const { name, keyId } = signer.key;
  const text = formatCheckpoint({
    origin: name,
    size: entries,
    root: Uint8Array.from(tiles.root()),
  });
  const bytes = signer.sign(Buffer.from(text));
  await write("checkpoint", formatNote({ text, signatures: [{ name, keyId, bytes }] }));
  await write("key", `${formatVerifierKey(signer.key)}\n`);
  return total;
}

function importEntry(index: number) {
  return {
    version: 1 as const,
    index,
    at: "2027-01-01T00:00:00.000Z",
    city: "ville-temoin",
    actor: "data-officer:3fK9x0Qa" as const,
    action: "import-applied" as const,
    subject: "import 12345",
    detail: {
      preset: "cameras",
      release: 12,
      rows: 400,
      contentHash: "0123456789abcdef".repeat(4),
    },
  };
}
