import { describe, expect, it } from "vitest";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "./import.ts";

const { sql } = testDatabase();

const orders =
  "order_number,granted_on,term_years,kind,perimeter_name\nA-1,2020-06-13,5,initial,Centre\nA-2,2024-06-13,5,renewal,Nord\n";

describe("statements that replace one another", () => {
  it("are versions: what is not said any more is not said, and undoing gives it back", async () => {
    const city = await newCity("orders");
    expect(await importText(city, "authorisations", orders)).toMatchObject({ created: 2 });
    const without = orders.replace("initial,Centre", "initial,");
    const changed = await importText(city, "authorisations", without);
    expect(changed).toMatchObject({ updated: 1, unchanged: 1, notInFile: 0 });
    const perimeters = () => sql()`
      SELECT perimeter_name AS name FROM authorisation WHERE until_release IS NULL ORDER BY order_number`;
    expect(await perimeters()).toMatchObject([{ name: null }, { name: "Nord" }]);
    await undoImport(city, changed.batch ?? 0, "command-line");
    expect(await perimeters()).toMatchObject([{ name: "Centre" }, { name: "Nord" }]);
  });

  it("missing from a later file are counted, never removed", async () => {
    const city = await newCity("missing");
    await importText(city, "authorisations", orders);
    const [head, , second] = orders.split("\n");
    expect(await importText(city, "authorisations", `${head}\n${second}\n`)).toMatchObject({
      outcome: "nothing-to-do",
      notInFile: 1,
    });
  });

  it("that name their own source are kept under it", async () => {
    const city = await newCity("figures");
    const figures =
      "measure,value,unit,period,scope,source_title,source_url,verification\ncameras,83,camera,2014,street only,Page de la ville,https://example.org/a,read\ncameras,271,camera,2018,all sites,Page de la ville,https://example.org/a,read\n";
    expect(await importText(city, "published-figures", figures)).toMatchObject({ created: 2 });
    const rows = await sql()`
      SELECT s.title, s.url, to_char(f.period_to, 'YYYY-MM-DD') AS until FROM published_figure f
      JOIN source s ON s.id = f.source_id JOIN city c ON c.id = f.city_id WHERE c.slug = ${city} ORDER BY f.period_to`;
    expect(rows).toEqual([
      { title: "Page de la ville", url: "https://example.org/a", until: "2014-12-31" },
      { title: "Page de la ville", url: "https://example.org/a", until: "2018-12-31" },
    ]);
    expect(await importText(city, "published-figures", figures)).toMatchObject({ unchanged: 2 });
  });
});

describe("the registry itself", () => {
  it("refuses to change or forget a release or an audit entry", async () => {
    const city = await newCity("immutable");
    await importText(city, "authorisations", orders);
    for (const statement of [
      "UPDATE release SET note = 'x'",
      "DELETE FROM release",
      "TRUNCATE release CASCADE",
      "UPDATE audit_entry SET body = 'x'",
      "DELETE FROM audit_entry",
      "TRUNCATE audit_entry",
    ]) {
      await expect(sql().unsafe(statement), statement).rejects.toThrow("append-only");
    }
  });

  it("logs each import in its own transaction, with the file's checksum", async () => {
    const city = await newCity("logged");
    const { batch } = await importText(city, "authorisations", orders);
    const [entry] = await sql()`
      SELECT action, subject, detail FROM audit_entry
      WHERE city = ${city} AND action = 'import-applied'`;
    expect(entry).toMatchObject({
      subject: `import ${batch}`,
      detail: { preset: "authorisations", release: 1 },
    });
    expect(entry?.detail.file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("announces each release to whoever listens", async () => {
    const city = await newCity("announced");
    const heard: string[] = [];
    const listening = await sql().listen("contrechamp_release", (payload) => heard.push(payload));
    await importText(city, "authorisations", orders);
    await expect
      .poll(() => heard)
      .toContain(JSON.stringify({ city, release: 1 }).replace(/,/g, ", ").replace(/:/g, " : "));
    await listening.unlisten();
  });
});

describe("what is said of a file on the command line", () => {
  it("is refused by name where it does not read as it is written, before anything is written", async () => {
    const city = await newCity("deceiving");
    const turned = "order\u202evsc";
    for (const [given, words] of [
      [{ source: { title: turned } }, "The document's title holds characters that turn"],
      [{ source: { attribution: "a\u0000" } }, "The document's attribution holds a control"],
      [
        { source: { url: "https://a.example/\u200b" } },
        "The document's url holds characters that are",
      ],
      [{ source: { publisher: "p".repeat(1_001) } }, "The document's publisher is too long"],
      [{ name: `${turned}.csv` }, "The name of the file holds characters that turn"],
      [{ options: { crs: turned } }, "The option crs holds characters that turn"],
    ] as const) {
      const report = await importText(city, "authorisations", orders, given);
      expect(report.outcome, words).toBe("refused");
      expect(report.errors).toMatchObject([{ message: expect.stringContaining(words) }]);
      expect(JSON.stringify(report.errors)).not.toContain("\u202e");
    }
    expect(
      await sql()`SELECT FROM import_batch b JOIN city c ON c.id = b.city_id WHERE slug = ${city}`,
    ).toHaveLength(0);
  });

  it("is kept without what is not seen", async () => {
    const city = await newCity("unseen");
    const source = { title: "Or\u200bders", licenceUrl: null };
    const { outcome } = await importText(city, "authorisations", orders, {
      source,
      name: "o\u2060.csv",
    });
    expect(outcome).toBe("applied");
    const [kept] =
      await sql()`SELECT title, file_name FROM import_batch b JOIN source s ON s.id = b.source_id
      JOIN city c ON c.id = b.city_id WHERE c.slug = ${city}`;
    expect(kept).toEqual({ title: "Orders", file_name: "o.csv" });
  });
});
