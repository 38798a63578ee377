import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Connection, connect } from "#persistence/connection.ts";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { locateBinaries } from "#server/postgres/binaries.ts";
import { ensureCluster, readOrCreatePassword } from "#server/postgres/cluster.ts";
import { chooseLauncher } from "#server/postgres/launcher.ts";
import { addressOf, type Postmaster, startPostmaster } from "#server/postgres/postmaster.ts";
import { findFreePort } from "#server/process/ports.ts";
import { startOf } from "#server/process/process-identity.ts";
import { request } from "./front-stage.ts";
import { killAll, startInVain, startProduct, stopProduct } from "./product-process.ts";
import { postmasterPid, temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();
const PAGE = "/saint-etienne";
const BUILD_MS = 300_000;
/** A data folder whose product was started and stopped once. */
let used = "";

/** So that no test pays for the build, and one alone for the first cities. */
beforeAll(async () => {
  await ensurePrismaClient();
  await ensureBuild();
  used = await mkdtemp(path.join(os.tmpdir(), "contrechamp-used-"));
  expect(await stopProduct(await startProduct({ CONTRECHAMP_DATA_FOLDER: used }))).toBe(0);
}, BUILD_MS);

afterEach(killAll);
afterAll(() => rm(used, { recursive: true, force: true }));

/** A copy of the used folder, with the owners and rights that PostgreSQL insists on. */
async function usedFolder(): Promise<string> {
  const folder = await newFolder();
  execFileSync("cp", ["-a", `${used}/.`, folder]);
  return folder;
}

async function urlOf(folder: string): Promise<string> {
  const text = await readFile(path.join(folder, "connection.json"), "utf8");
  return z.object({ url: z.string() }).parse(JSON.parse(text)).url;
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => startOf(pid), { timeout: 20_000 }).toBeUndefined();
}

/** Writes one row after the other until the connection breaks; returns the last that was acknowledged. */
async function writeUntilBroken(sql: Connection): Promise<() => Promise<number>> {
  await sql.unsafe("create table kept (n int)");
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await sql.unsafe(`insert into kept values (${acknowledged + 1})`);
      acknowledged += 1;
    }
  })().catch(() => undefined);
  await expect.poll(() => acknowledged).toBeGreaterThan(50);
  return async () => {
    await writing;
    void sql.end({ timeout: 0 });
    return acknowledged;
  };
}

async function countKept(folder: string): Promise<number> {
  const sql = connect(await urlOf(folder), { name: "test" });
  const [row] = await sql.unsafe("select count(*)::int as count from kept");
  await sql.end();
  return Number(row?.count);
}

describe("npm start", () => {
  it("serves pages and health, stops cleanly, and starts again without building or loading", async () => {
    const folder = await newFolder();
    const first = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const postmaster = await postmasterPid(folder);
    const page = await request(first.port, PAGE);
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('id="database-notice"');
    const health = await request(first.port, "/api/health");
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body.toString())).toMatchObject({
      status: "ok",
      database: { reachable: true },
      migrations: { pending: 0 },
    });
    expect(await stopProduct(first)).toBe(0);
    expect(startOf(postmaster)).toBeUndefined();
    expect(await readdir(folder)).not.toContain("lock");

    const second = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const again = await request(second.port, PAGE);
    expect(again.body.equals(page.body)).toBe(true);
    expect(second.output()).not.toMatch(/Building|first cities/);
    expect(await stopProduct(second)).toBe(0);
  });

  it("killed without warning loses nothing that was acknowledged, and leaves nothing running", async () => {
    const folder = await usedFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const postmaster = await postmasterPid(folder);
    const broken = await writeUntilBroken(connect(await urlOf(folder), { name: "test" }));
    product.signal("SIGKILL");
    const acknowledged = await broken();
    await gone(postmaster);
    const again = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    expect(await countKept(folder)).toBeGreaterThanOrEqual(acknowledged);
    expect(await stopProduct(again)).toBe(0);
  });

  it("killed together with PostgreSQL loses nothing either", async () => {
    const folder = await usedFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const postmaster = await postmasterPid(folder);
    const broken = await writeUntilBroken(connect(await urlOf(folder), { name: "test" }));
    product.signal("SIGKILL");
    process.kill(postmaster, "SIGKILL");
    const acknowledged = await broken();
    const again = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const kept = await countKept(folder);
    // One more may have been written and not yet acknowledged.
    expect([acknowledged, acknowledged + 1]).toContain(kept);
    expect(await stopProduct(again)).toBe(0);
  });

  it("lets an echo of Ctrl-C pass, as npm makes one", async () => {
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: await usedFolder() });
    product.signal("SIGINT");
    product.signal("SIGINT");
    expect(await product.ended).toBe(0);
  });

  it("stops when npm is told to", async () => {
    const folder = await usedFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder }, ["npm", "start"]);
    const postmaster = await postmasterPid(folder);
    await stopProduct(product);
    await gone(postmaster);
    await expect.poll(() => readdir(folder), { timeout: 20_000 }).not.toContain("lock");
  });

  it("is joined by commands, which use its database", async () => {
    const folder = await usedFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const script = `
      const { withDatabase } = await import("#server/database-door.ts");
      await withDatabase(async (url) => console.log(url));
    `;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script],
      {
        env: { ...process.env, DATABASE_URL: "", CONTRECHAMP_DATA_FOLDER: folder },
      },
    );
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    await new Promise((resolve) => child.once("close", resolve));
    expect(output.trim()).toBe(await urlOf(folder));
    expect((await request(product.port, "/api/health")).status).toBe(200);
    expect(await stopProduct(product)).toBe(0);
  });
});

