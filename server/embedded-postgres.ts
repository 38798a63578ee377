import { rm } from "node:fs/promises";
import path from "node:path";
import { connect } from "#persistence/connection.ts";
import { locateBinaries } from "./postgres/binaries.ts";
import { ensureCluster, readOrCreatePassword, SUPERUSER } from "./postgres/cluster.ts";
import { chooseLauncher } from "./postgres/launcher.ts";
import {
  addressOf,
  clearLeftovers,
  type Postmaster,
  type PostmasterSetting,
  startPostmaster,
} from "./postgres/postmaster.ts";
import { writeDurably } from "./process/durable-file.ts";
import { say, warn } from "./process/log.ts";
import { findFreePort } from "./process/ports.ts";
import { ownIdentity } from "./process/process-identity.ts";
import { messageOf } from "./process/refusal.ts";
import { wait } from "./process/wait.ts";

/** The built-in PostgreSQL, kept running: a crash is followed by a restart on the same port. */
export interface EmbeddedPostgres {
  /** Address for the role that owns the database and migrates it; no superuser. */
  readonly url: string;
  /** Address for the role that the application works as: it cannot change what is append-only. */
  readonly applicationUrl: string;
  stop(): Promise<void>;
}

const ROLE = "contrechamp";
const APPLICATION_ROLE = "contrechamp_app";
const DATABASE = "contrechamp";
const PORT_ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

/** Written for commands run beside the product; readable by its owner alone. */
export function connectionFile(dataFolder: string): string {
  return path.join(dataFolder, "connection.json");
}

/** Done at every start and idempotent: a run killed between two steps is completed by the next. */
async function ensureRoleAndDatabase(superuserUrl: string, password: string): Promise<void> {
  const sql = connect(superuserUrl, { name: "start" });
  try {
    for (const role of [ROLE, APPLICATION_ROLE]) {
      const roles = await sql`select 1 from pg_roles where rolname = ${role}`;
      // The password's alphabet is base64url: it cannot close the quotes.
      if (roles.length === 0) await sql.unsafe(`create role ${role} login password '${password}'`);
    }
    const databases = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (databases.length === 0) await sql.unsafe(`create database ${DATABASE} owner ${ROLE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function startOnFreePort(setting: PostmasterSetting): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostmaster(setting, await findFreePort());
    } catch (failure) {
      const portWasTaken = /could not bind|could not create any TCP/.test(messageOf(failure));
      if (!portWasTaken || attempt === PORT_ATTEMPTS) throw failure;
    }
  }
}

/** Restarts what ends unasked, pausing 0.2 s, then twice as long each time it ends again soon. */
class Supervisor {
  #postmaster: Postmaster;
  #stopping = false;
  readonly #setting: PostmasterSetting;
  readonly #watch: Promise<void>;

  constructor(setting: PostmasterSetting, first: Postmaster) {
    this.#setting = setting;
    this.#postmaster = first;
    this.#watch = this.#keepRunning();
  }

  async #keepRunning(): Promise<void> {
    let pause = 200;
    for (;;) {
      const since = Date.now();
      await this.#postmaster.gone;
      if (this.#stopping) return;
      if (Date.now() - since > STEADY_MS) pause = 200;
      warn("PostgreSQL stopped unexpectedly; it is being restarted.");
      while (!this.#stopping && !(await this.#restartAfter(pause))) {
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      if (this.#stopping) return;
      say("PostgreSQL is running again.");
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  async #restartAfter(pause: number): Promise<boolean> {
    for (let waited = 0; waited < pause && !this.#stopping; waited += 100) await wait(100);
    if (this.#stopping) return true;
    try {
      await clearLeftovers(this.#setting.dataFolder);
      this.#postmaster = await startPostmaster(this.#setting, this.#postmaster.port);
      return true;
    } catch (failure) {
      warn(messageOf(failure));
      return false;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#postmaster.stop();
    await this.#watch;
    // A restart may have been under way when the stop was asked.
    await this.#postmaster.stop();
  }
}

/**
 * The caller holds the lock of the data folder. `shared`: commands may use this server as long as it
 * runs; `private`: it serves one command and they must wait.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  use: "shared" | "private",
): Promise<EmbeddedPostgres> {
  const binaries = await locateBinaries();
  const launcher = chooseLauncher(binaries, dataFolder);
  await ensureCluster(dataFolder, binaries, launcher);
  await clearLeftovers(dataFolder);
  const password = await readOrCreatePassword(dataFolder);
  const setting = { dataFolder, binaries, launcher, password };
  const postmaster = await startOnFreePort(setting);
  const url = addressOf(postmaster.port, ROLE, password, DATABASE);
  const applicationUrl = addressOf(postmaster.port, APPLICATION_ROLE, password, DATABASE);
  try {
    const superuserUrl = addressOf(postmaster.port, SUPERUSER, password, "postgres");
    await ensureRoleAndDatabase(superuserUrl, password);
    await rm(connectionFile(dataFolder), { force: true });
    const connection = JSON.stringify({ ...ownIdentity(), url, applicationUrl });
    if (use === "shared") await writeDurably(connectionFile(dataFolder), connection, 0o600);
  } catch (failure) {
    await postmaster.stop();
    throw failure;
  }
  const supervisor = new Supervisor(setting, postmaster);
  return {
    url,
    applicationUrl,
    stop: async () => {
      await rm(connectionFile(dataFolder), { force: true });
      await supervisor.stop();
    },
  };
}
