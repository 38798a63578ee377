import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "../process/durable-file.ts";
import { codeOf, Refusal } from "../process/refusal.ts";
import type { PostgresBinaries } from "./binaries.ts";
import type { Launcher } from "./launcher.ts";

/** The data of the built-in PostgreSQL: made once, beside its final place, then moved there whole. */

export const SUPERUSER = "postgres";
const MAJOR = "18";

export function clusterFolder(dataFolder: string): string {
  return path.join(dataFolder, "postgres");
}

/** Readable by its owner alone; the same word opens the superuser and the product's own role. */
export async function readOrCreatePassword(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, "postgres-password");
  try {
    const known = (await readFile(file, "utf8")).trim();
    if (known) return known;
  } catch (failure) {
    if (codeOf(failure) !== "ENOENT") {
      throw new Refusal(`The file ${file} cannot be read (${codeOf(failure)}).`);
    }
  }
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function folderState(folder: string): Promise<"absent" | "ready"> {
  const names = await readdir(folder).catch((failure: unknown) => {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw new Refusal(`The database folder ${folder} cannot be read (${codeOf(failure)}).`);
  });
  if (names === undefined) return "absent";
  if (names.length === 0) {
    await rmdir(folder);
    return "absent";
  }
  const version = await readFile(path.join(folder, "PG_VERSION"), "utf8").catch(() => "");
  if (version.trim() === MAJOR) return "ready";
  throw new Refusal(
    version
      ? `The database in ${folder} was made by PostgreSQL ${version.trim()}, and the built-in one is ${MAJOR}; restore a dump into an empty data folder.`
      : `The folder ${folder} holds files that are not a PostgreSQL database; move it away or set CONTRECHAMP_DATA_FOLDER.`,
  );
}

function runInitdb(
  binaries: PostgresBinaries,
  launcher: Launcher,
  draft: string,
  passwordFile: string,
): Promise<void> {
  const child = launcher.spawn(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`The database could not be created: ${complaint.trim()}`));
    });
  });
}

/** A draft left by a killed run is thrown away: only a finished one ever bears the final name. */
export async function ensureCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  launcher: Launcher,
): Promise<void> {
  const folder = clusterFolder(dataFolder);
  const draft = `${folder}.initialising`;
  const passwordFile = `${draft}.password`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  if ((await folderState(folder)) === "ready") return;

  const password = await readOrCreatePassword(dataFolder);
  await mkdir(draft, { mode: 0o700 });
  await launcher.own(draft);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await launcher.own(passwordFile);
    await runInitdb(binaries, launcher, draft, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, folder);
  await syncFolder(dataFolder);
}
