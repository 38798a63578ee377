import {
  currentRole,
  grantApplicationRights,
  ownsTheLog,
} from "#persistence/application-rights.ts";
import { type Connection, connect } from "#persistence/connection.ts";
import { MigrationRefusal, migrate } from "#persistence/migrate.ts";
import { warn } from "./process/log.ts";
import { inProject } from "./process/project-folder.ts";
import { Refusal } from "./process/refusal.ts";

export const migrationsFolder = inProject("prisma/migrations");

/** Two roles on one database: the owner migrates, the application reads and writes. They may be one and the same. */
export interface DatabaseAddresses {
  readonly owner: string;
  readonly application: string;
}

async function withConnection<T>(url: string, work: (sql: Connection) => Promise<T>): Promise<T> {
  const sql = connect(url, { name: "migrations" });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function migrateOrRefuse(url: string): Promise<readonly string[]> {
  return withConnection(url, async (sql) => {
    try {
      return await migrate(sql, migrationsFolder);
    } catch (failure) {
      throw failure instanceof MigrationRefusal ? new Refusal(failure.message) : failure;
    }
  });
}

/** Migrates as the owner, then says what the application may do; refuses two addresses of different databases. */
export async function prepareDatabase({ owner, application }: DatabaseAddresses): Promise<void> {
  await migrateOrRefuse(owner);
  if (owner !== application) {
    const role = await withConnection(application, currentRole);
    await withConnection(owner, async (sql) => {
      if ((await currentRole(sql)) !== role) await grantApplicationRights(sql, role);
    });
    const sees = await withConnection(application, async (sql) => {
      const [row] = await sql`SELECT to_regclass('audit_entry') IS NOT NULL AS there`;
      return row?.there === true;
    });
    if (!sees) {
      throw new Refusal("MIGRATION_DATABASE_URL and DATABASE_URL must name the same database.");
    }
  }
}

/** What keeps the application from rewriting the log; one clear word at start when it is nothing but triggers. */
export async function guardOfLog(application: string): Promise<"role" | "triggers"> {
  if (await withConnection(application, ownsTheLog)) {
    warn(
      "The application's database role owns the tables: only triggers keep the log append-only. Set MIGRATION_DATABASE_URL to the owner and DATABASE_URL to a role of its own (docs/transparency-log.md).",
    );
    return "triggers";
  }
  return "role";
}
