import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import type { PageTable } from "#components/workbook/page-workbook.ts";
import { authorisationTables } from "#components/workbook-tables/authorisation-tables.ts";
import { cameraTables } from "#components/workbook-tables/camera-tables.ts";
import { districtTables } from "#components/workbook-tables/district-tables.ts";
import { homeTables } from "#components/workbook-tables/home-tables.ts";
import { indicatorTables } from "#components/workbook-tables/indicator-tables.ts";
import { publishedTables } from "#components/workbook-tables/published-tables.ts";
import { studyTables } from "#components/workbook-tables/study-tables.ts";
import { voteCardTables } from "#components/workbook-tables/vote-card-tables.ts";
import { indicators } from "#domain/indicator/registry.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";
import { getVoteCard } from "#use-cases/indicator/get-vote-card.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { getPublishedFiguresPage } from "#use-cases/published-figure/get-published-figures-page.ts";
import { testDatabase } from "./database.ts";

const { sql } = testDatabase();
const now = new Date("2026-11-24T12:00:00Z");

/** Every sentence of a language; one that is missing is a failure, not its own key in a cell. */
const wordsIn = (locale: "fr" | "en") => ({
  locale,
  t: createTranslator({
    locale,
    messages: (locale === "fr" ? french : english) as never,
    onError: (error) => {
      throw error;
    },
  }) as unknown as Words,
});
const words = wordsIn("en");

const cellsOf = (tables: readonly PageTable[]) => tables.flatMap(({ rows }) => rows.flat());
const textsOf = (tables: readonly PageTable[]) =>
  cellsOf(tables).filter((cell) => typeof cell === "string");
const tableOf = (tables: readonly PageTable[], title: RegExp) => {
  const found = tables.find((table) => title.test(table.title));
  if (!found) throw new Error(`no table ${title} among ${tables.map((one) => one.title)}`);
  return found;
};
/** The rows of a table as plain values. */
const valuesOf = ({ rows }: PageTable) =>
  rows.map((row) =>
    row.map((cell) => {
      if (cell === null || typeof cell === "string") return cell;
      if ("value" in cell) return cell.value;
      return "day" in cell ? cell.day : cell.text;
    }),
  );
const numberIn = (table: PageTable, name: string | RegExp) =>
  valuesOf(table).find(([first]) => new RegExp(name).test(String(first)))?.[1];

function whole<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("nothing there");
  return thing;
}

