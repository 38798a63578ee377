import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { expireRoles } from "#use-cases/administration/expire-roles.ts";

/** Says which roles have run out: a process of its own, which begins when it is told to, and so that it can be killed. */
const [address = "", now = ""] = process.argv.slice(2);
openDatabase(address);
process.stdout.write("ready\n");
await new Promise<void>((resolve) => process.stdin.once("data", () => resolve()));
await expireRoles(new Date(now));
process.stdout.write("done\n");
await closeDatabase();
process.exit(0);