describe("npm start refuses, in one sentence and with nothing half-started,", () => {
  const sentence = /^[A-Z][^\n]*[.]\n$/;

  it("a port that is taken", async () => {
    const folder = await newFolder();
    const other = net.createServer();
    const port = await findFreePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", () => resolve()));
    const ending = await startInVain({ CONTRECHAMP_DATA_FOLDER: folder, PORT: String(port) });
    other.close();
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(sentence);
    expect(ending.output).toContain(`Port ${port} is already in use`);
    expect(await readdir(folder)).toEqual([]);
  });

  it("a data folder in use, whose owner goes on undisturbed", async () => {
    const folder = await usedFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder });
    const ending = await startInVain({ CONTRECHAMP_DATA_FOLDER: folder });
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(sentence);
    expect(ending.output).toContain(`in use by npm start (process ${product.pid})`);
    expect((await request(product.port, "/api/health")).status).toBe(200);
    expect(await stopProduct(product)).toBe(0);
  });

  it.each([
    ["PORT", "three thousand"],
    ["DATABASE_URL", "localhost"],
    ["TILE_URL", "https://tiles.example.org/"],
  ])("a malformed %s", async (name, value) => {
    const folder = await newFolder();
    const ending = await startInVain({ CONTRECHAMP_DATA_FOLDER: folder, [name]: value });
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(sentence);
    expect(ending.output).toContain(name);
    expect(await readdir(folder)).toEqual([]);
  });

  it("a database that cannot be reached", async () => {
    const folder = await newFolder();
    const DATABASE_URL = `postgresql://u:secret@127.0.0.1:${await findFreePort()}/db`;
    const ending = await startInVain({ CONTRECHAMP_DATA_FOLDER: folder, DATABASE_URL });
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(sentence);
    expect(ending.output).toContain("cannot be reached");
    expect(ending.output).not.toContain("secret");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("with a PostgreSQL of one's own", () => {
  it("pages stay readable while it is stopped, and say so; health follows, and all recovers", async () => {
    const own = await newFolder();
    const binaries = await locateBinaries();
    const launcher = chooseLauncher(binaries, own);
    await ensureCluster(own, binaries, launcher);
    const password = await readOrCreatePassword(own);
    const port = await findFreePort();
    const startOwn = (): Promise<Postmaster> =>
      startPostmaster({ dataFolder: own, binaries, launcher, password }, port);
    let database = await startOwn();
    const DATABASE_URL = addressOf(port, "postgres", password, "postgres");
    const folder = await newFolder();
    const product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder, DATABASE_URL });
    const health = async () => (await request(product.port, "/api/health")).status;
    const noticed = async () => {
      const page = await request(product.port, PAGE);
      return [page.status, / id="database-notice"[^>]*hidden/.test(page.body.toString())];
    };
    try {
      expect(await readdir(folder)).not.toContain("postgres");
      expect(await health()).toBe(200);
      expect(await noticed()).toEqual([200, true]);

      await database.stop();
      await expect.poll(health, { timeout: 20_000 }).toBe(503);
      await expect.poll(noticed, { timeout: 20_000 }).toEqual([200, false]);
      const unread = await request(product.port, `${PAGE}/cameras/never-read`);
      expect(unread.status).toBe(503);

      database = await startOwn();
      await expect.poll(health, { timeout: 20_000 }).toBe(200);
      await expect.poll(noticed, { timeout: 20_000 }).toEqual([200, true]);
      expect((await request(product.port, `${PAGE}/cameras/never-read`)).status).not.toBe(503);
      expect(await stopProduct(product)).toBe(0);
    } finally {
      await database.stop();
    }
  });
});
