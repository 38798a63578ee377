import { beforeAll, describe, expect, it } from "vitest";
import { costPerOutcomeBandOf, outcomeBandOf } from "#domain/dataset/map-vocabulary.ts";
import { countBands } from "#domain/disclosure/count-band.ts";
import { findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { loadMapContext } from "#persistence/map-context.ts";
import { listProtectedOutcomes } from "#persistence/protected-outcome-queries.ts";
import { auditJudgement, listKeptJudgements } from "#persistence/release/audit-judgements.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { undoImport } from "#use-cases/importing/undo-import.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { compareDraft } from "#use-cases/release/compare-draft.ts";
import { prepareRelease } from "#use-cases/release/prepare-release.ts";
import { publishRelease } from "#use-cases/release/publish-release.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

// Rows are districts, columns categories: the reference table of the rule, whose small cells (3 and 2) its margins give away
// when nothing else is hidden.
const table = [
  [12, 3, 25, 8],
  [7, 14, 2, 19],
  [31, 9, 11, 6],
  [5, 22, 17, 0],
];
const header =
  "definition_code,funnel,stage,unit,definition,scope,area_kind,area,period_from,period_to,category,result,state,value\n";
const requests = "requests,footage-review,requested,request,Requests received,streets";

function fileOf(rows: readonly (readonly number[])[], extra = ""): string {
  const cells = rows.flatMap((row, r) =>
    row.map((count, c) => line(`district,${"ABCD"[r]}`, `c${c}`, count)),
  );
  const columns = rows[0]?.map((_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0)) ?? [];
  return (
    header + cells.join("") + columns.map((n, c) => line("city,", `c${c}`, n)).join("") + extra
  );
}

function line(
  area: string,
  category: string,
  count: number,
  state = count === 0 ? "zero," : `known,${count}`,
) {
  return `${requests},${area},2022-01-01,2022-12-31,${category},,${state}\n`;
}

const districts = (city: string) =>
  importText(
    city,
    "districts",
    JSON.stringify({
      type: "FeatureCollection",
      features: ["A", "B", "C", "D"].map((code, i) => ({
        type: "Feature",
        properties: { code, name: code, kind: "quartier" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [i, 45],
              [i + 1, 45],
              [i + 1, 46],
              [i, 46],
              [i, 45],
            ],
          ],
        },
      })),
    }),
    { name: "districts.geojson" },
  );

async function published(city: string, number: number, current: boolean) {
  const [row] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city}`;
  const rows = await readSql((read) =>
    listProtectedOutcomes(
      read,
      row?.id ?? 0,
      { number, current },
      {
        tables: ["district-category", "district-year", "city-category", "city-year"],
      },
    ),
  );
  return new Map(
    rows.map(({ areaCode, category, state, value }) => [
      `${areaCode ?? "city"} ${category ?? "all"}`,
      state === "published" ? value : state,
    ]),
  );
}

describe("A file with small cells", () => {
  beforeAll(async () => {
    await newCity("small");
    await importText("small", "outcomes", fileOf(table));
  });

  it("is published with exact totals, and without its small cells or any count below five", async () => {
    const cells = await published("small", 1, true);
    expect(cells.get("A c1")).toBe("withheld");
    expect(cells.get("B c2")).toBe("withheld");
    expect(cells.get("D c3")).toBe("zero");
    expect(cells.get("A all")).toBe(48);
    expect(cells.get("city c3")).toBe(33);
    expect(cells.get("city all")).toBe(191);
    const values = [...cells.values()].filter((value) => typeof value === "number");
    expect(values.filter((value) => value < 5)).toEqual([]);
    // Two hidden alone would be worked out: each of their rows and columns hides another.
    expect([...cells.values()].filter((value) => value === "withheld").length).toBeGreaterThan(3);
  });

  it("is judged once, privately, without its counts, in a form that can be judged again", async () => {
    const [audit] = await sql()`
      SELECT a.verdict, a.primaries, a.equations_hash FROM disclosure_audit a JOIN city c ON c.id = a.city_id
      WHERE c.slug = 'small'`;
    expect(audit).toMatchObject({ verdict: "published", primaries: 2 });
    expect(audit?.equations_hash).toMatch(/^[0-9a-f]{64}$/);
    const [city] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = 'small'`;
    const [kept] = await readSql((read) => listKeptJudgements(read, city?.id ?? 0, 1));
    if (!kept) throw new Error("Nothing was kept.");
    expect(await auditJudgement(kept)).toMatchObject({ small: 2, verdict: "protected" });
    expect(kept.attacked.length).toBeLessThan(2_000);
  });
});

