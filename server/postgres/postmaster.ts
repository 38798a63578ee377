import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readdir, readFile, readlink, realpath, rm, stat, truncate } from "node:fs/promises";
import path from "node:path";
import { connect } from "#persistence/connection.ts";
import { warn } from "../process/log.ts";
import { startOf } from "../process/process-identity.ts";
import { codeOf, Refusal } from "../process/refusal.ts";
import { until, wait } from "../process/wait.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { clusterFolder, SUPERUSER } from "./cluster.ts";
import type { Launcher } from "./launcher.ts";

/** One run of the built-in PostgreSQL, from its first process to its last. */
export interface Postmaster {
  readonly port: number;
  /** Settles when the process is gone, asked or not. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

export interface PostmasterSetting {
  readonly dataFolder: string;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
  readonly password: string;
}

const LOG_LIMIT_BYTES = 5_000_000;
/** Recovery after a crash replays the log; a large import may take minutes to replay. */
const READY_LIMIT_MS = 600_000;
const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 10_000;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  max_connections: "60",
  shared_buffers: "192MB",
  maintenance_work_mem: "128MB",
  work_mem: "16MB",
  max_wal_size: "2GB",
  jit: "off",
  log_min_messages: "warning",
  log_checkpoints: "off",
};

function parametersFor(folder: string, port: number): string[] {
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  return ["-D", folder, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (failure) {
    if (codeOf(failure) !== "ESRCH") throw failure;
  }
}

/** `fast` rolls back what is open and writes a checkpoint; `immediate` leaves recovery to the next start. */
async function stopProcess(pid: number): Promise<void> {
  const gone = () => startOf(pid) === undefined;
  signal(pid, "SIGINT");
  if (await until(gone, FAST_STOP_MS)) return;
  warn(
    "PostgreSQL did not stop in time and is being cut short; it will recover at the next start.",
  );
  signal(pid, "SIGQUIT");
  if (await until(gone, IMMEDIATE_STOP_MS)) return;
  signal(pid, "SIGKILL");
  await until(gone, IMMEDIATE_STOP_MS);
}

async function readPostmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text.split("\n")[0] ?? "", 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => undefined);
  // Where there is no /proc the pid file is believed, as PostgreSQL itself does.
  return name === undefined ? process.platform !== "linux" : name.startsWith("postgres");
}

/**
 * Ends a PostgreSQL that outlived a killed run, and removes a pid file whose number now belongs to
 * a stranger. The caller holds the lock of the data folder, so nobody else is using it.
 */
export async function clearLeftovers(dataFolder: string): Promise<void> {
  const folder = clusterFolder(dataFolder);
  const pid = await readPostmasterPid(folder);
  if (pid === undefined) return;
  if (startOf(pid) === undefined) return forgetUnreaped(folder, pid);
  if (await isPostgres(pid)) await stopProcess(pid);
  else await rm(path.join(folder, "postmaster.pid"), { force: true });
}

/**
 * A killed postmaster whose parent died with it may stay listed as a zombie, and PostgreSQL then believes its own pid
 * file. The file goes once none of the killed server's processes works in the folder any more.
 */
async function forgetUnreaped(folder: string, pid: number): Promise<void> {
  const isListed = () => existsSync(`/proc/${pid}`);
  if (!isListed() || (await until(() => !isListed(), IMMEDIATE_STOP_MS / 5))) return;
  if (await until(async () => !(await isWorkedIn(folder)), FAST_STOP_MS))
    await rm(path.join(folder, "postmaster.pid"), { force: true });
}

async function isWorkedIn(folder: string): Promise<boolean> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(
    processes.map((name) => readlink(`/proc/${name}/cwd`).catch(() => "")),
  );
  return places.includes(await realpath(folder));
}

/** Waits behind a pipe that closes when this process dies, however it dies, then stops PostgreSQL. */
function guardAgainstOwnDeath(pid: number): ChildProcess {
  const guard = spawn(
    "/bin/sh",
    ["-c", 'read -r _; kill -INT "$1" 2>/dev/null', "guard", String(pid)],
    {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  guard.on("error", () => undefined);
  guard.unref();
  return guard;
}

async function openLog(dataFolder: string) {
  const file = path.join(dataFolder, "postgres.log");
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(file, 0);
  return { file, size: size > LOG_LIMIT_BYTES ? 0 : size, handle: await open(file, "a", 0o600) };
}

async function firstComplaint(file: string, from: number): Promise<string> {
  const text = (await readFile(file)).subarray(from).toString("utf8");
  const line = /(?:FATAL|PANIC|error while loading)[^\n]*/.exec(text)?.[0];
  return line ?? `see ${file}`;
}

export function addressOf(port: number, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function answers(address: string): Promise<boolean> {
  const sql = connect(address, { name: "start", connectSeconds: 2 });
  try {
    await sql`select 1`;
    return true;
  } catch (failure) {
    if (codeOf(failure) === "28P01") {
      throw new Refusal(
        "The password in postgres-password is not the database's; restore that file.",
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

export async function startPostmaster(
  setting: PostmasterSetting,
  port: number,
): Promise<Postmaster> {
  const { dataFolder, binaries, launcher, password } = setting;
  const log = await openLog(dataFolder);
  // Its own process group: Ctrl-C reaches us alone, and requests in flight finish before it stops.
  const child = launcher.spawn(binaries.postgres, parametersFor(clusterFolder(dataFolder), port), {
    detached: true,
    stdio: ["ignore", "ignore", log.handle.fd],
  });
  let running = true;
  const gone = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => {
    running = false;
  });
  await log.handle.close();
  const pid = child.pid;
  if (pid === undefined) throw new Refusal("The built-in PostgreSQL could not be started.");
  const guard = guardAgainstOwnDeath(pid);
  void gone.then(() => guard.kill("SIGKILL"));

  const stop = async () => {
    if (running) await stopProcess(pid);
    await gone;
  };
  const address = addressOf(port, SUPERUSER, password, "postgres");
  try {
    await until(async () => !running || (await answers(address)), READY_LIMIT_MS, 30);
  } catch (failure) {
    await stop();
    throw failure;
  }
  if (!running) {
    await wait(20);
    throw new Refusal(`PostgreSQL did not start: ${await firstComplaint(log.file, log.size)}`);
  }
  return { port, gone, stop };
}
