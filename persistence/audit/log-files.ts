import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { LogReader } from "#domain/audit/log-reader.ts";
import { HASH_BYTES, readTilePath, TILE_WIDTH, type Tile, tilePath } from "#domain/audit/tiles.ts";

/** The log as static files in the layout of C2SP tlog-tiles: what anyone may download, and what proofs are made from. */
export type LogFiles = {
  readonly folder: string;
  read: LogReader;
  write(name: string, bytes: Uint8Array | string): Promise<void>;
  /** Removes a full tile's partial predecessors, or everything when the whole is to be made again. */
  remove(name: string): Promise<void>;
};

/** Beside what is published: full bundles and runs of them, compressed once. */
export const PACKED = "packed";

/** Writes a whole file or nothing, and syncs it. */
type WriteFile = (file: string, content: Uint8Array | string) => Promise<void>;

export function logFilesIn(folder: string, writeFile: WriteFile): LogFiles {
  const inFolder = (name: string) => path.join(folder, ...name.split("/"));
  const readWhole: LogReader = (name) =>
    readFile(inFolder(name)).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code === "ENOENT" || failure.code === "ENOTDIR") return undefined;
      throw failure;
    });
  return {
    folder,
    read: async (name) => (await readWhole(name)) ?? readWider(readWhole, readTilePath(name)),
    write: (name, bytes) => writeFile(inFolder(name), bytes),
    remove: (name) => rm(inFolder(name), { recursive: true, force: true }),
  };
}

/** A partial tile whose full one has come is the beginning of that one. */
async function readWider(read: LogReader, tile: Tile | undefined): Promise<Uint8Array | undefined> {
  if (!tile || tile.width === TILE_WIDTH) return undefined;
  const full = await read(tilePath({ ...tile, width: TILE_WIDTH }));
  if (!full) return undefined;
  if (tile.level !== "entries") return full.subarray(0, tile.width * HASH_BYTES);
  let end = 0;
  for (let n = 0; n < tile.width; n += 1) end += 2 + (full[end] ?? 0) * 256 + (full[end + 1] ?? 0);
  return full.subarray(0, end);
}

// Next bundles this file apart from the server's own copy: the process holds one set of files for both.
const holder = globalThis as typeof globalThis & { contrechampLogFiles?: LogFiles };

export function openLogFiles(files: LogFiles | undefined): void {
  if (files) holder.contrechampLogFiles = files;
  else delete holder.contrechampLogFiles;
}

/** Undefined in a process that does not publish the log. */
export function logFiles(): LogFiles | undefined {
  return holder.contrechampLogFiles;
}
