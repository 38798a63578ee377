import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { RejectedRows } from "#use-cases/importing/import-file.ts";

/** Keeps refused rows, whole and with their reasons, in `.data/imports/batch-<n>-rejected.ndjson`. */
export function rejectedRowsIn(dataFolder: string): RejectedRows {
  const folder = path.join(dataFolder, "imports");
  const waiting = path.join(folder, `${randomUUID()}.part`);
  let stream: WriteStream | undefined;
  const close = async () => {
    if (!stream) return false;
    stream.end();
    await finished(stream);
    stream = undefined;
    return true;
  };
  return {
    add: (row) => {
      if (!stream) {
        mkdirSync(folder, { recursive: true });
        stream = createWriteStream(waiting);
      }
      stream.write(`${JSON.stringify(row)}\n`);
    },
    keep: async (batchId) => {
      if (!(await close())) return null;
      const name = `batch-${batchId}-rejected.ndjson`;
      await rename(waiting, path.join(folder, name));
      return name;
    },
    discard: async () => {
      if (await close()) await rm(waiting, { force: true });
    },
  };
}
