import { describe, expect, it } from "vitest";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "./import.ts";

const { sql } = testDatabase();

const header = "reference,label,longitude,latitude,status,operator\n";
const first = `${header}1,Place A,4.39,45.44,in-service,Ville\n2,Place B,4.40,45.44,in-service,\n3,Place C,4.41,45.44,planned,\n`;

async function releasesOf(city: string) {
  return sql()<{ number: number; hash: string }[]>`
    SELECT number, content_hash AS hash FROM release JOIN city ON city.id = city_id
    WHERE slug = ${city} ORDER BY number`;
}

async function currentOf(city: string) {
  const rows = await sql()<{ row: string }[]>`
    SELECT concat_ws('|', reference, label, status, operator, installed_on) AS row FROM camera_version v
    JOIN city ON city.id = v.city_id WHERE slug = ${city} AND until_release IS NULL ORDER BY reference`;
  return rows.map(({ row }) => row);
}

describe("an inventory of cameras", () => {
  it("is imported once: the second run changes nothing and leaves no trace", async () => {
    const city = await newCity("twice");
    expect(await importText(city, "cameras", first)).toMatchObject({
      outcome: "applied",
      created: 3,
      unchanged: 0,
      release: 1,
    });
    const before = await sql()`SELECT count(*)::int AS n FROM audit_entry`;
    expect(await importText(city, "cameras", first)).toMatchObject({
      outcome: "nothing-to-do",
      created: 0,
      unchanged: 3,
      batch: null,
    });
    expect(await sql()`SELECT count(*)::int AS n FROM audit_entry`).toEqual(before);
    expect(await releasesOf(city)).toHaveLength(1);
  });

  it("leaves what a later file does not mention as it was, and keeps the source of each field", async () => {
    const city = await newCity("fields");
    await importText(city, "cameras", first, { source: { title: "Premier inventaire" } });
    const second = "reference,installed_on,status\n1,2019-05,out-of-order\n";
    expect(
      await importText(city, "cameras", second, { source: { title: "Second inventaire" } }),
    ).toMatchObject({ updated: 1, notInFile: 2 });
    expect(await currentOf(city)).toEqual([
      "1|Place A|out-of-order|Ville|2019-05",
      "2|Place B|in-service",
      "3|Place C|planned",
    ]);
    const page = await getCameraPage(city, "1", new Date("2026-11-24T12:00:00Z"));
    if (!page || "movedTo" in page) throw new Error("no page");
    const sourceOf = (field: string) =>
      page.sources.get(page.provenance.get(field)?.sourceId ?? 0)?.title;
    expect([sourceOf("label"), sourceOf("installedOn"), sourceOf("status")]).toEqual([
      "Premier inventaire",
      "Second inventaire",
      "Second inventaire",
    ]);
  });

  it("that changes numbers while place and name stay is a renumbering, and old addresses lead to the new", async () => {
    const city = await newCity("renumbered");
    await importText(city, "cameras", first);
    const renumbered = first.replace("\n1,Place A", "\n1001,Place A").replace("\n2,", "\n1002,");
    expect(await importText(city, "cameras", renumbered)).toMatchObject({
      created: 0,
      renumbered: 2,
      unchanged: 1,
      notInFile: 0,
      renumberings: [
        { from: "1", to: "1001" },
        { from: "2", to: "1002" },
      ],
    });
    expect(await getCameraPage(city, "1", new Date("2026-11-24T12:00:00Z"))).toEqual({
      movedTo: "1001",
    });
    expect(await importText(city, "cameras", renumbered)).toMatchObject({ unchanged: 3 });
  });

  it("that moves a camera further than five metres and renumbers it is another camera", async () => {
    const city = await newCity("moved");
    await importText(city, "cameras", first);
    // 0.0001° of latitude is 11 m.
    const moved = first.replace("\n1,Place A,4.39,45.44,", "\n1001,Place A,4.39,45.4401,");
    expect(await importText(city, "cameras", moved)).toMatchObject({
      created: 1,
      renumbered: 0,
      notInFile: 1,
    });
  });

  it("refused for one row is refused whole, with line, column, value and reason", async () => {
    const city = await newCity("refused");
    const wrong = `${first}4,Place D,4.42,45.44,flying,\n,Place E,4.43,45.44,,\n`;
    const report = await importText(city, "cameras", wrong);
    expect(report).toMatchObject({ outcome: "refused", rejected: 2, batch: null });
    expect(report.errors).toMatchObject([
      { line: 5, column: "status", value: "flying", reason: "not-in-the-list" },
      { line: 6, column: "reference", value: null, reason: "missing" },
    ]);
    expect(await releasesOf(city)).toEqual([]);
  });

  it("keeps refused rows whole when they are skipped", async () => {
    const city = await newCity("skipped");
    const wrong = `${first}4,Place D,4.42,45.44,flying,\n3,Place C again,4.41,45.44,planned,\n`;
    const report = await importText(city, "cameras", wrong, { skipRejected: true });
    expect(report).toMatchObject({ outcome: "applied", created: 3, rejected: 2 });
    expect(report.rejectedFile).toBe(`batch-${report.batch}.ndjson`);
    expect(report.kept.map(({ problems }) => problems[0])).toMatchObject([
      { line: 5, reason: "not-in-the-list" },
      { line: 6, reason: "duplicate", value: "3", hint: "first on line 4" },
    ]);
    expect(report.kept[0]?.cells).toMatchObject({ reference: "4", status: "flying" });
    expect(report.kept[1]?.cells.record).toContain("Place C again");
  });

  it("is tried without writing, with the counts of the real run", async () => {
    const city = await newCity("tried");
    const tables = ["release", "import_batch", "camera", "camera_version", "source", "audit_entry"];
    const sizes = async () =>
      Promise.all(
        tables.map(async (table) => (await sql()`SELECT count(*) FROM ${sql()(table)}`)[0]),
      );
    const before = await sizes();
    const trial = await importText(city, "cameras", first, { dryRun: true });
    expect(trial).toMatchObject({ outcome: "dry-run", created: 3, batch: null, release: null });
    expect(await sizes()).toEqual(before);
  });

  it("is undone exactly: the content hash of the release before comes back", async () => {
    const city = await newCity("undone");
    await importText(city, "cameras", first);
    const changed = first.replace("Place B", "Place Bis").replace("\n1,Place A", "\n1001,Place A");
    const second = await importText(city, "cameras", changed);
    expect(await undoImport(city, second.batch ?? 0, "command-line")).toMatchObject({
      kind: "undone",
      ended: 2,
      restored: 2,
      release: 3,
    });
    const releases = await releasesOf(city);
    expect(releases[2]?.hash).toBe(releases[0]?.hash);
    expect(releases[1]?.hash).not.toBe(releases[0]?.hash);
    expect(await currentOf(city)).toEqual([
      "1|Place A|in-service|Ville",
      "2|Place B|in-service",
      "3|Place C|planned",
    ]);
    expect(await undoImport(city, second.batch ?? 0, "command-line")).toMatchObject({
      kind: "already-undone",
    });
    expect(await importText(city, "cameras", changed)).toMatchObject({ updated: 1, renumbered: 1 });
  });

  it("is not undone under a later import that changed the same cameras; the two are undone in turn", async () => {
    const city = await newCity("in-turn");
    const one = await importText(city, "cameras", first);
    const two = await importText(city, "cameras", first.replace("Place A", "Place Alpha"));
    expect(await undoImport(city, one.batch ?? 0, "command-line")).toMatchObject({
      kind: "changed-since",
      later: [two.batch],
    });
    await undoImport(city, "last" as const, "command-line");
    expect(await undoImport(city, "last", "command-line")).toMatchObject({
      kind: "undone",
      batch: one.batch,
    });
    expect(await currentOf(city)).toEqual([]);
  });

  it("imported by two at once is imported once", async () => {
    const city = await newCity("at-once");
    const reports = await Promise.all([
      importText(city, "cameras", first),
      importText(city, "cameras", first),
    ]);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(["applied", "nothing-to-do"]);
    expect(await releasesOf(city)).toHaveLength(1);
  });

  it("holding a character that no text may hold is refused by its line", async () => {
    const city = await newCity("surrogate");
    const json = '{"reference":"1","label":"a\\u0000b"}\n{"reference":"2","label":"ok"}\n';
    const report = await importText(city, "cameras", json);
    expect(report).toMatchObject({
      outcome: "refused",
      errors: [{ reason: "unstorable-character", line: 1 }],
    });
  });

  it.each([
    ["a column that no header is", "a,b\n1,2\n", "missing-column"],
    ["no row", header, "no-rows"],
    ["nothing", "", "empty-file"],
    ["a PDF", "%PDF-1.4", "binary-file"],
  ])("that is %s is refused in one sentence", async (_, text, reason) => {
    const city = await newCity(`wrong-${reason}`);
    const report = await importText(city, "cameras", text);
    expect(report).toMatchObject({ outcome: "refused", errors: [{ reason }] });
    expect(report.errors).toHaveLength(1);
  });

  it("is kept to the letter alike, whether the city had cameras before or none", async () => {
    const odd = JSON.stringify({
      reference: 'odd {1},"N"',
      label: "a\tb\\c \"d\" 'e'",
      longitude: 4.39,
      latitude: 45.44,
      authorisations: 'é"1";a,b{c};x\\y;NULL',
      purposes: "1;traffic-flow",
      directions: "45;90-135 (dome)",
      attributes: '{"a":"x\\ty","b":2,"c":true}',
      installed_on: "2019-05",
      precision_decided_on: "2020-02-29",
      retention_days: "30",
      camera_count: "2",
      observed_on: "2024-01-31",
    });
    const file = `${odd}\n{"reference":"bare"}\n`;
    const [first, later] = [await newCity("spelled-first"), await newCity("spelled-later")];
    await importText(later, "cameras", '{"reference":"before","label":"Z"}\n');
    const rowsOf = async (city: string) => {
      expect(await importText(city, "cameras", file)).toMatchObject({ created: 2, rejected: 0 });
      return sql()`
        SELECT to_jsonb(v) - '{id,city_id,camera_id,source_id,import_batch_id,from_release}'::text[] AS version,
          to_jsonb(a) - '{id,city_id,camera_id,source_id,import_batch_id,from_release}'::text[] AS assertion
        FROM camera_version v JOIN city ON city.id = v.city_id JOIN camera_assertion a ON a.camera_id = v.camera_id
        WHERE slug = ${city} AND reference <> 'before' ORDER BY reference`;
    };
    const rows = await rowsOf(first);
    expect(rows).toEqual(await rowsOf(later));
    expect(rows[1]?.version).toMatchObject({
      authorisation_references: ['é"1"', "a,b{c}", "x\\y", "NULL"],
      attributes: { a: "x\ty", b: 2, c: true },
    });
    expect(await importText(first, "cameras", file)).toMatchObject({ unchanged: 2 });
  });

  it("with formulas in its cells is kept as text, to the letter", async () => {
    const city = await newCity("formulas");
    const label = '=HYPERLINK("http://example.org")';
    await importText(city, "cameras", `reference,label\n1,"${label.replaceAll('"', '""')}"\n`);
    expect(await currentOf(city)).toEqual([`1|${label}|unknown`]);
  });

  it("of a table with its own headers is read through a mapping", async () => {
    const city = await newCity("mapped");
    const text = "Nr;Standort;Betreiber\n7;Platz;Stadt\n";
    const mapping = { Nr: "reference", Standort: "label", Betreiber: "operator" };
    expect(await importText(city, "cameras", text, { mapping })).toMatchObject({ created: 1 });
    expect(await currentOf(city)).toEqual(["7|Platz|unknown|Stadt"]);
  });
});

