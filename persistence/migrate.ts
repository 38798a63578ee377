import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Connection } from "./connection.ts";

/**
 * Applies prisma/migrations in order of name and writes down what it did in Prisma's own table, with
 * Prisma's checksums and under Prisma's lock, so that `prisma migrate deploy` and `status` agree
 * wherever their engine can be had.
 */

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly checksum: string;
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

export interface MigrationState {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

/** One sentence on why the database and the files do not go together. */
export class MigrationRefusal extends Error {}

/** The number that Prisma's engine locks while it migrates. */
const PRISMA_ADVISORY_LOCK = 72_707_369;

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      const checksum = createHash("sha256").update(bytes).digest("hex");
      return { name, sql: bytes.toString("utf8"), checksum };
    }),
  );
}

async function readRecords(sql: Connection): Promise<readonly AppliedMigration[]> {
  const tables = await sql`select to_regclass('_prisma_migrations') is not null as present`;
  if (tables[0]?.present !== true) return [];
  return sql<AppliedMigration[]>`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null order by started_at`;
}

function refuseDisagreement(
  migrations: readonly Migration[],
  records: readonly AppliedMigration[],
): void {
  const onDisk = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const record of records) {
    if (!record.finished) {
      throw new MigrationRefusal(
        `The migration ${record.name} was begun by another tool and never finished; resolve it with "prisma migrate resolve" before starting.`,
      );
    }
    const checksum = onDisk.get(record.name);
    if (checksum === undefined) {
      throw new MigrationRefusal(
        `The database has the migration ${record.name}, which this version of the program does not know; start the newer version that made it.`,
      );
    }
    if (checksum !== record.checksum) {
      throw new MigrationRefusal(
        `The migration ${record.name} was changed after it had been applied to this database; restore the file and put the change in a new migration.`,
      );
    }
  }
}

function compare(
  migrations: readonly Migration[],
  records: readonly AppliedMigration[],
): MigrationState {
  const known = new Set(records.filter(({ finished }) => finished).map(({ name }) => name));
  const names = migrations.map(({ name }) => name);
  return {
    applied: names.filter((name) => known.has(name)),
    pending: names.filter((name) => !known.has(name)),
  };
}

export async function migrationState(
  sql: Connection,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  return compare(migrations, await readRecords(sql));
}

async function createTable(sql: Connection): Promise<void> {
  await sql`
    create table if not exists _prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0
    )`;
}

/** The record is written in the migration's own transaction: both are there, or neither. */
async function apply(sql: Connection, migration: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(migration.sql).simple();
      await transaction`
        insert into _prisma_migrations
          (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        values (${randomUUID()}, ${migration.checksum}, ${migration.name},
          now(), clock_timestamp(), 1)`;
    });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new MigrationRefusal(`The migration ${migration.name} could not be applied: ${reason}.`);
  }
}

/** Brings the database up to the files; two processes at once take turns. Returns what was applied now. */
export async function migrate(sql: Connection, folder: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  await sql`select pg_advisory_lock(${PRISMA_ADVISORY_LOCK})`;
  try {
    const records = await readRecords(sql);
    refuseDisagreement(migrations, records);
    const { pending } = compare(migrations, records);
    if (pending.length > 0) await createTable(sql);
    for (const migration of migrations) {
      if (pending.includes(migration.name)) await apply(sql, migration);
    }
    return pending;
  } finally {
    await sql`select pg_advisory_unlock(${PRISMA_ADVISORY_LOCK})`.catch(() => undefined);
  }
}
