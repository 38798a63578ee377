import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { openDatabase, writeSql } from "#persistence/database.ts";
import { isStrayLoss } from "#persistence/lost-connection.ts";

/**
 * A process that, once it is told to, appends acts with eight writers until it is killed. Before each it prints
 * "try <key>", and "done <key>" once it is acknowledged; a deed whose answer was lost is tried again under the same key,
 * and done once.
 */
const [address = "", prefix = ""] = process.argv.slice(2);
const WRITERS = 8;

// As the product does: the loss of a connection is no reason to end.
process.on("uncaughtException", (failure) => {
  if (isStrayLoss(failure)) return;
  process.stderr.write(`${String(failure)}\n`);
  process.exit(1);
});
openDatabase(address);

async function deed(key: string): Promise<void> {
  await writeSql(async (sql) => {
    const taken = await sql`INSERT INTO source (city_id, key, title, verification)
      SELECT id, ${key}, ${key}, 'generated' FROM city WHERE slug = 'killed'
      ON CONFLICT DO NOTHING`;
    if (taken.count === 0) return;
    await appendAuditEntry(sql, {
      cityId: null,
      actor: "system",
      action: "role-expired",
      subject: `account ${key}`,
      detail: {},
    });
  });
}

async function writer(name: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const key = `${prefix}-${name}-${n}`;
    process.stdout.write(`try ${key}\n`);
    for (;;) {
      try {
        await deed(key);
        break;
      } catch {
        // Unknown, not failed: it may have been stored before the connection broke.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    process.stdout.write(`done ${key}\n`);
  }
}

process.stdout.write("ready \n");
await new Promise<void>((resolve) => process.stdin.once("data", () => resolve()));
await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
