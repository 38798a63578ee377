import { readFile } from "node:fs/promises";
import { writeDurably } from "#server/process/durable-file.ts";
import { codeOf } from "#server/process/refusal.ts";

/** The checkpoint seen last time; undefined the first time. */
export async function readKept(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  return readFile(file, "utf8").catch((failure: unknown) => {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw failure;
  });
}

export async function keepCheckpoint(file: string | undefined, note: string): Promise<void> {
  if (file !== undefined) await writeDurably(file, note);
}