describe("coordinates", () => {
  const square = JSON.stringify({
    type: "Feature",
    properties: { name: "Saint-Étienne" },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [4.2, 45.3],
          [4.6, 45.3],
          [4.6, 45.6],
          [4.2, 45.6],
          [4.2, 45.3],
        ],
      ],
    },
  });

  it("swapped, at 0, 0 or elsewhere are refused with a hint; Lambert-93 is recognised", async () => {
    const city = await newCity("placed");
    const outline = `{"type":"FeatureCollection","features":[${square}]}`;
    expect(await importText(city, "boundary", outline)).toMatchObject({ created: 1 });
    const rows = "reference,longitude,latitude\na,45.44,4.39\nb,0,0\nc,2.35,48.85\n";
    const report = await importText(city, "cameras", rows);
    expect(report.errors.map((error) => error.reason)).toEqual([
      "swapped-axes",
      "null-island",
      "outside-city",
    ]);
    // The town hall of Saint-Étienne, 4.3876° E 45.4399° N, in Lambert-93.
    const lambert = "reference;longitude;latitude\nmairie;808 600;6 483 100\n";
    expect(await importText(city, "cameras", lambert)).toMatchObject({ created: 1, rejected: 0 });
    const [camera] =
      await sql()`SELECT longitude, latitude FROM camera_version WHERE reference = 'mairie'`;
    expect(camera?.longitude).toBeCloseTo(4.388, 2);
    expect(camera?.latitude).toBeCloseTo(45.44, 2);
  });
});
