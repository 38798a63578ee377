import { hkdfSync, randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** 32 bytes that are never in the database: what is sealed there stays closed to whoever steals it. */
export type AccountKey = Buffer & { readonly accountKey: true };

const BYTES = 32;
const FILE = "account.key";
const NEXT_FILE = "account.key.next";

/** The key of the environment, or the one in the data folder, made at the first start, readable by its owner alone. */
export async function openAccountKey(
  dataFolder: string,
  given: string | undefined,
): Promise<AccountKey> {
  if (given !== undefined) return Buffer.from(given, "base64") as AccountKey;
  return readOrMakeKey(dataFolder, FILE);
}

/** The key that comes after the one in use: made once, and the same until it is taken into use. */
export function openNextKey(dataFolder: string): Promise<AccountKey> {
  return readOrMakeKey(dataFolder, NEXT_FILE);
}

/** From here on the next key is the one of the data folder. */
export function takeNextKey(dataFolder: string): Promise<void> {
  return rename(path.join(dataFolder, NEXT_FILE), path.join(dataFolder, FILE));
}

async function readOrMakeKey(dataFolder: string, name: string): Promise<AccountKey> {
  const file = path.join(dataFolder, name);
  const known = await readKey(file);
  if (known) return known;
  await mkdir(dataFolder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(BYTES).toString("base64")}\n`, {
    mode: 0o600,
    flush: true,
  });
  await chmod(draft, 0o600);
  // A link does not replace: of two that make a key at once, one wins and both read it.
  await link(draft, file).catch(() => undefined);
  await rm(draft, { force: true });
  const made = await readKey(file);
  if (!made) throw new Error(`No key could be kept in ${file}.`);
  return made;
}

async function readKey(file: string): Promise<AccountKey | undefined> {
  const text = await readFile(file, "utf8").catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === "ENOENT") return undefined;
    throw failure;
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== BYTES) throw new Error(`${file} does not hold a key of ${BYTES} bytes.`);
  return key as AccountKey;
}

/** One key per purpose (RFC 5869): what leaks of one says nothing of another. */
export function deriveKey(key: AccountKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "contrechamp", purpose, BYTES));
}
