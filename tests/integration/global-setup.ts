import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { prepareDatabase } from "#server/migrations.ts";
import { readOrCreatePassword, SUPERUSER } from "#server/postgres/cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address of the server whose migrated database every test database is copied from. */
    testServer: string;
  }
}

let takeDown = async (): Promise<void> => {};

/** One PostgreSQL for all tests that need only a database: each takes a copy of the migrated one. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-integration-"));
  // Attacks are refused by the hundred: their lines stand in a file, not between the results. Tests of the log name their own.
  process.env.SECURITY_LOG = path.join(folder, "security.log");
  const server = await startEmbeddedPostgres(folder, "private");
  takeDown = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  await prepareDatabase({ owner: server.url, application: server.applicationUrl });
  const superuser = new URL(server.url);
  superuser.username = SUPERUSER;
  superuser.password = await readOrCreatePassword(folder);
  project.provide("testServer", superuser.toString());
}

export function teardown(): Promise<void> {
  return takeDown();
}
