import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logFilesIn, openLogFiles } from "#persistence/audit/log-files.ts";
import { connect } from "#persistence/connection.ts";
import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { SUPERUSER } from "#server/postgres/cluster.ts";
import { addressOf } from "#server/postgres/postmaster.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { until, wait } from "#server/process/wait.ts";
import { LogPublisher } from "#server/transparency-log/log-publisher.ts";
import { newSigningKey, readSigner } from "#server/transparency-log/signing-key.ts";
import { followLog } from "#use-cases/log/follow-log.ts";
import { verifyPublishedLog } from "#use-cases/log/verify-published-log.ts";
import { AppendWriters } from "./append-writers.ts";
import { KillablePostgres } from "./killable-postgres.ts";

/** Of each: of the writing process, and of PostgreSQL. More, or fewer, in a run of one's own: LOG_KILLS=1000. */
const KILLS = Number(process.env.LOG_KILLS ?? 50);
/** Kills after which a server that does not sync its commits has surely lost one. */
const CONTROL_KILLS = 20;
const PATIENCE_MS = 60_000;

let folder: string;
let postgres: KillablePostgres;
let writers: AppendWriters;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-killed-"));
  postgres = await KillablePostgres.start(folder);
  await asOwner(
    (sql) => sql`INSERT INTO city (slug, name, country, timezone, currency)
      VALUES ('killed', 'Killed', 'FR', 'Europe/Paris', 'EUR')`,
  );
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => writers.killAll());

/** A connection for each question: one that is kept would not outlive the server. */
async function asking<Answer>(
  address: string,
  ask: (sql: ReturnType<typeof connect>) => Promise<Answer>,
): Promise<Answer> {
  const sql = connect(address, { name: "test" });
  return ask(sql).finally(() => sql.end());
}

function asOwner<Answer>(ask: (sql: ReturnType<typeof connect>) => Promise<Answer>) {
  return asking(postgres.url, ask);
}

function asSuperuser<Answer>(ask: (sql: ReturnType<typeof connect>) => Promise<Answer>) {
  const { port, password } = new URL(postgres.url);
  return asking(addressOf(Number(port), SUPERUSER, password, "contrechamp"), ask);
}

async function doneMore(than: number): Promise<void> {
  await expect
    .poll(() => writers.done.size, { timeout: PATIENCE_MS, interval: 2 })
    .toBeGreaterThan(than);
}

/** Milliseconds until each of the eight writers has had something done; infinite when one has not after a minute. */
async function untilAllWrite(): Promise<number> {
  const started = performance.now();
  writers.heard.clear();
  const all = () => writers.heard.size === 8;
  if (!(await until(all, PATIENCE_MS, 5))) return Number.POSITIVE_INFINITY;
  return performance.now() - started;
}

/** What the database holds, against what the writers said. */
async function count(prefix: string) {
  const entries = await asOwner(
    (sql) => sql<{ key: string }[]>`
      SELECT substr(subject, 9) AS key FROM audit_entry WHERE subject LIKE ${`account ${prefix}-%`}`,
  );
  const deeds = await asOwner(
    (sql) => sql<{ key: string }[]>`SELECT key FROM source WHERE key LIKE ${`${prefix}-%`}`,
  );
  const logged = new Set(entries.map(({ key }) => key));
  const stored = new Set(deeds.map(({ key }) => key));
  return {
    lost: [...writers.done].filter((key) => !logged.has(key) || !stored.has(key)),
    doubled: entries.length - logged.size,
    invented: [...logged].filter((key) => !writers.tried.has(key)),
    apart: [...stored].filter((key) => !logged.has(key)).length + logged.size - stored.size,
    unacknowledged: [...logged].filter((key) => !writers.done.has(key)).length,
    logged: logged.size,
  };
}

async function expectWholeLog(): Promise<void> {
  const signer = readSigner(newSigningKey("killed.example/log"));
  if (!signer) throw new Error("no key");
  const files = logFilesIn(await mkdtemp(path.join(folder, "log-")), writeDurably);
  openDatabase(postgres.applicationUrl);
  openLogFiles(files);
  const size = await new LogPublisher(files, signer).publish();
  const shown = async (start: number, limit: number) =>
    (await followLog({}, { start, limit })).entries.map(({ body }) => body);
  const report = await verifyPublishedLog({ read: files.read, earlier: [], shown });
  openLogFiles(undefined);
  await closeDatabase();
  expect(report).toMatchObject({ kind: "read", checkpoint: { size }, problems: [] });
}

describe("kill -9 at any moment, while eight writers append", () => {
  beforeEach(async () => {
    writers = new AppendWriters(postgres.applicationUrl, "held");
    await writers.letWrite();
  });

  it("of the writing process and of PostgreSQL in turn loses nothing acknowledged and doubles nothing", {
    timeout: 1_000_000,
  }, async () => {
    const pauses: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await doneMore(writers.done.size + 5);
      // Not always as far into a round of eight commits.
      await wait((kill * 7) % 20);
      await postgres.kill();
      await postgres.startAgain();
      pauses.push(await untilAllWrite());
      await wait((kill * 11) % 20);
      await writers.killAndReplace();
    }
    await doneMore(writers.done.size + 5);
    await writers.killAll();
    const { unacknowledged, logged, ...wrong } = await count("held");
    expect(wrong).toEqual({ lost: [], doubled: 0, invented: [], apart: 0 });
    expect(logged).toBeGreaterThan(10 * KILLS);
    // Some were stored and nobody was told: without them the kills would have fallen between the commits.
    expect(unacknowledged).toBeGreaterThan(0);
    expect(writers.fallen, "no writer falls with its connection").toEqual([]);
    // Seen once in hundreds of kills: one of eight connections stays silent. Nothing is lost by it, and no two may.
    const silent = pauses.filter((pause) => pause === Number.POSITIVE_INFINITY);
    expect(silent.length, "kills after which one of eight stays silent").toBeLessThan(2);
    // A connection that stays silent after the loss is given up after five seconds.
    const [median = Number.NaN] = pauses.sort((a, b) => a - b).slice(KILLS / 2);
    expect(median, "ms until all eight write again").toBeLessThan(2_500);
    await expectWholeLog();
  });
});

describe("the same, where commits are not synced", () => {
  const setCommits = (to: "on" | "off") =>
    asSuperuser((sql) => sql.unsafe(`ALTER ROLE contrechamp_app SET synchronous_commit = ${to}`));

  beforeEach(async () => {
    await setCommits("off");
    writers = new AppendWriters(postgres.applicationUrl, "loose");
    await writers.letWrite();
  });
  afterEach(() => setCommits("on"));

  it("loses what was acknowledged, and is seen to", { timeout: 300_000 }, async () => {
    let lost: readonly string[] = [];
    for (let kill = 0; kill < CONTROL_KILLS && lost.length === 0; kill += 1) {
      await doneMore(writers.done.size + 20);
      await postgres.kill();
      await postgres.startAgain();
      ({ lost } = await count("loose"));
    }
    expect(lost.length).toBeGreaterThan(0);
  });
});
