import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { TableSource } from "#formats/table/opened-table.ts";
import { Refusal } from "#server/process/refusal.ts";

/** A file of this machine as the formats floor reads it. */
export async function fileSource(file: string): Promise<TableSource> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Refusal(`There is no file ${file}.`);
  if (!found.isFile()) throw new Refusal(`${file} is not a file.`);
  return {
    name: path.basename(file),
    bytes: found.size,
    open: () => createReadStream(file, { highWaterMark: 1 << 18 }),
  };
}
