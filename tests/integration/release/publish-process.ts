import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";

/** Publishes a city's draft: a process of its own, so that it can be killed. Says when it starts and when it is done. */
openDatabase(process.env.DATABASE_URL ?? "");
process.stdout.write("starting\n");
const result = await publishRelease(process.argv[2] ?? "", undefined, "command-line");
process.stdout.write(`${result.kind}\n`);
await closeDatabase();
