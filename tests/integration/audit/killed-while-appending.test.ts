import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logFilesIn, openLogFiles } from "#persistence/audit/log-files.ts";
import { type Connection, connect } from "#persistence/connection.ts";
import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { prepareDatabase } from "#server/migrations.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { wait } from "#server/process/wait.ts";
import { LogPublisher } from "#server/transparency-log/log-publisher.ts";
import { newSigningKey, readSigner } from "#server/transparency-log/signing-key.ts";
import { followLog } from "#use-cases/log/follow-log.ts";
import { verifyPublishedLog } from "#use-cases/log/verify-published-log.ts";

/** More in a thorough run: LOG_KILLS=100. */
const KILLS = Number(process.env.LOG_KILLS ?? 6);

let folder: string;
let server: EmbeddedPostgres;
let owner: Connection;
const alive = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-killed-"));
  server = await startEmbeddedPostgres(folder, "private");
  await prepareDatabase({ owner: server.url, application: server.applicationUrl });
  owner = connect(server.url, { name: "test" });
  await owner`INSERT INTO city (slug, name, country, timezone, currency)
    VALUES ('killed', 'Killed', 'FR', 'Europe/Paris', 'EUR')`;
  openDatabase(server.applicationUrl);
});
afterAll(async () => {
  for (const child of alive) child.kill("SIGKILL");
  await closeDatabase();
  await owner.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a writer said that it had tried and done; whole lines only, since it is killed in the middle of one. */
type Told = { child: ChildProcess; tried: Set<string>; done: Set<string> };

function startWriter(prefix: string): Told {
  const told: Told = {
    child: spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "tests/integration/audit/append-writer.ts",
        server.applicationUrl,
        prefix,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    ),
    tried: new Set(),
    done: new Set(),
  };
  alive.add(told.child);
  told.child.once("exit", () => alive.delete(told.child));
  let rest = "";
  told.child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [word = "", key = ""] = line.split(" ");
      (word === "done" ? told.done : told.tried).add(key);
    }
  });
  return told;
}

async function postmasterPid(): Promise<number> {
  const text = await readFile(path.join(folder, "postgres/postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

/** Every process of the server at once: stopped first, so that none is born while the list is read. */
async function killPostgres(): Promise<void> {
  const pid = await postmasterPid();
  process.kill(pid, "SIGSTOP");
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  for (const child of children.trim().split(/\s+/).map(Number)) {
    if (child > 0) process.kill(child, "SIGKILL");
  }
  process.kill(pid, "SIGKILL");
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("close", resolve));
}

async function logged(prefix: string): Promise<string[]> {
  const pattern = `account ${prefix}-%`;
  const rows = await owner<{ subject: string }[]>`
    SELECT subject FROM audit_entry WHERE subject LIKE ${pattern}`;
  return rows.map(({ subject }) => subject.replace("account ", ""));
}

async function expectNothingLostOrDoubled(
  prefix: string,
  { tried, done }: Pick<Told, "tried" | "done">,
): Promise<number> {
  const entries = await logged(prefix);
  expect(new Set(entries).size, "no act twice").toBe(entries.length);
  const known = new Set(entries);
  expect(
    [...done].filter((key) => !known.has(key)),
    "no acknowledged act lost",
  ).toEqual([]);
  expect(
    entries.filter((key) => !tried.has(key)),
    "no act that nobody did",
  ).toEqual([]);
  const [deeds] = await owner<{ n: number }[]>`
    SELECT count(*)::int AS n FROM source WHERE key LIKE ${`${prefix}-%`}`;
  expect(deeds?.n, "the deed and its entry together").toBe(entries.length);
  return entries.length;
}

async function expectWholeLog(): Promise<void> {
  const signer = readSigner(newSigningKey("killed.example/log"));
  if (!signer) throw new Error("no key");
  const files = logFilesIn(await mkdtemp(path.join(folder, "log-")), writeDurably);
  openLogFiles(files);
  const size = await new LogPublisher(files, signer).publish();
  const shown = async (start: number, limit: number) =>
    (await followLog({}, { start, limit })).entries.map(({ body }) => body);
  const report = await verifyPublishedLog({ read: files.read, earlier: [], shown });
  openLogFiles(undefined);
  expect(report).toMatchObject({ kind: "read", checkpoint: { size }, problems: [] });
}

describe("kill -9 while eight writers append", () => {
  it("of the application loses and doubles nothing", { timeout: 300_000 }, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const prefix = `app${kill}`;
      const told = startWriter(prefix);
      await expect.poll(() => told.done.size, { timeout: 60_000 }).toBeGreaterThan(20);
      told.child.kill("SIGKILL");
      await gone(told.child);
      await wait(100);
      expect(await expectNothingLostOrDoubled(prefix, told)).toBeGreaterThan(20);
    }
  });

  it("of PostgreSQL loses and doubles nothing, and the log stays whole", {
    timeout: 600_000,
  }, async () => {
    // A process that the loss of its connections takes down is started again, as whoever runs it would.
    let told = startWriter("pg-0");
    const [tried, done] = [new Set<string>(), new Set<string>()];
    const gather = () => {
      for (const key of told.tried) tried.add(key);
      for (const key of told.done) done.add(key);
      return done.size;
    };
    let starts = 1;
    const progress = () => {
      const count = gather();
      if (told.child.exitCode !== null) told = startWriter(`pg-${starts++}`);
      return count;
    };
    let before = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await expect.poll(progress, { timeout: 120_000 }).toBeGreaterThan(before + 20);
      before = progress();
      await killPostgres();
    }
    await expect.poll(progress, { timeout: 120_000 }).toBeGreaterThan(before + 20);
    told.child.kill("SIGKILL");
    await gone(told.child);
    await wait(100);
    gather();
    expect(await expectNothingLostOrDoubled("pg", { tried, done })).toBeGreaterThan(before);
    await expectWholeLog();
  });
});
