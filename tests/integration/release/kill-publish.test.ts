import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql, url } = testDatabase();
const city = "killed";

const cameras = (status: string) =>
  `reference,label,status\n${Array.from({ length: 400 }, (_, i) => `C${i},Place ${i},${status}\n`).join("")}`;
const outcomes = (count: number) =>
  `definition_code,funnel,stage,unit,definition,scope,year,category,value\n${Array.from(
    { length: 12 },
    (_, i) =>
      `requests,footage-review,requested,request,Received,streets,2022,c${i},${count + i}\n`,
  ).join("")}`;

/** Everything that says which release stands, as one process reads it in one snapshot. */
async function standing() {
  const [row] = await sql()<
    {
      release: number;
      draft: boolean;
      judged: boolean;
      told: boolean;
      hash: boolean;
      shown: number;
    }[]
  >`
    WITH c AS (SELECT id FROM city WHERE slug = ${city}),
      r AS (SELECT number, content_hash FROM release, c WHERE city_id = c.id ORDER BY number DESC LIMIT 1)
    SELECT r.number AS release,
      EXISTS (SELECT FROM release_draft d WHERE d.city_id = c.id) AS draft,
      EXISTS (SELECT FROM disclosure_audit a WHERE a.city_id = c.id AND a.release_number = r.number) AS judged,
      EXISTS (SELECT FROM audit_entry e WHERE e.body LIKE '%"release-published"%'
        AND e.body LIKE '%' || r.content_hash || '%') AS told,
      r.content_hash <> (SELECT content_hash FROM release v WHERE v.city_id = c.id AND v.number < r.number
        ORDER BY v.number DESC LIMIT 1) AS hash,
      (SELECT coalesce(sum(value), 0)::int FROM protected_outcome p WHERE p.city_id = c.id
        AND p.table_code = 'city-year' AND p.from_release <= r.number
        AND (p.until_release IS NULL OR p.until_release > r.number)) AS shown
    FROM c, r`;
  if (!row) throw new Error("nothing is published");
  return row;
}

/** Publishes in a process of its own, and kills it without warning after a while. True when it had finished. */
async function publishAndKill(afterMs: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/integration/release/publish-process.ts", city],
    { env: { ...process.env, DATABASE_URL: url() }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (out.includes("starting") && afterMs >= 0) setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  await exited;
  return out.includes("published");
}

describe("A publication killed at any moment", () => {
  it("leaves the old release whole or the new one whole, and can be made again", async () => {
    await newCity(city);
    await importText(city, "cameras", cameras("in-service"));
    await importText(city, "outcomes", outcomes(40));
    const old = await standing();
    expect(old.shown).toBe(546);
    await prepareRelease(city, "command-line");
    await importText(city, "cameras", cameras("planned"), { name: "second.csv" });
    await importText(city, "outcomes", outcomes(90), { name: "second.csv" });
    const seen = new Set<string>();
    // From before its transaction to after its commit, in steps that fall anywhere in between.
    for (const afterMs of [5, 40, 120]) {
      await publishAndKill(afterMs);
      const now = await standing();
      if (now.release === old.release) {
        expect(now).toEqual({ ...old, draft: true });
        seen.add("old");
      } else {
        expect(now).toEqual({
          release: old.release + 2,
          draft: false,
          judged: true,
          told: true,
          hash: true,
          shown: 1146,
        });
        seen.add("new");
        break;
      }
    }
    if (!seen.has("new")) expect(await publishAndKill(-1)).toBe(true);
    expect(await standing()).toMatchObject({ release: old.release + 2, draft: false, shown: 1146 });
    expect(seen.has("old")).toBe(true);
  });
});
