import { type Connection, connect } from "#persistence/connection.ts";
import { codeOf, messageOf, Refusal } from "../process/refusal.ts";
import { within } from "../process/wait.ts";

/** What must hold of a database that someone else runs, asked before anything is started on it. */

const OLDEST_MAJOR = 15;
const REACH_MS = 5_000;

/** Host, port and database only: the address may hold a password. */
function nameOf(address: string): string {
  const url = new URL(address);
  return `${url.host || "the local socket"}${url.pathname}`;
}

function describeFailure(address: string, failure: unknown): Refusal {
  const where = nameOf(address);
  switch (codeOf(failure)) {
    case "28P01":
    case "28000":
      return new Refusal(`The database at ${where} refuses the user or password in DATABASE_URL.`);
    case "3D000":
      return new Refusal(`The database at ${where} does not exist; create it first.`);
    default:
      return new Refusal(
        `The database at ${where} cannot be reached (${codeOf(failure) ?? messageOf(failure)}); check DATABASE_URL and that PostgreSQL is running.`,
      );
  }
}

async function ask(sql: Connection, question: string): Promise<string> {
  const rows = await sql.unsafe(question).simple();
  return String(Object.values(rows[0] ?? {})[0] ?? "");
}

async function refuseUnfit(sql: Connection): Promise<void> {
  const version = Number(await ask(sql, "show server_version_num"));
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new Refusal(
      `The database runs PostgreSQL ${await ask(sql, "show server_version")}, and PostgreSQL ${OLDEST_MAJOR} or later is needed.`,
    );
  }
  const encoding = await ask(sql, "show server_encoding");
  if (encoding !== "UTF8") {
    throw new Refusal(`The database is encoded in ${encoding}, and UTF8 is needed.`);
  }
  if ((await ask(sql, "select pg_is_in_recovery()::text")) === "true") {
    throw new Refusal("The database is a read-only standby; DATABASE_URL must name the primary.");
  }
  if ((await ask(sql, "select has_schema_privilege('public', 'CREATE')::text")) !== "true") {
    throw new Refusal(
      "The user in DATABASE_URL may not create tables in the schema public; make it the owner of the database.",
    );
  }
}

export async function refuseUnfitDatabase(address: string): Promise<void> {
  const sql = connect(address, { name: "check", connectSeconds: 4 });
  try {
    await within(REACH_MS, refuseUnfit(sql), "no answer in time");
  } catch (failure) {
    throw failure instanceof Refusal ? failure : describeFailure(address, failure);
  } finally {
    // A server that never answered would hold a polite end for ever.
    void sql.end({ timeout: 0 }).catch(() => undefined);
  }
}
