import { PrismaPg } from "@prisma/adapter-pg";
import postgres from "postgres";
import { PrismaClient } from "./generated/client.ts";
import { isLostConnection } from "./lost-connection.ts";

/**
 * The two doors to PostgreSQL: Prisma for records, postgres.js for streams, COPY and set-based SQL.
 * One pool of each per process; the address is given once at start.
 */
type Doors = { records: PrismaClient; sql: postgres.Sql; address: string };

const RETRY_SECONDS = 0.1;

// Next bundles this file apart from the server's own copy: the process holds one pair of pools for both.
const holder = globalThis as typeof globalThis & { contrechampDoors?: Doors };

export function openDatabase(address: string): void {
  if (holder.contrechampDoors?.address === address) return;
  holder.contrechampDoors = {
    address,
    records: new PrismaClient({ adapter: new PrismaPg({ connectionString: address, max: 5 }) }),
    sql: openPool(address),
  };
}

function openPool(address: string): postgres.Sql {
  // A PostgreSQL that was restarted is asked again at once, not after the half minute that the default grows to.
  const patience = { connect_timeout: 5, idle_timeout: 30, backoff: () => RETRY_SECONDS };
  return postgres(address, { max: 10, ...patience, onnotice: () => {} });
}

/** After a connection broke the pool is not to be trusted: what is under way on its other connections is finished. */
function replacePool(lost: postgres.Sql): void {
  const open = holder.contrechampDoors;
  if (open?.sql !== lost) return;
  open.sql = openPool(open.address);
  void lost.end();
}

export async function closeDatabase(): Promise<void> {
  const doors = holder.contrechampDoors;
  holder.contrechampDoors = undefined;
  if (doors) await Promise.all([doors.records.$disconnect(), doors.sql.end({ timeout: 5 })]);
}

function doors(): Doors {
  if (!holder.contrechampDoors)
    throw new Error("The database is not open: call openDatabase() first.");
  return holder.contrechampDoors;
}

type RecordsTransaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends"
>;

declare const capability: unique symbol;

/** Opened by readTransaction(), which also says READ ONLY: PostgreSQL agrees with the type. */
export type ReadDatabase = RecordsTransaction & { readonly [capability]: "read" | "write" };

/** Set-based reading and writing, with the same distinction. */
export type ReadSql = postgres.TransactionSql & { readonly [capability]: "read" | "write" };
export type WriteSql = postgres.TransactionSql & { readonly [capability]: "write" };

/** A part of a statement. */
export type SqlPart = postgres.PendingQuery<postgres.Row[]>;

/** One consistent snapshot for everything a page shows. */
export function readTransaction<Result>(
  work: (database: ReadDatabase) => Promise<Result>,
): Promise<Result> {
  return doors().records.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
      return work(transaction as unknown as ReadDatabase);
    },
    { isolationLevel: "RepeatableRead", timeout: 30_000, maxWait: 5_000 },
  );
}

export function readSql<Result>(work: (sql: ReadSql) => Promise<Result>): Promise<Result> {
  return transact("isolation level repeatable read read only", (sql) => work(sql as ReadSql));
}

/** One statement and no more: a snapshot of its own, without the three turns that a transaction waits for PostgreSQL. */
export async function readOnce<Result>(ask: (sql: ReadSql) => Promise<Result>): Promise<Result> {
  const pool = doors().sql;
  try {
    return await ask(pool as unknown as ReadSql);
  } catch (failure) {
    if (isLostConnection(failure)) replacePool(pool);
    throw failure;
  }
}

export function writeSql<Result>(work: (sql: WriteSql) => Promise<Result>): Promise<Result> {
  return transact("", (sql) => work(sql as WriteSql));
}

/**
 * Once the transaction is over, on a broken connection as well, its door is shut: a statement that came later would run
 * outside of it.
 */
async function transact<Result>(
  options: string,
  work: (sql: postgres.TransactionSql) => Promise<Result>,
): Promise<Result> {
  const pool = doors().sql;
  let isOver = false;
  const guarded = (sql: postgres.TransactionSql) =>
    new Proxy(sql, {
      apply: (target, self, given) => {
        if (isOver) throw new Error("The transaction is over.");
        return Reflect.apply(target, self, given);
      },
    });
  try {
    return (await pool.begin(options, (sql) => work(guarded(sql)))) as Result;
  } catch (failure) {
    if (isLostConnection(failure)) replacePool(pool);
    throw failure;
  } finally {
    isOver = true;
  }
}
