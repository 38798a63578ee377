import { type Connection, connect } from "#persistence/connection.ts";
import { type MigrationState, migrationState, readMigrations } from "#persistence/migrate.ts";
import {
  listenToReleases,
  type PublishedVersion,
  readPublishedVersions,
} from "#persistence/published-versions.ts";
import { wait, within } from "../process/wait.ts";

/**
 * Knows at every moment whether the database answers and what each city has published: told of each
 * release by PostgreSQL itself, and asking once a second besides, since a notification can be lost
 * with the connection that carried it.
 */
export interface DatabaseState {
  readonly reachable: boolean;
  /** Of the PostgreSQL server; kept from the last time it answered. */
  readonly serverVersion: string | undefined;
  readonly migrations: MigrationState | undefined;
  readonly published: readonly PublishedVersion[];
}

export interface DatabaseWatch {
  readonly state: DatabaseState;
  /** Asks now, however recently it was asked. */
  check(): Promise<DatabaseState>;
  /** Called after every change of the state. */
  onChange(listener: () => void): void;
  stop(): Promise<void>;
}

const PAUSE_MS = 1_000;
const PAUSE_WHEN_DOWN_MS = 300;
const ANSWER_MS = 3_000;

class Watch implements DatabaseWatch {
  state: DatabaseState = {
    reachable: false,
    serverVersion: undefined,
    migrations: undefined,
    published: [],
  };
  readonly #url: string;
  readonly #migrationsFolder: string;
  readonly #listeners: (() => void)[] = [];
  #sql: Connection | undefined;
  #asking: Promise<DatabaseState> | undefined;
  #askAgain = false;
  #stopped = false;
  #loop: Promise<void> | undefined;

  constructor(url: string, migrationsFolder: string) {
    this.#url = url;
    this.#migrationsFolder = migrationsFolder;
  }

  start(): void {
    this.#loop = this.#run();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const pause = this.state.reachable ? PAUSE_MS : PAUSE_WHEN_DOWN_MS;
      for (let waited = 0; waited < pause && !this.#stopped; waited += 50) await wait(50);
      if (!this.#stopped) await this.check();
    }
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Several askers at once share one question; one that comes while it is under way gets a new one. */
  check(): Promise<DatabaseState> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<DatabaseState> {
    try {
      this.#become(await within(ANSWER_MS, this.#question(), "no answer in time"));
    } catch {
      this.#disconnect();
      this.#become({ ...this.state, reachable: false });
    }
    return this.state;
  }

  async #question(): Promise<DatabaseState> {
    const sql = await this.#connected();
    // Before the questions are asked: one that failed while this was awaited would be nobody's failure.
    const known = await readMigrations(this.#migrationsFolder);
    const [published, migrations, server] = await Promise.all([
      readPublishedVersions(sql),
      migrationState(sql, known),
      sql`show server_version`,
    ]);
    const serverVersion = String(server[0]?.server_version ?? "");
    return { reachable: true, serverVersion, migrations, published };
  }

  async #connected(): Promise<Connection> {
    if (this.#sql) return this.#sql;
    const sql = connect(this.#url, { name: "watch", connectSeconds: 2 });
    this.#sql = sql;
    await listenToReleases(sql, () => void this.#askSoon());
    return sql;
  }

  /** A release announced while a question is under way may have come too late for its answer. */
  async #askSoon(): Promise<void> {
    if (this.#askAgain) return;
    this.#askAgain = true;
    await this.#asking;
    this.#askAgain = false;
    if (!this.#stopped) await this.check();
  }

  #disconnect(): void {
    void this.#sql?.end({ timeout: 0 }).catch(() => undefined);
    this.#sql = undefined;
  }

  #become(next: DatabaseState): void {
    const changed = JSON.stringify(next) !== JSON.stringify(this.state);
    this.state = next;
    if (changed) for (const listener of this.#listeners) listener();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#loop;
    this.#disconnect();
  }
}

export async function watchDatabase(url: string, migrationsFolder: string): Promise<DatabaseWatch> {
  const watch = new Watch(url, migrationsFolder);
  await watch.check();
  watch.start();
  return watch;
}