describe("A corrected file (attack 3)", () => {
  const city = "revised";
  beforeAll(async () => {
    await newCity(city);
    await districts(city);
    await importText(city, "outcomes", fileOf(table));
  });

  it("that adds one event is held: the difference of two releases would tell of it", async () => {
    const before = await published(city, 2, true);
    const corrected = table.map((row) => [...row]);
    corrected[0] = [12, 4, 25, 8];
    const report = await importText(city, "outcomes", fileOf(corrected), { name: "second.csv" });
    expect(report.outcome).toBe("applied");
    expect(await published(city, 3, true)).toEqual(before);
    const [audit] = await sql()`SELECT verdict FROM disclosure_audit ORDER BY id DESC LIMIT 1`;
    expect(audit?.verdict).toBe("held");
    const page = await getOutcomesPage(city, 2022, 3);
    expect(page?.funnels[0]?.steps[0]?.count.value).toBe(191);
    expect(page?.series.map(({ value }) => value)).toEqual([191]);
  });

  it("that moves much is published, and never says what an earlier release hid", async () => {
    const before = await published(city, 2, false);
    const larger = table.map((row) => [...row]);
    larger[2] = [61, 9, 11, 6];
    await importText(city, "outcomes", fileOf(larger), { name: "third.csv" });
    const after = await published(city, 4, true);
    expect(after.get("city all")).toBe(221);
    expect(await published(city, 2, false)).toEqual(before);
    expect(after.get("A c1")).toBe("withheld");
    expect(after.get("B c2")).toBe("withheld");
  });

  it("taken back shows what was shown", async () => {
    const before = await published(city, 4, true);
    await undoImport(city, "last", "command-line");
    const after = await published(city, 5, true);
    expect(after.get("A c1")).toBe("withheld");
    expect(before.get("B c2")).toBe("withheld");
  });

  it("leaves district pages with protected counts alone", async () => {
    const page = await getDistrictPage(city, "A", new Date("2026-11-24T12:00:00Z"), 2);
    expect(page?.reviews.map(({ requested, year }) => [year, requested])).toEqual([[2022, 48]]);
    expect(page?.cityReview?.requested).toBe(191);
  });
});

describe("A city whose parts are tiny", () => {
  it("says of a camera only its band, and of a district nothing that is small", async () => {
    const city = "tiny";
    await newCity(city);
    await districts(city);
    await importText(city, "cameras", "reference,label,status\nC1,Place A,in-service\n");
    const rows = [
      line("city,", "", 40),
      line("district,A", "", 3),
      line("district,B", "", 37),
      line("camera,C1", "", 3),
    ];
    const report = await importText(city, "outcomes", header + rows.join(""));
    expect(report.outcome).toBe("applied");
    const district = await getDistrictPage(city, "A", new Date("2026-11-24T12:00:00Z"));
    expect(district?.reviews).toEqual([]);
    expect(district?.reviewsProtected).toBe(true);
    const camera = await getCameraPage(city, "C1", new Date("2026-11-24T12:00:00Z"));
    if (!camera || "movedTo" in camera) throw new Error("no page");
    expect(camera.outcomes).toMatchObject({ band: "1-9", bandYear: 2022, ofDistrict: undefined });
    expect(camera.outcomes.ofCity?.requested).toBe(40);
    const [band] =
      await sql()`SELECT value, band_from, band_to FROM protected_outcome WHERE area_kind = 'camera'`;
    expect(band).toEqual({ value: null, band_from: countBands[1].from, band_to: countBands[1].to });
  });
});

