import { connect } from "#persistence/connection.ts";
import { readPublishedVersions } from "#persistence/published-versions.ts";
import { say } from "./process/log.ts";

/** An empty database is given the first cities; one that holds a city is left as it is. */
export async function ensureFirstData(url: string): Promise<void> {
  const sql = connect(url, { name: "first data" });
  try {
    if ((await readPublishedVersions(sql)).length > 0) return;
  } finally {
    await sql.end({ timeout: 5 });
  }
  say("Loading the first cities.");
  const { installFirstCities } = await import("#use-cases/installation/install-first-cities.ts");
  await installFirstCities();
}
