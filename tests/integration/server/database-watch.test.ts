import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect } from "#persistence/connection.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { migrateOrRefuse, migrationsFolder } from "#server/migrations.ts";
import { type DatabaseWatch, watchDatabase } from "#server/postgres/database-watch.ts";
import { postmasterPid } from "./temporary-folder.ts";

let folder: string;
let server: EmbeddedPostgres;
let watch: DatabaseWatch | undefined;

async function withSql<T>(work: (sql: Connection) => Promise<T>): Promise<T> {
  const sql = connect(server.url, { name: "test" });
  return work(sql).finally(() => sql.end());
}

function release(city: string): Promise<unknown> {
  return withSql(
    (sql) => sql`
      with written as (
        insert into revision (city_id, number, kind, note, changes, content_hash)
        select id, (select coalesce(max(number), 0) + 1 from revision where city_id = city.id),
          'import', 'test', '{}', repeat('a', 64) from city where slug = ${city} returning *)
      insert into release (city_id, number, kind, note, changes, content_hash)
      select city_id, number, kind, note, changes, content_hash from written`,
  );
}

const numberOf = (city: string) =>
  watch?.state.published.find((known) => known.city === city)?.release;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-test-"));
  server = await startEmbeddedPostgres(folder, "private");
  await migrateOrRefuse(server.url);
  await withSql(
    (sql) => sql`
      insert into city (slug, name, country, timezone, currency)
      values ('alpha', 'Alpha', 'FR', 'Europe/Paris', 'EUR')`,
  );
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await watch?.stop();
  watch = undefined;
});

describe("the watch over the database", () => {
  it("hears of a release at once, without asking", async () => {
    watch = await watchDatabase(server.url, migrationsFolder);
    const before = numberOf("alpha") ?? 0;
    const version = watch.state.published[0]?.version;
    await release("alpha");
    // Less than the second between two questions.
    await expect.poll(() => numberOf("alpha"), { timeout: 500, interval: 10 }).toBe(before + 1);
    expect(watch.state.published[0]?.version).not.toBe(version);
  });

  it("hears what was released after a crash of the database, however short the crash", async () => {
    watch = await watchDatabase(server.url, migrationsFolder);
    const before = numberOf("alpha") ?? 0;
    process.kill(await postmasterPid(folder), "SIGKILL");
    const released = () =>
      release("alpha").then(
        () => true,
        () => false,
      );
    await expect.poll(released, { timeout: 20_000 }).toBe(true);
    await expect.poll(() => numberOf("alpha"), { timeout: 10_000 }).toBe(before + 1);
    expect(watch.state.reachable).toBe(true);
    await release("alpha");
    await expect.poll(() => numberOf("alpha"), { timeout: 500, interval: 10 }).toBe(before + 2);
  });

  it("takes a database that no longer answers for one that is gone", async () => {
    watch = await watchDatabase(server.url, migrationsFolder);
    const backends = await withSql(
      (sql) => sql`
        select pid from pg_stat_activity where application_name = 'contrechamp watch'`,
    );
    const frozen = [await postmasterPid(folder), ...backends.map(({ pid }) => Number(pid))];
    for (const pid of frozen) process.kill(pid, "SIGSTOP");
    try {
      await expect.poll(() => watch?.state.reachable, { timeout: 8_000 }).toBe(false);
    } finally {
      for (const pid of frozen.reverse()) process.kill(pid, "SIGCONT");
    }
    await expect.poll(() => watch?.state.reachable, { timeout: 10_000 }).toBe(true);
  });

  it("knows the server's version and what was migrated", async () => {
    watch = await watchDatabase(server.url, migrationsFolder);
    expect(watch.state.serverVersion).toMatch(/^18\./);
    expect(watch.state.migrations?.pending).toEqual([]);
    expect(watch.state.migrations?.applied.length).toBeGreaterThan(0);
  });
});
