import { beforeAll, describe, expect, it } from "vitest";
import { ripeRows } from "#domain/disclosure/publish-outcome-year.ts";
import { readSql } from "#persistence/database.ts";
import { listCountedOutcomes } from "#persistence/protected-outcome-queries.ts";
import { getOutcomesPage } from "#use-cases/outcome/get-outcomes-page.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();
const header =
  "definition_code,funnel,stage,unit,definition,scope,area_kind,area,period_from,period_to,category,result,state,value\n";
const row = (code: string, from: string, to: string, value: number) =>
  `${code},footage-review,requested,request,Requests ${code},streets,city,,${from},${to},,,known,${value}\n`;

/** First and last day of the months of a year, the first of them being 1. */
function monthsOf(year: number, last = 12) {
  return Array.from({ length: last }, (_, index) => {
    const name = `${year}-${String(index + 1).padStart(2, "0")}`;
    const days = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return { periodFrom: `${name}-01`, periodTo: `${name}-${days}` };
  });
}

async function periodsOf(city: string) {
  const [found] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city}`;
  const cells = await readSql((read) =>
    listCountedOutcomes(
      read,
      found?.id ?? 0,
      { number: 1, current: true },
      { tables: ["city-year"], area: { kind: "city" } },
    ),
  );
  return new Map(cells.map(({ definition, year, counted }) => [`${definition} ${year}`, counted]));
}

describe("The part of a year that is published", () => {
  const thisYear = new Date().getUTCFullYear();
  const current = monthsOf(thisYear);

  beforeAll(async () => {
    await newCity("running");
    const rows = [
      ...monthsOf(2021).map(({ periodFrom, periodTo }) => row("monthly", periodFrom, periodTo, 10)),
      ...monthsOf(2022, 7).map(({ periodFrom, periodTo }) =>
        row("monthly", periodFrom, periodTo, 10),
      ),
      row("quarterly", "2022-01-01", "2022-03-31", 30),
      row("quarterly", "2022-04-01", "2022-06-30", 30),
      row("yearly", "2022-01-01", "2022-12-31", 120),
      ...current.map(({ periodFrom, periodTo }) => row("monthly", periodFrom, periodTo, 10)),
    ];
    await importText("running", "outcomes", header + rows.join(""));
  });

  it("is that of the rows which were old enough, whether the source counts months, quarters or years", async () => {
    const periods = await periodsOf("running");
    expect(periods.get("monthly 2021")).toEqual({
      from: "2021-01-01",
      to: "2021-12-31",
      months: 12,
    });
    expect(periods.get("monthly 2022")).toEqual({
      from: "2022-01-01",
      to: "2022-07-31",
      months: 7,
    });
    expect(periods.get("quarterly 2022")).toMatchObject({ to: "2022-06-30", months: 6 });
    expect(periods.get("yearly 2022")).toMatchObject({ months: 12 });
    const [clock] = await sql()<{ day: string }[]>`
      SELECT to_char(now() AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS day`;
    const ripe = ripeRows(current, clock?.day ?? "");
    expect(periods.get(`monthly ${thisYear}`)).toEqual(
      ripe.length === 0
        ? undefined
        : { from: `${thisYear}-01-01`, to: ripe.at(-1)?.periodTo, months: ripe.length },
    );
  });

  it("is what the page of outcomes says, which opens with the latest whole year", async () => {
    const page = await getOutcomesPage("running", undefined);
    expect(page?.year).toBe(2022);
    expect(
      page?.series.find(({ year, definition }) => year === 2022 && definition === "monthly"),
    ).toMatchObject({
      months: 7,
      period: { from: "2022-01-01", to: "2022-07-31" },
    });
  });
});
