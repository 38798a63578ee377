import { beforeAll, describe, expect, it } from "vitest";
import { readSql } from "#persistence/database.ts";
import { wordRecordReport } from "#scripts/command-line/word-record-report.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";
import { changeRecord, type RecordRequest } from "#use-cases/record/change-record.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

const city = "entered";
const source = { title: "Letter of the city, 3 May 2026", url: "https://example.org/letter" };

const change = (given: Partial<RecordRequest> & Pick<RecordRequest, "deed" | "kind" | "cells">) =>
  changeRecord({
    city,
    reason: given.deed === "add" ? undefined : "The file said two years at once.",
    source,
    dryRun: false,
    actor: "command-line",
    today: "2026-11-24",
    ...given,
  });

const line = {
  reference: "L1",
  label: "Entretien",
  kind: "fonctionnement",
  year: "2024",
  amount: "1 234,50",
  status: "estimé",
};

async function hashNow(): Promise<string> {
  const [row] = await sql()<{ hash: string }[]>`
    SELECT content_hash AS hash FROM revision r JOIN city c ON c.id = r.city_id
    WHERE slug = ${city} ORDER BY number DESC LIMIT 1`;
  return row?.hash ?? "";
}

const versions = (table: string, key: string, value: string) =>
  sql()<Record<string, unknown>[]>`
    SELECT v.* FROM ${sql()(table)} v JOIN city c ON c.id = v.city_id
    WHERE c.slug = ${city} AND ${sql()(key)} = ${value} ORDER BY v.id`;

describe("A line of the ledger", () => {
  beforeAll(() => newCity(city));

  it("is entered, judged like a row of a file, public at once and in the log", async () => {
    const report = await change({ deed: "add", kind: "cost-line", cells: line });
    expect(report).toMatchObject({ outcome: "applied", key: "L1", release: 1 });
    const [stored] = await versions("cost_line", "reference", "L1");
    expect(stored).toMatchObject({ amount_cents: "123450", status: "estimated", from_release: 1 });
    const [entry] = await sql()<{ body: string }[]>`
      SELECT body FROM audit_entry WHERE body LIKE '%record-entered%'`;
    expect(entry?.body).toContain(`"subject":"import ${report.batch}"`);
    expect(entry?.body).not.toContain("Entretien");
  });

  it("is not entered twice, and not corrected before it is there", async () => {
    const again = await change({ deed: "add", kind: "cost-line", cells: line });
    expect(again.errors).toMatchObject([{ reason: "already-there" }]);
    const cells = { reference: "L9", amount: "1" };
    const none = await change({ deed: "correct", kind: "cost-line", cells });
    expect(none.errors).toMatchObject([{ reason: "not-there" }]);
  });

  it("is corrected in one field: the others stay, the earlier version too, with the reason", async () => {
    const before = await hashNow();
    const cells = { reference: "L1", amount: "1300" };
    const trial = await change({ deed: "correct", kind: "cost-line", cells, dryRun: true });
    const changes = [{ field: "amount_cents", before: 123_450, after: 130_000 }];
    expect(trial).toMatchObject({ outcome: "dry-run", changes, batch: null });
    expect(await hashNow()).toBe(before);
    const report = await change({ deed: "correct", kind: "cost-line", cells });
    expect(report).toMatchObject({ outcome: "applied", changes, release: 2 });
    expect(await versions("cost_line", "reference", "L1")).toMatchObject([
      { amount_cents: "123450", from_release: 1, until_release: 2 },
      { amount_cents: "130000", status: "estimated", label: "Entretien", until_release: null },
    ]);
    const [release] = await sql()<{ note: string }[]>`
      SELECT note FROM release WHERE number = 2 AND city_id = (SELECT id FROM city WHERE slug = ${city})`;
    expect(release?.note).toBe("Corrected: cost-line L1. The file said two years at once.");
    expect(await change({ deed: "correct", kind: "cost-line", cells })).toMatchObject({
      outcome: "nothing-to-do",
    });
  });

  it("loses its amount when the city takes it back, without becoming a zero", async () => {
    const cells = { reference: "L1", status: "non communiqué" };
    const report = await change({ deed: "correct", kind: "cost-line", cells });
    expect(report.changes).toEqual([
      { field: "status", before: "estimated", after: "not-communicated" },
      { field: "amount_cents", before: 130_000, after: null },
    ]);
    await undoImport(city, report.batch ?? 0, "command-line");
  });

  it("is withdrawn, and stands again with the same content once that is undone", async () => {
    const before = await hashNow();
    const report = await change({
      deed: "withdraw",
      kind: "cost-line",
      cells: { reference: "L1" },
    });
    expect(report.outcome).toBe("applied");
    const all = await versions("cost_line", "reference", "L1");
    expect(all.filter(({ until_release }) => until_release === null)).toEqual([]);
    expect(await hashNow()).not.toBe(before);
    await undoImport(city, report.batch ?? 0, "command-line");
    expect(await hashNow()).toBe(before);
  });

  it.each([
    ["no reason", { reason: " " }, "reason-missing"],
    ["no document", { source: undefined }, "source-missing"],
    ["a city that is not there", { city: "nowhere" }, "no-such-city"],
    ["an unknown field", { cells: { reference: "L1", colour: "red" } }, "no-such-field"],
    ["an amount that is none", { cells: { reference: "L1", amount: "a lot" } }, "not-a-number"],
    ["a kind of the law's making", { cells: { reference: "L1", kind: "gift" } }, "not-in-the-list"],
    ["nobody named", { cells: { amount: "3" } }, "not-named"],
    ["a null character", { cells: { reference: "L1", label: "a\u0000b" } }, "control-character"],
  ])("is left alone with %s", async (_, given, reason) => {
    const before = await hashNow();
    const cells = { reference: "L1", amount: "5" };
    const report = await change({ deed: "correct", kind: "cost-line", cells, ...given });
    expect(report.outcome).toBe("refused");
    expect(report.errors).toMatchObject([{ reason }]);
    expect(await hashNow()).toBe(before);
  });
});

