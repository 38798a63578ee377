import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isAlive, ownIdentity } from "./process-identity.ts";
import { codeOf, Refusal } from "./refusal.ts";

/** One process at a time owns the data folder: the product, or a command run while it is stopped. */

const ownerSchema = z.object({ pid: z.number(), started: z.string(), purpose: z.string() });
export type LockOwner = z.infer<typeof ownerSchema>;

export interface DataFolderLock {
  release(): Promise<void>;
}

const GUARD_LIFE_MS = 10_000;

function lockFile(folder: string): string {
  return path.join(folder, "lock");
}

async function readOwner(file: string): Promise<LockOwner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Who owns the folder now; absent when nobody does, or when the owner died without saying so. */
export async function currentOwner(folder: string): Promise<LockOwner | undefined> {
  const owner = await readOwner(lockFile(folder));
  return owner && isAlive(owner) ? owner : undefined;
}

/** True when the name was free. The content is complete from the first moment the name exists. */
async function createExclusively(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, content, { mode: 0o644 });
  try {
    await link(draft, file);
    return true;
  } catch (failure) {
    if (codeOf(failure) === "EEXIST") return false;
    throw failure;
  } finally {
    await unlink(draft);
  }
}

/**
 * Removes the lock of a dead owner. Two processes may find it dead at the same moment, and the
 * second must not remove what the first has just created: the removal happens under its own guard.
 */
async function removeIfDead(folder: string): Promise<void> {
  const guard = path.join(folder, "lock.guard");
  if (!(await createExclusively(guard, String(process.pid)))) {
    const age = Date.now() - ((await stat(guard).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > GUARD_LIFE_MS) await rm(guard, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  try {
    if ((await currentOwner(folder)) === undefined) {
      const grave = `${lockFile(folder)}.${process.pid}.dead`;
      await rename(lockFile(folder), grave).catch(() => undefined);
      await rm(grave, { force: true });
    }
  } finally {
    await rm(guard, { force: true });
  }
}

/** Takes the folder, or says who has it. */
export async function tryLock(
  folder: string,
  purpose: string,
): Promise<DataFolderLock | { readonly owner: LockOwner }> {
  await mkdir(folder, { recursive: true });
  const content = JSON.stringify({ ...ownIdentity(), purpose });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await createExclusively(lockFile(folder), content)) {
      return { release: () => rm(lockFile(folder), { force: true }) };
    }
    const owner = await currentOwner(folder);
    if (owner) return { owner };
    await removeIfDead(folder);
  }
  throw new Refusal(`The lock file of ${folder} could be neither taken nor read; remove it.`);
}

export function describeOwner(folder: string, owner: LockOwner): string {
  return `The data folder ${folder} is in use by ${owner.purpose} (process ${owner.pid}); stop it first, or set CONTRECHAMP_DATA_FOLDER to another folder.`;
}

export async function lockOrRefuse(folder: string, purpose: string): Promise<DataFolderLock> {
  const outcome = await tryLock(folder, purpose).catch((failure: unknown) => {
    const code = codeOf(failure);
    if (code === undefined) throw failure;
    throw new Refusal(`The data folder ${folder} cannot be written (${code}).`);
  });
  if ("owner" in outcome) throw new Refusal(describeOwner(folder, outcome.owner));
  return outcome;
}
