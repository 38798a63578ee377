import { beforeAll, describe, expect, it } from "vitest";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";
import { changeRecord } from "#use-cases/record/change-record.ts";
import { compareDraft } from "#use-cases/release/compare-draft.ts";
import { getReleasePage } from "#use-cases/release/get-release-page.ts";
import { getReleasesPage } from "#use-cases/release/get-releases-page.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

const city = "read-as-of";
const figures = (value: number) =>
  `reference,measure,value,unit,period,source_title\nc24,cameras,${value},camera,2024,The city\nf24,fines,9,fine,2024,The city\n`;
const cameras = (rows: readonly string[]) =>
  `reference,label,status,longitude,latitude\n${rows.join("\n")}\n`;
const place = (i: number, status = "in-service", east = 0) =>
  `C${i},Place ${i},${status},${4.39 + i / 1000 + east},45.43`;
const source = { title: "Letter of the city", url: null };

const correct = (cells: Record<string, string>, deed: "correct" | "withdraw" = "correct") =>
  changeRecord({
    city,
    kind: "published-figure",
    deed,
    cells,
    reason: "Four cameras were counted twice.",
    source,
    dryRun: false,
    actor: "command-line",
    today: "2026-11-24",
  });

describe("What a city has published", () => {
  beforeAll(async () => {
    await newCity(city);
    await importText(city, "cameras", cameras([0, 1, 2, 3].map((i) => place(i))));
    await importText(city, "published-figures", figures(435));
    await prepareRelease(city, "command-line");
    const second = [
      place(0),
      place(1, "in-service", 0.01),
      place(2, "removed"),
      place(3),
      place(4),
    ];
    await importText(city, "cameras", cameras(second), { name: "second.csv" });
    await correct({ reference: "c24", value: "433" });
    await correct({ reference: "c24", value: "431" });
    await publishRelease(city, undefined, "command-line");
    await correct({ reference: "f24" }, "withdraw");
  });

  it("is listed release by release; what was never public alone has no number here", async () => {
    const page = await getReleasesPage(city);
    expect(page?.releases.map(({ number }) => number)).toEqual([6, 5, 2, 1]);
    expect(page?.releases[0]?.note).toBe(
      "Withdrawn: published-figure f24. Four cameras were counted twice.",
    );
    expect(await getReleasesPage("nowhere")).toBeUndefined();
  });

  it("says of a release which cameras came, moved and went, and which figures it revised", async () => {
    const page = await getReleasePage(city, 5);
    expect(page?.previous?.number).toBe(2);
    expect(page?.cameras).toMatchObject({ added: 1, moved: 1, removed: 1, statusChanged: 1 });
    const kinds = page?.kinds.map(({ kind, added, changed }) => [kind, added, changed]);
    expect(kinds).toEqual([
      ["camera", 1, 2],
      ["published-figure", 0, 1],
    ]);
    expect(page?.figures).toContainEqual({
      id: "registered-cameras",
      of: "",
      unit: "camera",
      before: 4,
      after: 5,
    });
    expect(page?.imports.map(({ reading }) => reading.deed ?? "file")).toEqual([
      "file",
      "correct",
      "correct",
    ]);
    expect(await getReleasePage(city, 3)).toBeUndefined();
  });

  it("says of a corrected line what the public read before, since when, why, and by which document", async () => {
    const page = await getReleasePage(city, 5);
    // 433 was never public: the line went from 435 to 431.
    expect(page?.corrections).toMatchObject([
      {
        kind: "published-figure",
        key: "c24",
        changes: [{ field: "value", before: 435, after: 431 }],
        release: 5,
        reason: "Four cameras were counted twice.",
        source: { title: "Letter of the city" },
        isWithdrawn: false,
      },
    ]);
    const register = await getPublishedFiguresPage(city);
    expect(register?.corrections.map(({ key, isWithdrawn }) => [key, isWithdrawn])).toEqual([
      ["f24", true],
      ["c24", false],
    ]);
    expect((await getPublishedFiguresPage(city, 2))?.corrections).toEqual([]);
    expect((await getAuthorisationsPage(city, new Date()))?.corrections).toEqual([]);
  });

  it("never shows a count of outcomes among corrections: only disclosure control publishes those", async () => {
    const count = (value: string) => ({
      definition_code: "requests",
      funnel: "footage-review",
      stage: "requested",
      unit: "request",
      definition: "Requests",
      scope: "streets",
      year: "2022",
      value,
    });
    const entry = { city, kind: "outcome-statistic" as const, source, dryRun: false };
    const by = { reason: "Counted again.", actor: "command-line" as const, today: "2026-11-24" };
    await changeRecord({ ...entry, ...by, deed: "add", cells: count("3") });
    const report = await changeRecord({ ...entry, ...by, deed: "correct", cells: count("2") });
    const page = await getReleasePage(city, report.release ?? 0);
    expect(page?.corrections).toEqual([]);
    expect(JSON.stringify(page?.kinds)).not.toMatch(/"(?:before|after)":[23]/);
  });
});

