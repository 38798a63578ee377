import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { findDataFile } from "#domain/dataset/files/data-file.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { writeDataFile } from "#use-cases/open-data/write-data-file.ts";
import { getReleasesPage } from "#use-cases/release/get-releases-page.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";

const { sql } = testDatabase();
const city = "ville-temoin";

/** A file as a reader downloads it. */
async function download(release: number, name: string): Promise<string> {
  const file = findDataFile(name);
  if (!file) throw new Error(`no file ${name}`);
  const chunks: Uint8Array[] = [];
  const write = (chunk: Uint8Array) => {
    chunks.push(chunk);
    return Promise.resolve();
  };
  expect(await writeDataFile(city, release, "https://cameras.example", file, write)).toBe(true);
  return Buffer.concat(chunks).toString();
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();

/** As the README of a release says it, with nothing of the program's own: the public files and RFC 8785. */
async function recompute(
  release: number,
  alter: (dataset: string, row: Record<string, unknown>) => void = () => {},
): Promise<string> {
  const dictionary: Record<string, string>[] = parse(await download(release, "dictionary.csv"), {
    columns: true,
    bom: true,
  });
  const hashed = dictionary.filter(({ hashed }) => hashed === "true");
  const datasets = [...new Set(hashed.map(({ dataset = "" }) => dataset))].sort();
  let text = "contrechamp release content 2\n";
  for (const dataset of datasets) {
    const columns = hashed
      .filter((one) => one.dataset === dataset)
      .map(({ column = "" }) => column);
    const lines = (await download(release, `${dataset}.ndjson`)).split("\n").filter(Boolean);
    const digests = lines.map((line) => {
      const row: Record<string, unknown> = JSON.parse(line);
      alter(dataset, row);
      const kept = columns.filter((column) => row[column] !== null && row[column] !== undefined);
      return sha256(
        canonicalize(Object.fromEntries(kept.map((column) => [column, row[column]]))) ?? "",
      );
    });
    const all = Buffer.concat(digests.sort(Buffer.compare));
    text += `${dataset} ${sha256(all).toString("hex")}\n`;
  }
  return sha256(text).toString("hex");
}

describe("The content hash of a release", () => {
  beforeAll(async () => {
    await installFirstCities();
  });

  it("is computed again from the public files alone, of the latest release and of an earlier one", async () => {
    const releases = (await getReleasesPage(city))?.releases ?? [];
    expect(releases.every(({ contentForm }) => contentForm === 2)).toBe(true);
    const [latest] = releases;
    const earlier = releases.find(({ changes }) => JSON.stringify(changes).includes('"camera"'));
    for (const release of [latest, earlier])
      expect(await recompute(release?.number ?? 0)).toBe(release?.contentHash);
  });

  it("is another if one published count is another, or one camera elsewhere", async () => {
    const [latest] = (await getReleasesPage(city))?.releases ?? [];
    const number = latest?.number ?? 0;
    let altered = 0;
    const one = (of: string, change: (row: Record<string, unknown>) => void) => {
      let done = false;
      return recompute(number, (dataset, row) => {
        if (done || dataset !== of || row[of === "outcomes" ? "value" : "longitude"] === null)
          return;
        done = true;
        altered += 1;
        change(row);
      });
    };
    const count = await one("outcomes", (row) => {
      row.value = Number(row.value) + 1;
    });
    const place = await one("cameras", (row) => {
      row.longitude = Number(row.longitude) + 0.000_001;
    });
    expect(altered).toBe(2);
    expect(count).not.toBe(latest?.contentHash);
    expect(place).not.toBe(latest?.contentHash);
  });

  it("keeps the digest of what did not change, and says the same once an import is undone", async () => {
    const digests = async () => {
      const [row] = await sql()<{ content: Record<string, string>; hash: string }[]>`
        SELECT changes->'content' AS content, content_hash AS hash FROM release r JOIN city c ON c.id = r.city_id
        WHERE c.slug = ${city} ORDER BY number DESC LIMIT 1`;
      if (!row) throw new Error("no release");
      return row;
    };
    const before = await digests();
    await importText(city, "price-index", "name,base,year,value\nTest,2015,2015,100\n");
    const { content } = await digests();
    const changed = Object.keys(content).filter((name) => content[name] !== before.content[name]);
    expect(changed).toEqual(["price-index"]);
    await undoImport(city, "last", "command-line");
    expect(await digests()).toEqual(before);
  });

  it("of a release made by an earlier version is said to be of the earlier form, in its README too", async () => {
    const release = (await getReleasesPage(city))?.releases.at(-1)?.number ?? 0;
    expect(await download(release, "README.md")).toContain("contrechamp release content 2");
    await sql().begin(async (own) => {
      await own`ALTER TABLE release DISABLE TRIGGER release_is_immutable`;
      await own`UPDATE release SET content_form = 1 WHERE number = ${release}
        AND city_id = (SELECT id FROM city WHERE slug = ${city})`;
      await own`ALTER TABLE release ENABLE TRIGGER release_is_immutable`;
    });
    const readme = await download(release, "README.md");
    expect(readme).not.toContain("contrechamp release content 2");
    expect(readme).toContain("over the records as they were imported");
  });
});
