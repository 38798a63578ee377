import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#persistence/database.ts";

/**
 * A migrated database of this file's own: the product's doors are open on it as the application's role, `sql` is the
 * owner's.
 */
export function testDatabase(): { sql: () => postgres.Sql; url: () => string } {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const address = new URL(inject("testServer"));
  let sql: postgres.Sql | undefined;
  // A superuser: to drop a database is to end whoever is in it, a vacuum worker included.
  const run = async (statement: string) => {
    const server = new URL(inject("testServer"));
    server.pathname = "/postgres";
    const admin = postgres(server.toString(), { max: 1, onnotice: () => {} });
    await admin.unsafe(statement);
    await admin.end();
  };
  beforeAll(async () => {
    await run(`CREATE DATABASE ${name} TEMPLATE contrechamp OWNER contrechamp`);
    address.pathname = `/${name}`;
    address.username = "contrechamp";
    sql = postgres(address.toString(), { max: 2, onnotice: () => {} });
    const application = new URL(address);
    application.username = "contrechamp_app";
    openDatabase(application.toString());
  });
  afterAll(async () => {
    await closeDatabase();
    await sql?.end();
    await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return {
    sql: () => {
      if (!sql) throw new Error("The test database is not there yet.");
      return sql;
    },
    url: () => address.toString(),
  };
}
