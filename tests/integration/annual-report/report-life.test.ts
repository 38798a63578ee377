import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "#domain/actor/actor.ts";
import { visitor } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import { findReport } from "#persistence/annual-report/report-queries.ts";
import { hashContent } from "#persistence/evaluation/evaluation-writes.ts";
import {
  getReportDesk,
  getReportPage,
  listReportAddresses,
} from "#use-cases/annual-report/get-report-pages.ts";
import { publishReport, reviseReport } from "#use-cases/annual-report/publish-report.ts";
import {
  abandonReport,
  refreshReport,
  saveReport,
  startReport,
} from "#use-cases/annual-report/write-report.ts";
import { getCommitteePage } from "#use-cases/evaluation/get-committee-page.ts";
import { getEvaluationsPage } from "#use-cases/evaluation/get-evaluations-page.ts";
import { addTestCity, join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";

const { sql } = testDatabase();
const city = "reportville";
const people = {} as Record<"chair" | "ann" | "officer" | "stranger", Member>;

async function person(name: string, role: Role, where = city): Promise<Member> {
  const account = await join(where, `${name}@example.org`, role);
  return (await signInFully(account.publicId)).actor;
}

beforeAll(async () => {
  await addTestCity(city);
  await addTestCity("elsewhere-report");
  await addTestCity("empty-report");
  people.chair = await person("report-chair", "committee-chair");
  people.ann = await person("report-ann", "committee-member");
  people.officer = await person("report-officer", "data-officer");
  people.stranger = await person("report-stranger", "committee-chair", "elsewhere-report");
  await importText(city, "cameras", "reference;status\nC1;in-service\nC2;in-service\n");
});

const deed = (actor: Member | typeof visitor, year: number, requestKey: string = randomUUID()) => ({
  actor,
  citySlug: city,
  year,
  requestKey,
  now,
});

const actsOn = async (year: number) =>
  (
    await sql()<{ action: string }[]>`
      SELECT body::jsonb ->> 'action' AS action FROM audit_entry
      WHERE body::jsonb ->> 'subject' = ${`annual-report ${year}`} AND body::jsonb ->> 'city' = ${city}
      ORDER BY log_index`
  ).map(({ action }) => action);

async function published(year: number) {
  await startReport(deed(people.ann, year));
  await saveReport(deed(people.ann, year), 1, { uses: "The committee visited the control room." });
  return publishReport(deed(people.chair, year));
}

describe("a report on a year", () => {
  it("is begun from the registry, written, published with its hash, listed, and read by anyone", async () => {
    expect(await startReport(deed(people.ann, 2020))).toEqual({ kind: "started", year: 2020 });
    expect(await getReportPage(city, 2020, now)).toBeUndefined();
    const before = await getReportDesk(people.ann, city, 2020);
    expect(before?.deeds).toEqual(["edit"]);
    expect((await getReportDesk(people.chair, city, 2020))?.deeds).toEqual(["edit", "publish"]);
    const uses = before?.draft?.facts.sections.find(({ code }) => code === "uses");
    expect(uses?.figures[0]).toMatchObject({ name: "cameras-in-service", value: 2, release: 1 });
    const saved = await saveReport(deed(people.ann, 2020), 1, { introduction: "A first report." });
    expect(saved).toEqual({ kind: "saved", save: 2, merged: false });
    expect(await publishReport(deed(people.chair, 2020))).toMatchObject({ kind: "published" });
    const page = await getReportPage(city, 2020, now);
    expect(page?.shown.texts).toEqual({ introduction: "A first report." });
    const { texts, facts, contentHash } = page?.shown ?? {};
    expect(contentHash).toBe(hashContent({ texts, facts }));
    expect((await getEvaluationsPage(city, now))?.reports.map(({ year }) => year)).toContain(2020);
    expect((await listReportAddresses()).map(({ city: of, year }) => [of, year])).toContainEqual([
      city,
      2020,
    ]);
    expect(await actsOn(2020)).toEqual(["annual-report-published"]);
  });

  it("is begun once: whoever begins it again is led to it", async () => {
    await startReport(deed(people.ann, 2021));
    await saveReport(deed(people.ann, 2021), 1, { costs: "Kept." });
    expect(await startReport(deed(people.chair, 2021))).toEqual({ kind: "started", year: 2021 });
    expect((await getReportDesk(people.chair, city, 2021))?.draft?.texts).toEqual({
      costs: "Kept.",
    });
    const page = await getCommitteePage(people.ann, city, now);
    expect(page?.openYears).not.toContain(2021);
    expect(page?.reports).toContainEqual(expect.objectContaining({ year: 2021, draft: true }));
  });

  it("is about no year to come, and about no city that has published nothing", async () => {
    expect(await startReport(deed(people.ann, 2027))).toEqual({ kind: "no-such-year" });
    const chair = await person("empty-chair", "committee-chair", "empty-report");
    const asked = { ...deed(chair, 2020), citySlug: "empty-report" };
    expect(await startReport(asked)).toEqual({ kind: "nothing-published" });
    expect(await startReport({ ...asked, citySlug: "nowhere" })).toEqual({ kind: "no-such-city" });
  });
});

describe("two who write at once", () => {
  it("are joined where each wrote another part, and shown both where they wrote the same", async () => {
    await startReport(deed(people.ann, 2022));
    await saveReport(deed(people.ann, 2022), 1, { uses: "Hers." });
    const joined = await saveReport(deed(people.chair, 2022), 1, { costs: "His." });
    expect(joined).toEqual({ kind: "saved", save: 3, merged: true });
    const met = await saveReport(deed(people.chair, 2022), 1, { uses: "His too." });
    expect(met).toMatchObject({ kind: "conflict" });
    const aside = met.kind === "conflict" ? met.aside : 0;
    const desk = await getReportDesk(people.chair, city, 2022, aside);
    expect(desk?.aside).toEqual({
      conflicts: [{ field: "uses", theirs: "Hers.", mine: "His too." }],
      merged: { uses: "Hers.", costs: "His." },
    });
    expect((await getReportDesk(people.ann, city, 2022, aside))?.aside).toBeUndefined();
  });

  it("save once what is sent twice", async () => {
    await startReport(deed(people.ann, 2019));
    const twice = deed(people.ann, 2019);
    await saveReport(twice, 1, { uses: "Once." });
    expect(await saveReport(twice, 1, { uses: "Once." })).toMatchObject({ save: 2 });
    expect((await getReportDesk(people.ann, city, 2019))?.draft?.saves).toBe(2);
  });

  it("publish once, whoever asks twice at the same time", async () => {
    await startReport(deed(people.ann, 2018));
    const twice = deed(people.chair, 2018);
    const outcomes = await Promise.all([publishReport(twice), publishReport(twice)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["not-now", "published"]);
    expect(await actsOn(2018)).toEqual(["annual-report-published"]);
  });
});

describe("a publication that the log cannot take", () => {
  it("does not happen: report and entry are there together, or neither", async () => {
    await startReport(deed(people.ann, 2012));
    await sql()`ALTER TABLE audit_entry ADD CONSTRAINT no_report_of_2012
      CHECK (body NOT LIKE '%annual-report 2012%') NOT VALID`;
    await expect(publishReport(deed(people.chair, 2012))).rejects.toThrow("no_report_of_2012");
    await sql()`ALTER TABLE audit_entry DROP CONSTRAINT no_report_of_2012`;
    expect(await getReportPage(city, 2012, now)).toBeUndefined();
    expect((await getReportDesk(people.chair, city, 2012))?.deeds).toContain("publish");
    expect(await publishReport(deed(people.chair, 2012))).toMatchObject({ kind: "published" });
    expect(await actsOn(2012)).toEqual(["annual-report-published"]);
  });
});

describe("a public report", () => {
  it("is revised with a reason: both versions stay, and a revision given up leaves the first", async () => {
    await published(2017);
    expect(await saveReport(deed(people.ann, 2017), 2, { uses: "Rewritten." })).toEqual({
      kind: "not-now",
    });
    await reviseReport(deed(people.ann, 2017), "A word was wrong.");
    expect((await getReportPage(city, 2017, now))?.shown.number).toBe(1);
    await saveReport(deed(people.ann, 2017), 1, { uses: "Corrected." });
    await publishReport(deed(people.chair, 2017));
    const page = await getReportPage(city, 2017, now);
    expect(page).toMatchObject({
      shown: { number: 2, reason: "A word was wrong." },
      isLatest: true,
    });
    expect(page?.before?.texts.uses).toBe("The committee visited the control room.");
    expect((await getReportPage(city, 2017, now, 1))?.isLatest).toBe(false);
    await reviseReport(deed(people.ann, 2017), "Again.");
    expect(await abandonReport(deed(people.ann, 2017))).toEqual({ kind: "abandoned" });
    expect((await getReportPage(city, 2017, now))?.versions.map(({ number }) => number)).toEqual([
      1, 2,
    ]);
    expect(await actsOn(2017)).toEqual(["annual-report-published", "annual-report-revised"]);
  });

  it("is not rewritten, not even by whoever holds the database", async () => {
    await published(2016);
    const [held] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city}`;
    const report = await sql().begin((open) => findReport(open as never, held?.id ?? 0, 2016));
    const id = report?.versions[0]?.id ?? 0;
    await expect(
      sql()`UPDATE annual_report_version SET texts = '{}' WHERE id = ${id}`,
    ).rejects.toThrow("not rewritten");
    await expect(sql()`DELETE FROM annual_report_version WHERE id = ${id}`).rejects.toThrow();
  });

  it("waits while its text puts in a figure that it does not have", async () => {
    await startReport(deed(people.ann, 2015));
    await saveReport(deed(people.ann, 2015), 1, { uses: "{{figure:none-of-ours}}" });
    expect(await publishReport(deed(people.chair, 2015))).toEqual({
      kind: "unknown-figures",
      keys: ["none-of-ours"],
    });
    expect(await actsOn(2015)).toEqual([]);
  });

  it("keeps what it said when the city publishes since, and shows what it says now", async () => {
    await published(2023);
    expect((await getReportPage(city, 2023, now))?.since.size).toBe(0);
    await importText(city, "cameras", "reference;status\nC3;in-service\n");
    const page = await getReportPage(city, 2023, now);
    const uses = page?.shown.facts.sections.find(({ code }) => code === "uses");
    expect(uses?.figures[0]).toMatchObject({ key: "cameras-in-service-2023", value: 2 });
    expect(page?.since.get("cameras-in-service-2023")).toMatchObject({ value: 3 });
    await reviseReport(deed(people.ann, 2023), "The city has published since.");
    await refreshReport(deed(people.ann, 2023));
    await publishReport(deed(people.chair, 2023));
    const revised = await getReportPage(city, 2023, now);
    expect(revised?.since.size).toBe(0);
    expect(revised?.shown.texts.uses).toBe("The committee visited the control room.");
    expect(revised?.shown.facts.sections[0]?.figures[0]).toMatchObject({ value: 3 });
  });
});

describe("whoever may not", () => {
  it("is refused: a visitor, another role, another city's chair; and a member does not publish", async () => {
    await startReport(deed(people.ann, 2014));
    for (const actor of [visitor, people.officer, people.stranger]) {
      await expect(startReport(deed(actor, 2014))).rejects.toThrow("annual-report.edit");
      await expect(saveReport(deed(actor, 2014), 1, {})).rejects.toThrow("annual-report.edit");
      await expect(refreshReport(deed(actor, 2014))).rejects.toThrow("annual-report.edit");
      await expect(publishReport(deed(actor, 2014))).rejects.toThrow("annual-report.publish");
      await expect(getReportDesk(actor, city, 2014)).rejects.toThrow("annual-report.edit");
    }
    await expect(publishReport(deed(people.ann, 2014))).rejects.toThrow("annual-report.publish");
    expect(await actsOn(2014)).toEqual([]);
  });

  it("and hostile or over-long words are refused or kept as words", async () => {
    await startReport(deed(people.ann, 2013));
    const long = await saveReport(deed(people.ann, 2013), 1, { uses: "x".repeat(1_000_000) });
    expect(long).toEqual({ kind: "malformed", field: "uses" });
    const unknown = await saveReport(deed(people.ann, 2013), 1, { gossip: "x" });
    expect(unknown).toMatchObject({ kind: "malformed" });
    const turned = await saveReport(deed(people.ann, 2013), 1, { uses: "pay\u202elog" });
    expect(turned).toEqual({ kind: "malformed", field: "uses" });
    const words = "<script>alert(1)</script>";
    expect(await saveReport(deed(people.ann, 2013), 1, { uses: words })).toMatchObject({
      kind: "saved",
    });
  });
});