describe("Other registers", () => {
  it("take a published figure, whose correcting document becomes its source", async () => {
    const cells = {
      reference: "cameras-2024",
      measure: "cameras",
      value: "435",
      unit: "camera",
      period: "2024",
      source_title: "City's page",
    };
    const unsourced = { source: undefined };
    await change({ deed: "add", kind: "published-figure", cells, ...unsourced });
    const corrected = { reference: "cameras-2024", value: "431" };
    await change({ deed: "correct", kind: "published-figure", cells: corrected });
    const page = await getPublishedFiguresPage(city);
    expect(page?.figures).toMatchObject([{ value: 431, periodText: "2024", measure: "cameras" }]);
    expect(page?.sources).toMatchObject([{ title: source.title, url: source.url }]);
  });

  it("take an order, a contract and a count, each named by its own", async () => {
    const order = { order_number: "2024-1", granted_on: "2024-05-02", term_years: "5" };
    await change({ deed: "add", kind: "authorisation", cells: order });
    const renewed = { order_number: "2024-1", term_years: "3" };
    const shorter = await change({ deed: "correct", kind: "authorisation", cells: renewed });
    expect(shorter.changes).toEqual([
      { field: "expires_on", before: "2029-05-02", after: "2027-05-02" },
      { field: "term_years", before: 5, after: 3 },
    ]);
    const contract = { reference: "M1", title: "Maintenance", notified_on: "2023-01-09" };
    const holders = { ...contract, holders: "Company A; Company B", amount: "12000" };
    expect(await change({ deed: "add", kind: "contract", cells: holders })).toMatchObject({
      outcome: "applied",
    });
    const count = {
      definition_code: "requests",
      funnel: "footage-review",
      stage: "requested",
      unit: "request",
      definition: "Requests received",
      scope: "streets",
      year: "2023",
      value: "412",
    };
    await change({ deed: "add", kind: "outcome-statistic", cells: count });
    const { definition_code, scope, year } = count;
    const report = await change({
      deed: "correct",
      kind: "outcome-statistic",
      cells: { definition_code, scope, year, value: "431" },
    });
    expect(report.changes).toEqual([{ field: "value", before: 412, after: 431 }]);
  });

  it("keep what a preset cannot say: an outline stays when the order is corrected", async () => {
    const outline = {
      type: "Polygon",
      coordinates: [
        [
          [4, 45],
          [4.1, 45],
          [4.1, 45.1],
          [4, 45],
        ],
      ],
    };
    await sql()`UPDATE authorisation SET perimeter = ${sql().json(outline)} WHERE order_number = '2024-1'`;
    const cells = { order_number: "2024-1", note: "Corrected by the gazette" };
    await change({ deed: "correct", kind: "authorisation", cells });
    const all = await versions("authorisation", "order_number", "2024-1");
    expect(all.at(-1)).toMatchObject({ perimeter: outline, note: cells.note });
  });

  it("correct what a file brought in", async () => {
    const file =
      "reference,measure,value,unit,period,source_title\nfine-2020,fines,300,fine,2020,Report\n";
    await importText(city, "published-figures", file);
    const cells = { reference: "fine-2020", value: "310" };
    const report = await change({ deed: "correct", kind: "published-figure", cells });
    expect(report.outcome).toBe("applied");
  });
});

