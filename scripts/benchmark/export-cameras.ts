import { createHash } from "node:crypto";
import { findDataFile } from "#domain/dataset/files/data-file.ts";
import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { findOpenCity } from "#use-cases/open-data/list-open-cities.ts";
import { writeDataFile } from "#use-cases/open-data/write-data-file.ts";

/** Makes the CSV of a city's cameras as the product does, hashed as it comes, and says how long and how large. */
const [slug = ""] = process.argv.slice(2);
openDatabase(process.env.DATABASE_URL ?? "");
const city = await findOpenCity(slug);
const file = findDataFile("cameras.csv");
if (!city || !file) throw new Error(`There is no city ${slug}.`);
const hash = createHash("sha256");
const started = performance.now();
await writeDataFile(slug, city.release, "", file, async (chunk) => {
  hash.update(chunk);
});
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1000;
await closeDatabase();
process.stdout.write(JSON.stringify({ seconds, megabytes, sha256: hash.digest("hex") }));
