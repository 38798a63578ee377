import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { datasets } from "#domain/dataset/declared/registry.ts";
import { findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { streamDatasetRows } from "#persistence/open-data/dataset-rows.ts";
import { getCityCredits } from "#use-cases/city/get-city-credits.ts";
import { openCommitment, opensTo } from "#use-cases/importing/open-commitment.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { changeRecord } from "#use-cases/record/change-record.ts";
import { getReleasePage } from "#use-cases/release/get-release-page.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

const source = { title: "Note of the service, 3 May 2026", url: null };
const cellsOf = (value: string) => ({
  definition_code: "requests",
  funnel: "footage-review",
  stage: "requested",
  unit: "request",
  definition: "Requests",
  scope: "streets",
  year: "2022",
  category: "burglary",
  value,
});
/** What the digest of a record was over before, in the order of its words. */
const naive = (value: string) =>
  sha256(
    JSON.stringify({
      kind: "outcome-statistic",
      deed: "add",
      cells: cellsOf(value),
      reason: undefined,
      source,
    }),
  );
const fileOf = (value: number) =>
  `definition_code,funnel,stage,unit,definition,scope,year,category,value\nrequests,footage-review,requested,request,Requests,streets,2022,theft,${value}\n`;

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

/** Everything that is public of a city: its pages of releases and credits, every dataset, its entries of the log. */
async function everythingPublic(slug: string): Promise<string> {
  const known: unknown[] = [await getCityCredits(slug)];
  const releases = await readSql(async (read) => {
    const city = await findCity(read, slug);
    if (!city) throw new Error(`no city ${slug}`);
    for (const dataset of datasets)
      for await (const rows of streamDatasetRows(read, city.id, releaseOf(city), dataset))
        known.push(rows);
    return city.release;
  });
  for (let number = 1; number <= releases; number++) {
    const page = await getReleasePage(slug, number);
    // What a sheet is given: the row of the release without what its page never shows.
    known.push(page && { ...page, release: { ...page.release, changes: undefined } });
  }
  return JSON.stringify(known);
}

/** Tries each value that a small count can have: what of it stands, whole or begun, among what is public. */
function guess(known: string, digestOf: (value: string) => string): string[] {
  return ["1", "2", "3", "4"].filter((value) => known.includes(digestOf(value).slice(0, 16)));
}

describe("A small count that is not published", () => {
  const slug = "guessed";
  let known = "";
  let release = 0;
  beforeAll(async () => {
    await newCity(slug);
    const report = await changeRecord({
      city: slug,
      kind: "outcome-statistic",
      deed: "add",
      cells: cellsOf("3"),
      reason: undefined,
      source,
      dryRun: false,
      actor: "command-line",
      today: "2026-11-24",
    });
    expect(report.outcome).toBe("applied");
    expect((await importText(slug, "outcomes", fileOf(2))).outcome).toBe("applied");
    known = await everythingPublic(slug);
    release = report.release ?? 0;
  });

  it("entered by hand, is not found by trying the four values against what is public", () => {
    expect(known).toContain("requests");
    expect(guess(known, naive)).toEqual([]);
  });

  it("in a file, is not found either", () => {
    expect(guess(known, (value) => sha256(fileOf(Number(value))))).toEqual([]);
  });

  it("would be found at once if the digest of what was typed were public: the attack is a good one", async () => {
    const [kept] = await sql()<{ sha256: string }[]>`
      SELECT private_sha256 AS sha256 FROM commitment WHERE content IS NOT NULL`;
    expect(guess(known + kept?.sha256, naive)).toEqual(["3"]);
  });

  it("is not found by the length of what was typed: no number of bytes is told of it", () => {
    const entries = known.match(/record-entered.*?leaf_hash/g) ?? [];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry).not.toContain("bytes");
  });

  it("is not found by the hash of the release, which the registry's own hash would give away", async () => {
    const rows = await sql()<{ key: string; hash: string }[]>`
      SELECT r.changes->'hashes'->>'outcome-statistic' AS key, r.content_hash AS hash
      FROM revision r JOIN city c ON c.id = r.city_id WHERE c.slug = ${slug} ORDER BY number`;
    expect(rows.length).toBe(2);
    for (const { key, hash } of rows) {
      expect(known).not.toContain(key);
      expect(known).not.toContain(hash);
    }
    // Of the same public rows, whatever was counted: another city with another small count hashes the same.
    const other = "guessed-other";
    await newCity(other);
    await importText(other, "outcomes", fileOf(2));
    const third = "guessed-third";
    await newCity(third);
    await importText(third, "outcomes", fileOf(4));
    expect(await hashOf(other)).toBe(await hashOf(third));
    expect(release).toBe(1);
  });
});

async function hashOf(slug: string): Promise<string> {
  const [row] = await sql()<{ hash: string }[]>`
    SELECT content_hash AS hash FROM release r JOIN city c ON c.id = r.city_id
    WHERE slug = ${slug} ORDER BY number DESC LIMIT 1`;
  return row?.hash ?? "";
}