describe("The workbooks of the first cities", () => {
  beforeAll(() => installFirstCities());

  it("hold an indicator with its history, its inputs and what others published", async () => {
    for (const { id } of indicators) {
      const page = whole(await getIndicatorPage("ville-temoin", id, now));
      for (const one of [words, wordsIn("fr")]) {
        const [history] = indicatorTables(page, one);
        const points = page.series.flatMap(({ points: own }) => own);
        expect(history?.rows).toHaveLength(points.length);
      }
    }
    const page = whole(await getIndicatorPage("ville-temoin", "relevance-rate", now));
    const tables = indicatorTables(page, words);
    const history = tableOf(tables, /^History/);
    const last = whole(valuesOf(history).find(([from]) => from === page.point?.period.from));
    const result = page.point?.result;
    expect(result?.kind).toBe("known");
    if (result?.kind === "known")
      expect(last.slice(5, 8)).toEqual([result.value, result.interval?.low, result.interval?.high]);
    expect(history.notes.join(" ")).toContain("Finding footage is not solving a case");
    expect(tableOf(tables, /^The inputs/).rows).toHaveLength(2);
    expect(tableOf(tables, /^Elsewhere/).rows).toHaveLength(page.benchmarks.length);
  });

  it("hold a district's cameras, money and requests", async () => {
    const page = whole(await getDistrictPage("ville-temoin", "VT07", now));
    const order = [...page.sources.keys()];
    const tables = districtTables({ ...page, order }, words);
    expect(numberIn(tableOf(tables, /^Figures/), "in service")).toBe(page.inService);
    const requests = tableOf(tables, /^Footage requests/);
    expect(requests.rows).toHaveLength(page.reviews.length);
    expect(valuesOf(requests)[0]?.[2]).toBe(page.reviews[0]?.requested);
  });

  it("hold the studies with their design, displacement and reasons", async () => {
    const page = whole(await getEffectsPage("ville-temoin"));
    const tables = studyTables(page.studies, page, words);
    const results = valuesOf(tableOf(tables, /^What the studies find/));
    const headline = page.studies[0]?.effects[0]?.size;
    expect(results[0]?.slice(3, 6)).toEqual([
      headline?.ratio,
      headline?.interval.low,
      headline?.interval.high,
    ]);
    const moved = valuesOf(tableOf(tables, /^Displacement/)).map((row) => row[1]);
    expect(moved).toEqual(
      expect.arrayContaining([expect.stringMatching(/WDQ/), expect.stringMatching(/TNE/)]),
    );
    const reasons = page.studies.flatMap((one) => one.reasons);
    expect(reasons.length).toBeGreaterThan(0);
    expect(tableOf(tables, /^The rules of evidence/).rows).toHaveLength(reasons.length);
    expect(page.studies.length).toBeGreaterThan(2);
    expect(tables.filter(({ title }) => title.startsWith("The design"))).toHaveLength(
      page.studies.length,
    );
    expect(studyTables([], page, words)).toEqual([]);
    expect(studyTables(page.studies, page, wordsIn("fr"))).toHaveLength(tables.length);
  });

  it("hold what Saint-Étienne's figures contradict, refuse and give once added up", async () => {
    const page = whole(await getPublishedFiguresPage("saint-etienne"));
    const tables = publishedTables(page, words);
    const rebuilt = valuesOf(tableOf(tables, /^Cost rebuilt/));
    const perCamera = rebuilt.find(([, term]) => /^Per camera/.test(String(term)));
    expect(Math.round(Number(perCamera?.[2]))).toBe(19_403);
    const divisions = valuesOf(tableOf(tables, /division/i));
    expect(divisions).toHaveLength(page.requestsPerCamera.attempts.length);
    // What is refused is in words: nobody can sum it by mistake.
    const refused = divisions.filter((row) => /scope|period/.test(String(row[5])));
    expect(refused.length).toBeGreaterThan(0);
    for (const row of refused) expect(row[6]).toMatch(/^refused/);
    const figures = page.figures.slice(0, 2);
    const contradictions = [{ measure: "cameras", figures, scopesDiffer: true }];
    const contradicted = publishedTables({ ...page, contradictions }, words);
    const said = valuesOf(tableOf(contradicted, /^Contradictions/));
    expect(said.map((row) => row[2])).toEqual(figures.map(({ value }) => value));
    expect(said[0]?.[5]).toContain("their scopes differ");
    expect(publishedTables(page, wordsIn("fr"))).toHaveLength(tables.length);
  });

  it("hold the legal states and the retention of the cameras in service", async () => {
    const page = whole(await getAuthorisationsPage("ville-temoin", now));
    const tables = authorisationTables(page, words);
    const states = valuesOf(tableOf(tables, /^Cameras in service/)).map((row) => Number(row[1]));
    expect(states.reduce((sum, cameras) => sum + cameras, 0)).toBe(page.summary.inService);
    const retention = valuesOf(tableOf(tables, /^Retention/)).map((row) => row[1]);
    expect(retention).toEqual([page.summary.withRetention, page.summary.overRetention]);
    expect(authorisationTables(page, wordsIn("fr"))).toHaveLength(tables.length);
  });

  it("hold a camera with who says each thing, and of its requests a band alone", async () => {
    const [{ reference } = { reference: "" }] = await sql()<{ reference: string }[]>`
      SELECT reference FROM camera_version WHERE cardinality(authorisation_references) > 0
        AND address IS NOT NULL AND status = 'in-service' ORDER BY reference LIMIT 1`;
    const found = whole(await getCameraPage("ville-temoin", reference, now));
    if ("movedTo" in found) throw new Error("moved");
    const page = { ...found, outcomes: { ...found.outcomes, band: "10-24", bandYear: 2024 } };
    const order = [...page.sources.keys()];
    for (const one of [words, wordsIn("fr")]) {
      const [facts] = cameraTables({ ...page, order }, one);
      const name = one.t("camera.key.requests");
      const band = valuesOf(whole(facts)).find(([first]) => first === name);
      expect(band?.[1]).toBeNull();
      expect(band?.[2]).toBe(one.t(`camera.key.band.${page.outcomes.band}`));
    }
    const tables = cameraTables({ ...page, order }, words);
    expect(textsOf(tables)).toContain(page.camera.address);
    expect(tableOf(tables, /order/).rows).toHaveLength(page.authorisations.length);
  });

  it("hold the first page of a city, a silent one too", async () => {
    for (const slug of ["ville-temoin", "saint-etienne"]) {
      const home = whole(await getCityHome(slug, now));
      const [english_, french_] = [homeTables(home, words), homeTables(home, wordsIn("fr"))];
      expect(french_.map(({ rows }) => rows.length)).toEqual(
        english_.map(({ rows }) => rows.length),
      );
      expect(tableOf(english_, /missing/).rows).toHaveLength(home.blanks.length);
      const figures = tableOf(english_, /^Main figures/);
      if (slug === "ville-temoin")
        expect(numberIn(figures, "^Cameras in service")).toBe(home.cameras.inService);
      else expect(numberIn(figures, "announced")).toBe(435);
    }
  });

  it("hold the card of a proposed camera", async () => {
    const entered = { district: "VT07", cameras: "3", indicator: "relevance-rate" };
    const page = whole(await getVoteCard("ville-temoin", entered, now));
    const tables = voteCardTables(page, words);
    expect(numberIn(tableOf(tables, /^What is fixed/), "Number of cameras")).toBe(3);
    const place = tableOf(tables, /^What is known/);
    expect(numberIn(place, "^Recorded facts")).toBe(page.recorded.total[0]?.value ?? null);
    const cost = valuesOf(tableOf(tables, /^What it would cost/))[0];
    expect(cost?.[1]).toBeCloseTo((page.cost?.marginal.total.low ?? 0) / 100, 1);
    expect(tableOf(tables, /^What to compare/).rows).toHaveLength(3);
    expect(voteCardTables(page, wordsIn("fr"))).toHaveLength(tables.length);
    const nowhere = whole(await getVoteCard("saint-etienne", {}, now));
    expect(textsOf(voteCardTables(nowhere, words))).toContain(words.t("voteCard.cost.silent"));
  });
});