describe("Two stages of one funnel in one file (attack 6)", () => {
  it("do not say that none of a few requests of a district contributed", async () => {
    const city = "stages";
    await newCity(city);
    const contributed =
      "contributed,footage-review,contributed,request,Requests that contributed,streets";
    const row = (definition: string, area: string, count: number) =>
      `${definition},${area},2022-01-01,2022-12-31,theft,,${count === 0 ? "zero," : `known,${count}`}\n`;
    const asked = [3, 25, 31, 22];
    const useful = [0, 11, 14, 9];
    const rows = ["A", "B", "C", "D"].flatMap((code, i) => [
      row(requests, `district,${code}`, asked[i] ?? 0),
      row(contributed, `district,${code}`, useful[i] ?? 0),
    ]);
    await importText(
      city,
      "outcomes",
      [header, ...rows, row(requests, "city,", 81), row(contributed, "city,", 34)].join(""),
    );
    const cells = await sql()<{ state: string }[]>`
      SELECT DISTINCT v.state FROM protected_outcome v JOIN outcome_definition d ON d.id = v.definition_id
      JOIN city c ON c.id = v.city_id
      WHERE c.slug = ${city} AND d.stage = 'contributed' AND v.area_code = 'A'`;
    expect(cells).toEqual([{ state: "withheld" }]);
  });
});

describe("Requests that a source gives by their result", () => {
  it("never tell a result that is withheld by the difference of two numbers, on whatever page", async () => {
    const city = "by-result";
    await newCity(city);
    const row = (result: string, count: number) =>
      `${requests},city,,2022-01-01,2022-12-31,,${result},known,${count}\n`;
    const rows = [row("relevant-found", 40), row("nothing-found", 20), row("erased", 3)];
    const report = await importText(city, "outcomes", header + rows.join(""));
    expect(report.outcome).toBe("applied");
    const page = await getOutcomesPage(city, 2022);
    const cells = await sql()<{ value: number }[]>`
      SELECT v.value FROM protected_outcome v JOIN city c ON c.id = v.city_id
      WHERE c.slug = ${city} AND v.state = 'published'`;
    const steps = page?.funnels.flatMap((funnel) => funnel.steps) ?? [];
    expect(steps.map(({ count }) => count.stage)).toEqual(["requested"]);
    const read = [
      ...cells.map(({ value }) => value),
      ...steps.flatMap(({ count, lost, reasons }) => [
        count.value ?? 0,
        lost ?? 0,
        ...reasons.map((reason) => reason.count),
      ]),
      ...(page?.series ?? []).flatMap(({ value, results }) => [value ?? 0, ...results.values()]),
      ...(page?.reviews ?? []).flatMap(({ requested, relevant }) => [requested, relevant ?? 0]),
    ];
    expect(read).toContain(63);
    const differences = read.flatMap((one) => read.map((other) => one - other));
    expect(differences).not.toContain(3);
  });
});

describe("A draft", () => {
  it("says nothing to anyone until it is published, and is then protected with its release", async () => {
    const city = "drafted";
    await newCity(city);
    await prepareRelease(city, "command-line");
    await importText(city, "outcomes", fileOf(table));
    expect((await published(city, 1, true)).size).toBe(0);
    // The data officer sees how narrow the small counts would stand, before anyone reads anything.
    const compared = await compareDraft(city);
    const audits = compared.kind === "compared" ? compared.audits : [];
    expect(audits).toMatchObject([{ year: 2022, small: 2, verdict: "protected" }]);
    const { low = 0, high = 0 } = audits[0]?.narrowest ?? {};
    expect((high ?? Number.POSITIVE_INFINITY) - low).toBeGreaterThanOrEqual(5);
    await publishRelease(city, undefined, "command-line");
    const cells = await published(city, 1, true);
    expect(cells.get("A c1")).toBe("withheld");
    expect(cells.get("city all")).toBe(191);
  });
});

