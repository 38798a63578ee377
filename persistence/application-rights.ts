import type { Connection } from "./connection.ts";

/**
 * What the application's role may do, when it is not the one that owns the tables: read and write, but neither change nor
 * delete what a trigger declares append-only, nor touch the migrations. To the log it hands acts; the entries are written
 * by the trigger that numbers them. Said anew after each migration.
 */

type Guarded = { table: string; updates: boolean; deletes: boolean };

/** Bits of pg_trigger.tgtype. */
const DELETE_BIT = 8;
const UPDATE_BIT = 16;
/** From here on ANALYZE can be allowed to others than the owner. */
const MAINTAIN_SINCE = 170_000;
const RIGHTS_LOCK = 72_707_370;

/** Done as the owner of the tables; two processes at once take turns. */
export async function grantApplicationRights(owner: Connection, role: string): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`SELECT pg_advisory_xact_lock(${RIGHTS_LOCK})`;
    const [server] = await sql<{ version: number }[]>`
      SELECT current_setting('server_version_num')::int AS version`;
    const maintain = (server?.version ?? 0) >= MAINTAIN_SINCE ? ", MAINTAIN" : "";
    const to = sql(role);
    await sql`GRANT USAGE ON SCHEMA public TO ${to}`;
    await sql`GRANT SELECT, INSERT, UPDATE, DELETE${sql.unsafe(maintain)} ON ALL TABLES IN SCHEMA public TO ${to}`;
    await sql`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`;
    await sql`REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${to}`;
    await sql`REVOKE INSERT ON audit_entry FROM ${to}`;
    await sql`REVOKE SELECT, UPDATE, DELETE ON audit_act FROM ${to}`;
    const guarded = await sql<Guarded[]>`
      SELECT tgrelid::regclass::text AS table, bool_or(tgtype & ${UPDATE_BIT} > 0) AS updates,
        bool_or(tgtype & ${DELETE_BIT} > 0) AS deletes
      FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc GROUP BY tgrelid`;
    for (const { table, updates, deletes } of guarded) {
      if (updates) await sql`REVOKE UPDATE ON ${sql(table)} FROM ${to}`;
      if (deletes) await sql`REVOKE DELETE ON ${sql(table)} FROM ${to}`;
      await sql`REVOKE TRUNCATE ON ${sql(table)} FROM ${to}`;
    }
  });
}

/** Whether this connection's role could lift the guards of the log: it owns the table, or is a superuser. */
export async function ownsTheLog(sql: Connection): Promise<boolean> {
  const rows = await sql<{ owns: boolean }[]>`
    SELECT pg_has_role(relowner, 'USAGE') AS owns FROM pg_class WHERE oid = to_regclass('audit_entry')`;
  return rows[0]?.owns ?? true;
}

export async function currentRole(sql: Connection): Promise<string> {
  const [row] = await sql<{ role: string }[]>`SELECT current_user::text AS role`;
  return row?.role ?? "";
}
