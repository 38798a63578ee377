import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { currentOwner, lockOrRefuse, tryLock } from "#server/process/data-folder-lock.ts";
import { ownIdentity } from "#server/process/process-identity.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

/** A process of its own, since a lock is held by a process. */
function run(script: string, folder: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
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
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("close", (code) => resolve({ code, output }));
  });
}

const COUNT_UP = `
  const { withDatabase } = await import("#server/database-door.ts");
  const { connect } = await import("#persistence/connection.ts");
  await withDatabase(async (url) => {
    const sql = connect(url, { name: "test" });
    await sql.unsafe("create table if not exists n (n int)");
    await sql.unsafe("insert into n values (1)");
    const [{ count }] = await sql.unsafe("select count(*)::int as count from n");
    await sql.end();
    console.log("count " + count);
  }, "a test");
`;

describe("the data folder", () => {
  it("has one owner, who is named to the next", async () => {
    const folder = await newFolder();
    const lock = await lockOrRefuse(folder, "npm start");
    await expect(lockOrRefuse(folder, "npm start")).rejects.toThrow(
      `in use by npm start (process ${process.pid})`,
    );
    await lock.release();
    await (await lockOrRefuse(folder, "npm start")).release();
  });

  it("is free when its owner is dead, or another process bears its number", async () => {
    const folder = await newFolder();
    const file = path.join(folder, "lock");
    for (const dead of [
      { pid: 4_194_304, started: "x", purpose: "npm start" },
      { ...ownIdentity(), started: "another boot/12345", purpose: "npm start" },
    ]) {
      await writeFile(file, JSON.stringify(dead));
      expect(await currentOwner(folder)).toBeUndefined();
      await (await lockOrRefuse(folder, "npm start")).release();
    }
  });

  it("is free when its lock was half-written", async () => {
    const folder = await newFolder();
    await writeFile(path.join(folder, "lock"), '{"pid":');
    await (await lockOrRefuse(folder, "npm start")).release();
  });

  it("left by a dead owner goes to one of many who want it at once", async () => {
    const folder = await newFolder();
    await writeFile(
      path.join(folder, "lock"),
      JSON.stringify({ pid: 4_194_304, started: "x", purpose: "x" }),
    );
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => tryLock(folder, "me")));
    expect(outcomes.filter((outcome) => "release" in outcome)).toHaveLength(1);
    expect(JSON.parse(await readFile(path.join(folder, "lock"), "utf8"))).toMatchObject({
      pid: process.pid,
    });
  });

  it("serves commands one after the other, each with its own PostgreSQL", async () => {
    const folder = await newFolder();
    const outcomes = await Promise.all([1, 2, 3].map(() => run(COUNT_UP, folder)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    const counts = outcomes.map(({ output }) => /count (\d)/.exec(output)?.[1]);
    expect(counts.sort()).toEqual(["1", "2", "3"]);
    expect(outcomes.map(({ output }) => output).join()).toContain("Waiting for a test");
    expect(await currentOwner(folder)).toBeUndefined();
  });

  it("is released, and PostgreSQL stopped, when a command fails", async () => {
    const folder = await newFolder();
    const script = `
      const { withDatabase } = await import("#server/database-door.ts");
      await withDatabase(() => Promise.reject(new Error("as planned")), "a test");
    `;
    const { code, output } = await run(script, folder);
    expect(code).toBe(1);
    expect(output).toContain("as planned");
    expect(await currentOwner(folder)).toBeUndefined();
    expect((await run(COUNT_UP, folder)).output).toContain("count 1");
  });
});
