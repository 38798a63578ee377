import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach } from "vitest";

/** A folder of its own for each test, removed after it. */
export function temporaryFolders(): () => Promise<string> {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  return async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-test-"));
    folders.push(folder);
    return folder;
  };
}

export async function postmasterPid(dataFolder: string): Promise<number> {
  const text = await readFile(path.join(dataFolder, "postgres/postmaster.pid"), "utf8");
  return Number.parseInt(text, 10);
}