describe("Rows of the last three months", () => {
  it("wait until they are old enough", async () => {
    const city = "fresh";
    await newCity(city);
    const [clock] = await sql()<{ month: string; last: string }[]>`
      SELECT to_char(date_trunc('month', now()), 'YYYY-MM-DD') AS month,
        to_char(date_trunc('month', now()) + interval '1 month - 1 day', 'YYYY-MM-DD') AS last`;
    const row = `${requests},city,,${clock?.month},${clock?.last},,,known,90\n`;
    await importText(city, "outcomes", header + row);
    expect((await published(city, 1, true)).size).toBe(0);
    const [audit] = await sql()`SELECT pending FROM disclosure_audit ORDER BY id DESC LIMIT 1`;
    expect(audit?.pending).toBe(true);
  });
});

describe("Stages between which a few events were lost", () => {
  const year = (name: string, count: number) =>
    `${name},footage-review,${name},request,Requests ${name},streets,city,,2022-01-01,2022-12-31,,,known,${count}\n`;
  const shown = async (city: string) => {
    const rows = await sql()<{ code: string; state: string; value: number | null }[]>`
      SELECT d.code, o.state, o.value FROM protected_outcome o JOIN outcome_definition d ON d.id = o.definition_id
      JOIN city c ON c.id = o.city_id
      WHERE c.slug = ${city} AND o.table_code = 'city-year' AND o.until_release IS NULL ORDER BY d.code`;
    return Object.fromEntries(rows.map(({ code, state, value }) => [code, value ?? state]));
  };

  beforeAll(async () => {
    await newCity("losing");
    // Alphabetical order is not the order of the funnel, nor is that of the file.
    await importText(
      "losing",
      "outcomes",
      header + year("available", 18) + year("usable", 9) + year("requested", 20),
    );
  });

  it("does not give away by subtraction the two that were lost between them", async () => {
    expect(await shown("losing")).toEqual({ available: "withheld", requested: 20, usable: 9 });
  });

  it("says so on the page of outcomes, which shows neither the stage nor its loss", async () => {
    const page = await getOutcomesPage("losing", 2022);
    const said = JSON.stringify(page);
    expect(said).toContain("requested");
    const steps = (page?.funnels ?? []).flatMap((funnel) => funnel.steps);
    const available = steps.find(({ count }) => count.stage === "available");
    expect(available?.count.value).toBeUndefined();
    expect(steps.map(({ lost }) => lost)).not.toContain(2);
  });

  it("is seen by a stage that comes in a later file too", async () => {
    await newCity("later");
    await importText("later", "outcomes", header + year("requested", 20));
    await importText("later", "outcomes", header + year("requested", 20) + year("available", 18));
    expect(await shown("later")).toEqual({ available: "withheld", requested: 20 });
  });
});

