import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readEnvironment } from "#environment";
import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { connectionFile, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { type DatabaseAddresses, prepareDatabase } from "./migrations.ts";
import { refuseUnfitDatabase } from "./postgres/external-database.ts";
import { describeOwner, tryLock } from "./process/data-folder-lock.ts";
import { warn } from "./process/log.ts";
import { isAlive } from "./process/process-identity.ts";
import { Refusal } from "./process/refusal.ts";
import { wait } from "./process/wait.ts";

/**
 * The database for a command: the one in `DATABASE_URL`; else that of the running product; else the
 * built-in one, started for the time of the command.
 */

interface OpenDoor extends DatabaseAddresses {
  close(): Promise<void>;
}

const connectionSchema = z.object({
  pid: z.number(),
  started: z.string(),
  url: z.string(),
  applicationUrl: z.string(),
});
const PATIENCE_MS = 120_000;
const nothingToClose = () => Promise.resolve();

/** A file left by a killed run names a process that is no more, and is not believed. */
async function runningProduct(dataFolder: string): Promise<DatabaseAddresses | undefined> {
  try {
    const text = await readFile(connectionFile(dataFolder), "utf8");
    const connection = connectionSchema.parse(JSON.parse(text));
    const { url: owner, applicationUrl: application } = connection;
    return isAlive(connection) ? { owner, application } : undefined;
  } catch {
    return undefined;
  }
}

/** The owner of the lock is another command, or a product that is still starting. */
async function openEmbedded(dataFolder: string, purpose: string): Promise<OpenDoor> {
  const end = Date.now() + PATIENCE_MS;
  for (let told = false; ; told = true) {
    const lock = await tryLock(dataFolder, purpose);
    if ("release" in lock) {
      const server = await startEmbeddedPostgres(dataFolder, "private").catch(async (failure) => {
        await lock.release();
        throw failure;
      });
      const { url: owner, applicationUrl: application } = server;
      const close = () => server.stop().finally(() => lock.release());
      return { owner, application, close };
    }
    const running = await runningProduct(dataFolder);
    if (running) return { ...running, close: nothingToClose };
    if (Date.now() > end) throw new Refusal(describeOwner(dataFolder, lock.owner));
    if (!told) warn(`Waiting for ${lock.owner.purpose} (process ${lock.owner.pid}) to finish.`);
    await wait(200);
  }
}

async function openDoor(purpose: string): Promise<OpenDoor> {
  const { databaseUrl, migrationDatabaseUrl, dataFolder } = readEnvironment();
  if (databaseUrl === undefined) return openEmbedded(dataFolder, purpose);
  const owner = migrationDatabaseUrl ?? databaseUrl;
  await refuseUnfitDatabase(owner);
  return { owner, application: databaseUrl, close: nothingToClose };
}

/** Ctrl-C during a command still stops the PostgreSQL that was started for it. */
function closeOnSignal(close: () => Promise<void>): () => void {
  const stop = (signal: NodeJS.Signals) => {
    const code = signal === "SIGINT" ? 130 : 143;
    void close().finally(() => process.exit(code));
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return () => process.off("SIGINT", stop).off("SIGTERM", stop);
}

/**
 * Runs `work` with the database migrated and the doors of `persistence/database.ts` open as the application; the address
 * it is given is the owner's.
 * `purpose` names the command to whoever finds the data folder taken: `"npm run import"`.
 */
export async function withDatabase<T>(
  work: (url: string) => Promise<T>,
  purpose = "another command",
): Promise<T> {
  const door = await openDoor(purpose);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeDatabase()
      .catch(() => undefined)
      .then(() => door.close());
    return closing;
  };
  const forget = closeOnSignal(close);
  try {
    await prepareDatabase(door);
    openDatabase(door.application);
    return await work(door.owner);
  } finally {
    await close();
    forget();
  }
}