describe("Rows that a release does not change", () => {
  it("are not copied: 300 cameras of which one changes are 301 rows", async () => {
    const large = "not-copied";
    await newCity(large);
    const rows = Array.from({ length: 300 }, (_, i) => place(i));
    await importText(large, "cameras", cameras(rows));
    await prepareRelease(large, "command-line");
    rows[7] = place(7, "removed");
    await importText(large, "cameras", cameras(rows), { name: "second.csv" });
    await publishRelease(large, undefined, "command-line");
    const [kept] = await sql()`
      SELECT count(*)::int AS versions, count(*) FILTER (WHERE until_release IS NULL)::int AS standing
      FROM camera_version v JOIN city c ON c.id = v.city_id WHERE slug = ${large}`;
    expect(kept).toEqual({ versions: 301, standing: 300 });
  });
});

describe("A draft compared", () => {
  it("says how disclosure control would judge its counts, and leaves no trace of the trial", async () => {
    const drafted = "tried";
    await newCity(drafted);
    const file = (first: number) =>
      `definition_code,funnel,stage,unit,definition,scope,year,category,value\n${[first, 20, 30]
        .map(
          (n, i) => `requests,footage-review,requested,request,Received,streets,2022,c${i},${n}\n`,
        )
        .join("")}`;
    await importText(drafted, "outcomes", file(40));
    await prepareRelease(drafted, "command-line");
    await importText(drafted, "outcomes", file(41), { name: "second.csv" });
    const state = () => sql()`
      SELECT (SELECT count(*)::int FROM release) AS releases, (SELECT count(*)::int FROM disclosure_audit) AS audits,
        (SELECT count(*)::int FROM release_draft) AS drafts`;
    const before = await state();
    const compared = await compareDraft(drafted);
    if (compared.kind !== "compared") throw new Error(compared.kind);
    expect(compared.judgements).toMatchObject([
      { definition: "requests", year: 2022, verdict: "held", earlierReleases: 1 },
    ]);
    expect(await state()).toEqual(before);
    const published = await publishRelease(drafted, undefined, "command-line");
    if (published.kind !== "published") throw new Error(published.kind);
    expect(published.judgements.map(({ verdict }) => verdict)).toEqual(["held"]);
  });
});

describe("Counts that a release revises", () => {
  const revised = "revised-counts";
  const counts = (asked: number) =>
    `definition_code,funnel,stage,unit,definition,scope,area_kind,area,period_from,period_to,category,result,state,value\n${[
      ["", asked],
      ["relevant-found", 3],
      ["nothing-found", asked - 3],
    ]
      .map(
        ([result, value]) =>
          `asked,footage-review,requested,request,Requests received,streets,city,,2022-01-01,2022-12-31,,${result},known,${value}\n`,
      )
      .join("")}`;

  it("are told as everybody reads them: no small count, and no share made of one, on trial, published or on the page", async () => {
    await newCity(revised);
    await importText(revised, "cameras", cameras([place(0)]));
    await importText(revised, "outcomes", counts(40));
    await prepareRelease(revised, "command-line");
    await importText(revised, "outcomes", counts(60), { name: "revised.csv" });
    const compared = await compareDraft(revised);
    const moved = { of: "2022, streets", unit: "request", before: 40, after: 60 };
    const rate = { id: "requests-per-camera-year", unit: "request per camera-year" };
    const told = [
      { id: "footage-requests", ...moved },
      { ...rate, of: "2022, streets, asked", before: 40, after: 60 },
    ];
    expect(compared).toMatchObject({ kind: "compared", differences: { figures: told } });
    const published = await publishRelease(revised, undefined, "command-line");
    expect(published).toMatchObject({ kind: "published", differences: { figures: told } });
    if (published.kind !== "published") throw new Error(published.kind);
    expect((await getReleasePage(revised, published.number))?.figures).toEqual(told);
    const [kept] = await sql()<{ figures: unknown }[]>`
      SELECT r.changes->'figures' AS figures FROM release r JOIN city c ON c.id = r.city_id
      WHERE c.slug = ${revised} AND r.number = ${published.number}`;
    expect(kept?.figures).toEqual(told);
  });
});
