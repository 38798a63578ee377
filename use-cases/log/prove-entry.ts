import { createHash } from "node:crypto";
import { proveConsistency, proveInclusion, rootAt } from "#domain/audit/log-reader.ts";
import type { Hash } from "#domain/audit/merkle-hash.ts";
import { decodeBundle, TILE_WIDTH, tilePath } from "#domain/audit/tiles.ts";
import { type LogFiles, logFiles } from "#persistence/audit/log-files.ts";

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();

export type InclusionProof = {
  index: number;
  size: number;
  /** The entry's bytes as they are published. */
  entry: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
};

/** Where an entry stands in the log of `size` entries, from the published files alone; undefined when it does not. */
export async function proveEntry(index: number, size: number): Promise<InclusionProof | undefined> {
  const files = logFiles();
  if (!files || index >= size) return undefined;
  const entry = await publishedEntry(files, index, size);
  if (!entry) return undefined;
  const [proof, root] = await Promise.all([
    proveInclusion(sha256, files.read, index, size),
    rootAt(sha256, files.read, size, size),
  ]);
  return { index, size, entry, proof, root };
}

async function publishedEntry(files: LogFiles, index: number, size: number) {
  const bundle = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH);
  const bytes = await files.read(tilePath({ level: "entries", index: bundle, width }));
  return bytes && decodeBundle(bytes)?.[index % TILE_WIDTH];
}

/** That the log of `size` entries continues that of `earlier` entries. */
export async function proveContinuity(
  earlier: number,
  size: number,
): Promise<
  { proof: readonly Uint8Array[]; earlierRoot: Uint8Array; root: Uint8Array } | undefined
> {
  const files = logFiles();
  if (!files) return undefined;
  const [proof, earlierRoot, root] = await Promise.all([
    proveConsistency(sha256, files.read, earlier, size),
    rootAt(sha256, files.read, earlier, size),
    rootAt(sha256, files.read, size, size),
  ]);
  return { proof, earlierRoot, root };
}
