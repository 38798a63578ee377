import { createHash, randomUUID } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Connection, connect } from "#persistence/connection.ts";
import { migrate } from "#persistence/migrate.ts";
import { temporaryFolders } from "../server/temporary-folder.ts";

const newFolder = temporaryFolders();
const name = `test_${randomUUID().replaceAll("-", "")}`;
const mine = "20261126221000_commitments_to_files_that_are_not_public";
let sql: Connection;

async function run(statement: string): Promise<void> {
  const server = new URL(inject("testServer"));
  server.pathname = "/postgres";
  const admin = postgres(server.toString(), { max: 1, onnotice: () => {} });
  await admin.unsafe(statement);
  await admin.end();
}

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const files = {
  counts: { kind: "outcome-statistic", preset: "outcomes", sha256: sha256("3 burglaries") },
  typed: { kind: "cost-line", preset: "record", sha256: sha256('{"deed":"add"}') },
  costs: { kind: "cost-line", preset: "costs", sha256: sha256("costs.csv") },
  cameras: { kind: "camera", preset: "cameras", sha256: sha256("cameras.csv") },
};

beforeAll(async () => {
  await run(`CREATE DATABASE ${name}`);
  const address = new URL(inject("testServer"));
  address.pathname = `/${name}`;
  sql = connect(address.toString(), { name: "test" });
  const folder = await newFolder();
  await cp(path.resolve("prisma/migrations"), folder, { recursive: true });
  await rm(path.join(folder, mine), { recursive: true });
  await migrate(sql, folder);
  const [city] = await sql<{ id: number }[]>`
    INSERT INTO city (slug, name, country, timezone, currency)
    VALUES ('old', 'Old', 'FR', 'Europe/Paris', 'EUR') RETURNING id`;
  const id = city?.id ?? 0;
  let number = 0;
  for (const { kind, preset, sha256 } of Object.values(files)) {
    number += 1;
    await sql`INSERT INTO revision (city_id, number, kind, note, changes, content_hash)
      VALUES (${id}, ${number}, 'import', 'n', ${sql.json({ kind })}, ${sha256})`;
    await sql`INSERT INTO release (city_id, number, kind, note, changes, content_hash)
      VALUES (${id}, ${number}, 'import', 'n', ${sql.json({ kind })}, ${sha256})`;
    const [source] = await sql<{ id: number }[]>`
      INSERT INTO source (city_id, key, title, sha256, verification)
      VALUES (${id}, ${`${preset}:${number}`}, 'A file', ${sha256}, 'declared') RETURNING id`;
    await sql`INSERT INTO import_batch (city_id, source_id, preset, file_name, file_sha256, file_bytes, reading, counts,
      release_number) VALUES (${id}, ${source?.id ?? 0}, ${preset}, 'f', ${sha256}, 9, '{}', '{}', ${number})`;
  }
  await cp(path.resolve("prisma/migrations", mine), path.join(folder, mine), { recursive: true });
  await migrate(sql, folder);
});
afterAll(async () => {
  await sql.end();
  await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

describe("An installation from before commitments", () => {
  it("keeps the plain digest of files that hold nothing withheld", async () => {
    for (const { sha256 } of [files.costs, files.cameras]) {
      const rows = await sql`SELECT FROM import_batch b JOIN source s ON s.id = b.source_id
        WHERE b.file_sha256 = ${sha256} AND s.sha256 = ${sha256}`;
      expect(rows.length).toBe(1);
    }
  });

  it("shows a commitment for counts and for what was typed in, which opens to the digest it had", async () => {
    for (const { sha256: before } of [files.counts, files.typed]) {
      expect(
        await sql`SELECT FROM import_batch WHERE file_sha256 = ${before}
          UNION ALL SELECT FROM source WHERE sha256 = ${before}`,
      ).toEqual([]);
      const [kept] = await sql<{ nonce: Buffer; digest: string }[]>`
        SELECT c.nonce, c.digest FROM commitment c JOIN import_batch b ON b.file_commitment = c.digest
        JOIN source s ON s.id = b.source_id AND s.commitment = c.digest WHERE c.private_sha256 = ${before}`;
      const bytes = Buffer.concat([kept?.nonce ?? Buffer.alloc(0), Buffer.from(before, "hex")]);
      expect(kept?.digest).toBe(sha256(bytes));
    }
    expect(await sql`SELECT FROM commitment`).toHaveLength(2);
  });

  it("says of its releases that they were hashed in the earlier form", async () => {
    expect(await sql`SELECT DISTINCT content_form AS form FROM release`).toEqual([{ form: 1 }]);
  });
});