describe("A file that counts cameras, districts and the city", () => {
  const yearOf = (definition: string, area: string, count: number) =>
    `${definition},${area},2022-01-01,2022-12-31,,,${count === 0 ? "zero," : `known,${count}`}\n`;
  const shown = (city: string) => sql()<{ area: string; said: string }[]>`
    SELECT coalesce(v.area_code, v.area_kind) AS area, coalesce(v.value::text, v.band_from || '+', v.state) AS said
    FROM protected_outcome v JOIN outcome_definition d ON d.id = v.definition_id JOIN city c ON c.id = v.city_id
    WHERE c.slug = ${city} AND v.until_release IS NULL AND v.category IS NULL AND v.result IS NULL
      AND v.table_code IN ('camera-year', 'district-year', 'city-year') ORDER BY d.code, 1`;
  const registered = async (city: string) => {
    await newCity(city);
    await districts(city);
    const cameras = ["C1,A", "C2,A", "C3,B"].map((one) => `${one},in-service\n`).join("");
    await importText(city, "cameras", `reference,district,status\n${cameras}`);
  };

  it("does not tell that a camera had four requests at most by taking the other's band from their district", async () => {
    await registered("banded");
    const rows = [
      ...[yearOf(requests, "city,", 54), yearOf(requests, "district,A", 14)],
      ...[yearOf(requests, "district,B", 40), yearOf(requests, "camera,C1", 11)],
      ...[yearOf(requests, "camera,C2", 3), yearOf(requests, "camera,C3", 40)],
    ];
    await importText("banded", "outcomes", header + rows.join(""));
    expect(
      Object.fromEntries((await shown("banded")).map(({ area, said }) => [area, said])),
    ).toEqual({
      ...{ A: "14", B: "40", city: "54" },
      ...{ C1: "withheld", C2: "withheld", C3: "25+" },
    });
    const pages = ["C2", "C3"].map((reference) =>
      getCameraPage("banded", reference, new Date("2026-11-24")),
    );
    const said = (await Promise.all(pages)).map((page) =>
      page && "outcomes" in page ? [page.outcomes.band, page.outcomes.withheldYear] : [],
    );
    expect(said).toEqual([
      [undefined, 2022],
      ["25-49", undefined],
    ]);
  });

  it("draws cameras alike on the map whatever they hold: by their band, or as withheld (attacks 7 and 8)", async () => {
    const city = "drawn";
    await newCity(city);
    await districts(city);
    const places = ["C1,A", "C2,A", "C3,A", "C4,B", "C5,B"];
    await importText(
      city,
      "cameras",
      `reference,district,status\n${places.map((one) => `${one},in-service\n`).join("")}`,
    );
    const counts = [2, 9, 30, 11, 3];
    const rows = [
      ...counts.map((count, n) => yearOf(requests, `camera,C${n + 1}`, count)),
      ...[yearOf(requests, "district,A", 60), yearOf(requests, "district,B", 14)],
      yearOf(requests, "city,", 74),
    ];
    await importText(city, "outcomes", header + rows.join(""));
    const drawn = await readSql(async (read) => {
      const found = await findCity(read, city);
      if (!found) throw new Error("no city");
      const context = await loadMapContext(read, found, "2026-11-24");
      return places.map((one) => {
        const requestsOf = context.yearlyRequests({ reference: one.slice(0, 2) });
        return [outcomeBandOf(requestsOf), costPerOutcomeBandOf(1_940_300, requestsOf)];
      });
    });
    expect(drawn[0]).toEqual(drawn[1]);
    expect(drawn[2]?.[0]).toBe("25-49");
    // 14 less 10 to 24 would leave 4 at most: neither is drawn.
    expect(drawn.slice(3)).toEqual(Array(2).fill(["withheld", "unknown"]));
  });

  it("says of no camera what its footage contributed to, whatever the file says", async () => {
    await registered("contributing");
    const contributed =
      "useful,footage-review,contributed,request,Requests that contributed,streets";
    const recorded = "recorded,footage-review,recorded,offence,Offences recorded,streets";
    const rows = [contributed, recorded].flatMap((one) => [
      yearOf(one, "city,", 80),
      yearOf(one, "camera,C3", 40),
    ]);
    const report = await importText("contributing", "outcomes", header + rows.join(""));
    expect(report.outcome).toBe("applied");
    expect((await shown("contributing")).map(({ area }) => area)).toEqual(["city", "city"]);
  });

  it("says for the city alone of offences that its definition names, without any category", async () => {
    await registered("unnamed");
    const offences =
      "offences,recorded-offences,recorded,offence,Violences sexuelles constatées,ville";
    const rows = [
      yearOf(offences, "city,", 80),
      yearOf(offences, "district,A", 30),
      yearOf(offences, "district,B", 50),
    ];
    await importText("unnamed", "outcomes", header + rows.join(""));
    expect(await shown("unnamed")).toEqual([{ area: "city", said: "80" }]);
  });

  it("does not tell the two requests of all sites that were not of the streets", async () => {
    await newCity("scoped");
    const allSites = requests.replace(/streets$/, "all sites");
    const rows = [yearOf(allSites, "city,", 20), yearOf(requests, "city,", 18)];
    await importText("scoped", "outcomes", header + rows.join(""));
    expect((await shown("scoped")).map(({ said }) => said).sort()).toEqual(["20", "withheld"]);
  });
});
