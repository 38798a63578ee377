import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../process/refusal.ts";

async function filesUnder(
  root: string,
  name: string,
  skip: ReadonlySet<string>,
): Promise<string[]> {
  if (skip.has(name)) return [];
  const entries = await readdir(path.join(root, name), { withFileTypes: true }).catch((failure) => {
    if (codeOf(failure) === "ENOTDIR") return undefined;
    if (codeOf(failure) === "ENOENT") return [];
    throw failure;
  });
  if (entries === undefined) return [name];
  const nested = entries.map((entry) => filesUnder(root, path.posix.join(name, entry.name), skip));
  return (await Promise.all(nested)).flat();
}

/**
 * SHA-256 over names and contents. Dates are not trusted: a checkout or a copy changes them while
 * nothing changed, and an edit restored from an archive keeps them while something did.
 */
export async function fingerprint(
  root: string,
  names: readonly string[],
  skip: readonly string[] = [],
): Promise<string> {
  const skipped = new Set(skip);
  const files = (await Promise.all(names.map((name) => filesUnder(root, name, skipped)))).flat();
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
