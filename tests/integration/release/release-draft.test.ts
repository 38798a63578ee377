import { describe, expect, it } from "vitest";
import { findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { compareDraft } from "#use-cases/release/compare-draft.ts";
import { discardRelease } from "#use-cases/release/discard-release.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

const header = "reference,label,longitude,latitude,status,commissioned_on\n";
const before = `${header}1,A,4.39,45.44,in-service,2020-01-01\n2,B,4.40,45.44,in-service,2020-01-01\n`;
const after = `${header}1,A,4.391,45.44,in-service,2020-01-01\n2,B,4.40,45.44,removed,2020-01-01\n3,C,4.41,45.44,in-service,2024-01-01\n`;
const costs =
  "reference,label,kind,family,year,amount,currency\nL1,Personnel,fonctionnement,personnel,2024,1000,EUR\n";

const today = new Date("2026-11-24T12:00:00Z");

async function inServiceOf(city: string, release?: number) {
  return (await getCityHome(city, today, release))?.cameras.inService;
}

async function tableCounts(): Promise<unknown> {
  return sql()`
    SELECT (SELECT count(*) FROM camera) AS cameras, (SELECT count(*) FROM camera_version) AS versions,
      (SELECT count(*) FROM camera_assertion) AS assertions, (SELECT count(*) FROM camera_event) AS events,
      (SELECT count(*) FROM cost_line) AS costs, (SELECT count(*) FROM import_batch) AS batches,
      (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM release) AS releases,
      (SELECT count(*) FROM camera_version WHERE until_release IS NULL) AS standing`;
}

describe("a release that is prepared", () => {
  it("is unseen until it is published, and then read at once with everything that came with it", async () => {
    const city = await newCity("prepared");
    await importText(city, "cameras", before);
    expect(await prepareRelease(city, "command-line")).toMatchObject({ kind: "opened" });
    expect(await prepareRelease(city, "command-line")).toMatchObject({ kind: "already-open" });
    expect(await importText(city, "cameras", after)).toMatchObject({ waitsInDraft: true });
    await importText(city, "costs", costs);
    expect(await inServiceOf(city)).toBe(2);
    expect((await getCityHome(city, today))?.years).toEqual([]);
    expect(await getCameraPage(city, "3", new Date("2026-11-24T12:00:00Z"))).toBeUndefined();

    const compared = await compareDraft(city);
    expect(compared).toMatchObject({
      kind: "compared",
      differences: {
        kinds: [
          { kind: "camera", added: 1, changed: 2, ended: 0 },
          { kind: "cost-line", added: 1, changed: 0, ended: 0 },
        ],
        cameras: { added: 1, removed: 1, moved: 1, renumbered: 0, statusChanged: 1 },
      },
    });
    if (compared.kind !== "compared") throw new Error(compared.kind);
    expect(compared.differences.figures).toContainEqual(
      expect.objectContaining({ id: "registered-cameras", before: 2, after: 3 }),
    );
    expect(compared.differences.figures).toContainEqual(
      expect.objectContaining({ id: "yearly-spend", of: "2024", before: null, after: 100_000 }),
    );

    // A note that does not read as it is written leaves the draft as it was.
    expect(await publishRelease(city, "Inventaire \u202ede novembre", "command-line")).toEqual({
      kind: "unreadable-note",
      reason: "turned-reading",
    });
    const published = await publishRelease(city, "Inventaire de novembre", "command-line");
    expect(published).toMatchObject({ kind: "published", number: 3 });
    const home = await getCityHome(city, today);
    expect(home).toMatchObject({ city: { release: 3, isNewest: true }, years: [{}] });
    expect(home?.releases.map(({ number, kind, note }) => [number, kind, note])).toEqual([
      [3, "prepared", "Inventaire de novembre"],
      [1, "import", expect.any(String)],
    ]);
    expect(await importText(city, "costs", costs.replace("1000", "2000"))).toMatchObject({
      waitsInDraft: false,
      release: 4,
    });
  });

  it("leaves no row behind when it is discarded, and the next one starts anew", async () => {
    const city = await newCity("discarded");
    await importText(city, "cameras", before);
    const untouched = await tableCounts();
    await prepareRelease(city, "command-line");
    await importText(city, "cameras", after);
    await importText(city, "cameras", `${header}2,B bis,4.40,45.44,in-service,2020-01-01\n`);
    await undoImport(city, 1, "command-line");
    expect(await discardRelease(city, "command-line")).toMatchObject({
      kind: "discarded",
      base: 1,
    });
    expect(await tableCounts()).toEqual(untouched);
    expect(await inServiceOf(city)).toBe(2);
    const found = await readSql((query) => findCity(query, city));
    expect(found).toMatchObject({ release: 1, isNewest: true });
    expect(await importText(city, "cameras", after)).toMatchObject({ release: 2 });
    const log = await sql()<{ action: string }[]>`
      SELECT action FROM audit_entry WHERE city = ${city} ORDER BY log_index`;
    expect(log.map(({ action }) => action)).toContain("release-discarded");
  });

  it("can be taken back import by import before it is published", async () => {
    const city = await newCity("undone");
    await importText(city, "cameras", before);
    await prepareRelease(city, "command-line");
    await importText(city, "cameras", after);
    await undoImport(city, "last", "command-line");
    const compared = await compareDraft(city);
    expect(compared).toMatchObject({ differences: { kinds: [], figures: [] } });
  });

  it("is refused where there is none, and nothing is published when nothing was written", async () => {
    const city = await newCity("none");
    expect(await publishRelease(city, undefined, "command-line")).toEqual({ kind: "no-draft" });
    expect(await compareDraft(city)).toEqual({ kind: "no-draft" });
    expect(await discardRelease("nowhere", "command-line")).toEqual({ kind: "no-such-city" });
    await prepareRelease(city, "command-line");
    expect(await publishRelease(city, undefined, "command-line")).toMatchObject({
      kind: "nothing-to-publish",
    });
  });

  it("is told to whoever listens once, when it is published", async () => {
    const city = await newCity("told");
    const heard: string[] = [];
    const listening = await sql().listen("contrechamp_release", (payload) => heard.push(payload));
    await prepareRelease(city, "command-line");
    await importText(city, "cameras", before);
    await publishRelease(city, undefined, "command-line");
    await expect.poll(() => heard).toHaveLength(1);
    await listening.unlisten();
  });
});

describe("an earlier release", () => {
  it("is read as it was, and one that was never published is not read at all", async () => {
    const city = await newCity("as-of");
    await importText(city, "cameras", before);
    await prepareRelease(city, "command-line");
    await importText(city, "cameras", after);
    await importText(city, "costs", costs);
    await publishRelease(city, undefined, "command-line");
    expect(await inServiceOf(city, 1)).toBe(2);
    expect((await getCityHome(city, today, 1))?.releases).toHaveLength(1);
    const old = await getCameraPage(city, "2", new Date("2026-11-24T12:00:00Z"), 1);
    const now = await getCameraPage(city, "2", new Date("2026-11-24T12:00:00Z"));
    expect([old, now]).toMatchObject([
      { camera: { status: "in-service" }, changes: [{ release: 1 }] },
      { camera: { status: "removed" }, changes: [{ release: 1 }, { release: 3 }] },
    ]);
    expect(await getCityHome(city, today, 2)).toBeUndefined();
    expect(await getCityHome(city, today, 99)).toBeUndefined();
  });

  it("cannot be deleted or changed, and neither can what it published", async () => {
    const city = await newCity("kept");
    await importText(city, "cameras", before);
    await expect(sql()`DELETE FROM revision`).rejects.toThrow("is public and cannot be deleted");
    await expect(sql()`UPDATE revision SET note = ''`).rejects.toThrow();
    await expect(sql()`TRUNCATE revision CASCADE`).rejects.toThrow();
  });
});