describe("A commitment", () => {
  const slug = "committed";
  const digestsOf = () => sql()<{ sha256: string | null; commitment: string | null }[]>`
    SELECT file_sha256 AS sha256, file_commitment AS commitment FROM import_batch b JOIN city c ON c.id = b.city_id
    WHERE c.slug = ${slug} ORDER BY b.id`;
  beforeAll(() => newCity(slug));

  it("is opened by the producer: nonce and file give the published digest, another file does not", async () => {
    await importText(slug, "outcomes", fileOf(2));
    const [batch] = await digestsOf();
    expect(batch?.sha256).toBeNull();
    const digest = batch?.commitment ?? "";
    expect(await everythingPublic(slug)).toContain(digest);
    const opened = await openCommitment(slug, digest);
    if (opened.kind !== "opened") throw new Error(opened.kind);
    expect(opened.sha256).toBe(sha256(fileOf(2)));
    expect(opensTo(digest, opened.nonce, sha256(fileOf(2)))).toBe(true);
    expect(opensTo(digest, opened.nonce, sha256(fileOf(3)))).toBe(false);
    // As anybody can compute it with other means.
    const bytes = Buffer.concat([
      Buffer.from(opened.nonce, "hex"),
      Buffer.from(opened.sha256, "hex"),
    ]);
    expect(sha256(bytes)).toBe(digest);
    expect(await openCommitment(slug, "0".repeat(64))).toEqual({ kind: "no-such-commitment" });
    expect(await openCommitment("nowhere", digest)).toEqual({ kind: "no-such-city" });
  });

  it("is the same for the same file, which still has nothing to do the second time and leaves no trace", async () => {
    const traces = () => sql()`
      SELECT (SELECT count(*)::int FROM source) AS sources, (SELECT count(*)::int FROM commitment) AS commitments`;
    const before = await traces();
    expect((await importText(slug, "outcomes", fileOf(2))).outcome).toBe("nothing-to-do");
    expect(await traces()).toEqual(before);
    await undoImport(slug, "last", "command-line");
    expect((await importText(slug, "outcomes", fileOf(2))).outcome).toBe("applied");
    const [first, second] = await digestsOf();
    expect(second?.commitment).toBe(first?.commitment);
  });

  it("is another each time that a record is entered by hand: that a value came back is not told", async () => {
    const enter = () =>
      changeRecord({
        city: slug,
        kind: "outcome-statistic",
        deed: "add",
        cells: cellsOf("3"),
        reason: undefined,
        source,
        dryRun: false,
        actor: "command-line",
        today: "2026-11-24",
      });
    expect((await enter()).outcome).toBe("applied");
    await undoImport(slug, "last", "command-line");
    expect((await enter()).outcome).toBe("applied");
    const digests = (await digestsOf()).slice(-2).map(({ commitment }) => commitment ?? "");
    expect(new Set(digests).size).toBe(2);
    const opened = await openCommitment(slug, digests[1] ?? "");
    if (opened.kind !== "opened") throw new Error(opened.kind);
    expect(JSON.parse(opened.content ?? "").cells).toEqual(cellsOf("3"));
    expect(sha256(opened.content ?? "")).toBe(opened.sha256);
  });

  it("stands for a file of cameras only where the city keeps a position back", async () => {
    const cameras = (precision: string) =>
      `reference,label,status,longitude,latitude,published_precision,precision_reason,precision_decided_on\nC1,Place,in-service,4.391234,45.431234,${precision},${precision === "exact" ? "," : "Refuge,2026-01-05"}\n`;
    const digestFor = async (name: string, precision: string) => {
      await newCity(name);
      const report = await importText(name, "cameras", cameras(precision));
      expect(report.errors).toEqual([]);
      const [row] = await sql()<{ sha256: string | null }[]>`
        SELECT file_sha256 AS sha256 FROM import_batch WHERE id = ${report.batch}`;
      return row?.sha256;
    };
    expect(await digestFor("all-exact", "exact")).toBe(sha256(cameras("exact")));
    expect(await digestFor("one-hidden", "hidden")).toBeNull();
    // A later file that does not speak of precision holds the position all the same.
    const later = "reference,longitude,latitude,label\nC1,4.391234,45.431234,Place of the church\n";
    const report = await importText("one-hidden", "cameras", later, { name: "later.csv" });
    expect(report.outcome).toBe("applied");
    expect(await everythingPublic("one-hidden")).not.toContain(sha256(later).slice(0, 16));
  });

  it("cannot be changed or taken back, by the owner either", async () => {
    for (const statement of ["UPDATE commitment SET content = 'x'", "DELETE FROM commitment"])
      await expect(sql().unsafe(statement), statement).rejects.toThrow("append-only");
  });
});