describe("In a draft", () => {
  it("a correction waits, unseen, and is public with the release", async () => {
    await prepareRelease(city, "command-line");
    const cells = { reference: "cameras-2024", value: "440" };
    const report = await change({ deed: "correct", kind: "published-figure", cells });
    expect(report).toMatchObject({ outcome: "applied", waitsInDraft: true });
    const shown = async () =>
      (await getPublishedFiguresPage(city))?.figures.find((one) => one.measure === "cameras")
        ?.value;
    expect(await shown()).toBe(431);
    await publishRelease(city, undefined, "command-line");
    expect(await shown()).toBe(440);
    expect(await readSql((read) => read`SELECT FROM release_draft`)).toHaveLength(0);
  });
});

describe("A text that does not read as it is written", () => {
  beforeAll(() => newCity("deceived"));
  const hostile = {
    "turned-reading": "Budget \u202e000 1",
    "control-character": "Budget\u0007",
    "broken-character": `Budge${"\u0301".repeat(12)}t`,
  };
  const said = { city: "deceived", deed: "add", kind: "cost-line", cells: line } as const;
  const written = async () => {
    const [row] = await sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM cost_line v JOIN city c ON c.id = v.city_id WHERE c.slug = 'deceived'`;
    return row?.count;
  };

  it.each(Object.entries(hostile))(
    "is refused by name (%s), and nothing is written",
    async (reason, text) => {
      const asked: [string, Partial<RecordRequest>][] = [
        ["label", { cells: { ...line, label: text } }],
        ["source", { source: { title: text, url: null } }],
        ["reason", { deed: "correct", reason: text }],
        ["source-url", { source: { title: "Letter", url: `https://example.org/${text}` } }],
      ];
      for (const [column, given] of asked) {
        const report = await change({ ...said, ...given });
        expect(report, column).toMatchObject({
          outcome: "refused",
          errors: [{ column, value: null, reason }],
        });
        expect(wordRecordReport(report)).toMatch(new RegExp(`^  ${column}: \\S.*[a-z]$`, "m"));
        expect(wordRecordReport(report)).not.toContain(text);
      }
      expect(await written()).toBe(0);
    },
  );

  it("is refused when it is longer than anybody reads, and an address when part of it is not seen", async () => {
    const long = { title: "a".repeat(1_001), url: null };
    expect(await change({ ...said, source: long })).toMatchObject({
      errors: [{ column: "source", reason: "too-long" }],
    });
    const unseen = { title: "Letter", url: "https://example.org/\u200bletter" };
    expect(await change({ ...said, source: unseen })).toMatchObject({
      errors: [{ column: "source-url", reason: "invisible-character" }],
    });
    expect(await change({ ...said, deed: "correct", reason: "\u200b" })).toMatchObject({
      errors: [{ reason: "reason-missing" }],
    });
    expect(await change({ ...said, source: { title: "\u2060", url: null } })).toMatchObject({
      errors: [{ reason: "source-missing" }],
    });
    expect(await written()).toBe(0);
  });

  it("is written without what is not seen", async () => {
    const cells = { ...line, label: "Entre\u200btien de\u0301ja\u0300" };
    const report = await change({ ...said, cells, source: { title: "Let\u2060ter", url: null } });
    expect(report.outcome).toBe("applied");
    const [row] = await sql()<{ label: string; title: string }[]>`
      SELECT v.label, s.title FROM cost_line v JOIN city c ON c.id = v.city_id JOIN source s ON s.id = v.source_id
      WHERE c.slug = 'deceived'`;
    expect(row).toEqual({ label: "Entretien déjà", title: "Letter" });
  });
});
