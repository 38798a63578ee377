import { connect } from "#persistence/connection.ts";
import { MigrationRefusal, migrate } from "#persistence/migrate.ts";
import { inProject } from "./process/project-folder.ts";
import { Refusal } from "./process/refusal.ts";

export const migrationsFolder = inProject("prisma/migrations");

export async function migrateOrRefuse(url: string): Promise<readonly string[]> {
  const sql = connect(url, { name: "migrations" });
  try {
    return await migrate(sql, migrationsFolder);
  } catch (failure) {
    throw failure instanceof MigrationRefusal ? new Refusal(failure.message) : failure;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
