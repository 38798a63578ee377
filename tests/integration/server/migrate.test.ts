import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Connection, connect } from "#persistence/connection.ts";
import { migrate, migrationState, readMigrations } from "#persistence/migrate.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();
let data: string;
let server: EmbeddedPostgres;
let sql: Connection;
let folder: string;

async function write(name: string, content: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), content);
}

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), "contrechamp-test-"));
  server = await startEmbeddedPostgres(data, "private");
  sql = connect(server.url, { name: "test" });
});
afterAll(async () => {
  await sql.end();
  await server.stop();
  await rm(data, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql.unsafe("drop schema public cascade; create schema public").simple();
  folder = await newFolder();
  await writeFile(path.join(folder, "migration_lock.toml"), 'provider = "postgresql"');
  await write("20260101000000_first", "create table a (n int); create table b (n int);");
});

describe("migrations", () => {
  it("are applied in order of name, once", async () => {
    await write("20260102000000_second", "alter table a add column m int;");
    expect(await migrate(sql, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await migrate(sql, folder)).toEqual([]);
    expect(await migrationState(sql, await readMigrations(folder))).toEqual({
      applied: ["20260101000000_first", "20260102000000_second"],
      pending: [],
    });
  });

  it("leave in Prisma's table what Prisma would", async () => {
    await migrate(sql, folder);
    const content = "create table a (n int); create table b (n int);";
    const [row] = await sql`select * from _prisma_migrations`;
    expect(row).toMatchObject({
      checksum: createHash("sha256").update(content).digest("hex"),
      migration_name: "20260101000000_first",
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(row?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(row?.finished_at).toBeInstanceOf(Date);
  });

  it("that fail leave nothing behind, and can be tried again", async () => {
    await write("20260102000000_second", "create table c (n int); select 1 / 0;");
    await expect(migrate(sql, folder)).rejects.toThrow(
      /^The migration 20260102000000_second could not be applied: division by zero\.$/,
    );
    expect(await migrationState(sql, await readMigrations(folder))).toMatchObject({
      pending: ["20260102000000_second"],
    });
    const tables = await sql`select to_regclass('c') as c`;
    expect(tables[0]?.c).toBeNull();
    await write("20260102000000_second", "create table c (n int);");
    expect(await migrate(sql, folder)).toEqual(["20260102000000_second"]);
  });

  it("that were changed after they were applied are refused", async () => {
    await migrate(sql, folder);
    await write("20260101000000_first", "create table a (n bigint);");
    await expect(migrate(sql, folder)).rejects.toThrow(/20260101000000_first was changed after/);
  });

  it("that the database knows and the files do not are refused", async () => {
    await migrate(sql, folder);
    await rm(path.join(folder, "20260101000000_first"), { recursive: true });
    await expect(migrate(sql, folder)).rejects.toThrow(/this version of the program does not know/);
  });

  it("that another tool left unfinished are refused, and those rolled back are not counted", async () => {
    await migrate(sql, folder);
    await sql`insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', 'other')`;
    await expect(migrate(sql, folder)).rejects.toThrow(/other was begun by another tool/);
    await sql`update _prisma_migrations set rolled_back_at = now() where id = 'x'`;
    expect(await migrate(sql, folder)).toEqual([]);
  });

  it("are applied once by several processes at once", async () => {
    await write("20260102000000_slow", "select pg_sleep(0.3); create table d (n int);");
    const connections = [1, 2, 3, 4].map(() => connect(server.url, { name: "test" }));
    const applied = await Promise.all(connections.map((each) => migrate(each, folder)));
    await Promise.all(connections.map((each) => each.end()));
    expect(applied.flat().sort()).toEqual(["20260101000000_first", "20260102000000_slow"]);
  });

  it("of the product itself apply to an empty database", async () => {
    await cp(path.resolve("prisma/migrations"), folder, { recursive: true });
    await rm(path.join(folder, "20260101000000_first"), { recursive: true });
    expect((await migrate(sql, folder)).length).toBeGreaterThan(0);
  });
});
