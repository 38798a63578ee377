import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";

/** Makes a renamed or created name survive a power cut; not every system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows and some network disks refuse; the file itself has been synced.
  }
}

/** Writes the whole file or nothing: a reader never sees a half-written one. */
export async function writeDurably(
  file: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const folder = path.dirname(file);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.draft`;
  await mkdir(folder, { recursive: true });
  try {
    const handle = await open(draft, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (failure) {
    await rm(draft, { force: true });
    throw failure;
  }
  await syncFolder(folder);
}
