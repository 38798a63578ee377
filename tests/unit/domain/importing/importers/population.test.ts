import { describe, expect, test } from "vitest";
import { populationImporter } from "#domain/importing/importers/population.ts";
import { importContext, readRows } from "./read-rows.ts";

const wideHeaders = ["objectid", "commune_code", "libgeo", "p20_pop", "p21_pop", "PTOT2021"];

describe("a table of one municipality per row and one year per column", () => {
  const context = importContext({ headers: wideHeaders });
  const row = (code: string, p20: string | null, p21: string) => ({
    cells: { objectid: "1", commune_code: code, libgeo: "X", p20_pop: p20, p21_pop: p21 },
  });

  test("keeps the city's own row, one count per year, and leaves the others out", () => {
    const read = readRows(
      populationImporter,
      [row("98001", "1", "2"), row("99001", "10 500", "10480")],
      context,
    );
    expect(read.records).toEqual([
      { year: 2020, inhabitants: 10500, definition: "Population municipale (INSEE)" },
      { year: 2021, inhabitants: 10480, definition: "Population municipale (INSEE)" },
    ]);
    expect(read.leftOut).toEqual(["other-territory"]);
  });

  test("an empty cell is a year without a count, not zero", () => {
    const read = readRows(populationImporter, [row("99001", null, "10480")], context);
    expect(read.records.map(({ year }) => year)).toEqual([2021]);
  });

  test("the total population keeps its own definition beside the municipal one", () => {
    const cells = { commune_code: "99001", p21_pop: "100", PTOT2021: "104" };
    const read = readRows(populationImporter, [{ cells }], context);
    expect(read.records.map(({ definition }) => definition)).toEqual([
      "Population municipale (INSEE)",
      "Population totale (INSEE)",
    ]);
  });

  test("a code that a spreadsheet stripped of its zero is still found", () => {
    const ain = importContext({ headers: wideHeaders, options: { code: "01004" } });
    expect(readRows(populationImporter, [row("1004", "5", "6")], ain).records).toHaveLength(2);
  });

  test("a file without the city is refused once, and names the code that was looked for", () => {
    const read = readRows(populationImporter, [row("98001", "1", "2")], context);
    expect(read.problems).toEqual([
      { line: 2, column: "commune_code", value: "99001", reason: "territory-not-in-file" },
    ]);
  });

  test("a city without an official code must choose", () => {
    const city = { ...context.city, officialCode: null };
    const read = readRows(populationImporter, [row("98001", "1", "2")], { ...context, city });
    expect(read.problems.map(({ reason }) => reason)).toEqual(["territory-not-chosen"]);
  });
});

describe("a table of one count per row", () => {
  const count = (cells: Record<string, string | null>) => ({ cells });

  test("reads districts, years and thousands", () => {
    const read = readRows(populationImporter, [
      count({ year: "2021", inhabitants: "172,718", definition: "Estimation" }),
      count({
        year: "2021",
        district_code: "est",
        inhabitants: "9 120",
        definition: "Estimation",
      }),
    ]);
    expect(read.records).toEqual([
      { year: 2021, inhabitants: 172718, definition: "Estimation" },
      { districtCode: "est", year: 2021, inhabitants: 9120, definition: "Estimation" },
    ]);
  });

  test("a count whose population is not said is refused, unless the command says it", () => {
    const rows = [count({ year: "2021", inhabitants: "100" })];
    expect(readRows(populationImporter, rows).problems[0]).toMatchObject({
      column: "definition",
      reason: "definition-missing",
    });
    const told = importContext({ options: { definition: "Recensement" } });
    expect(readRows(populationImporter, rows, told).records[0]?.definition).toBe("Recensement");
  });

  test("the same count twice names the first line", () => {
    const row = count({ year: "2021", inhabitants: "100", definition: "X" });
    const { problems } = readRows(populationImporter, [row, row]);
    expect(problems).toMatchObject([{ line: 3, reason: "duplicate-count", hint: "2" }]);
  });

  test("half an inhabitant and a missing year are refused by column", () => {
    const { problems } = readRows(populationImporter, [
      count({ year: "2021", inhabitants: "10,5", definition: "X" }),
      count({ inhabitants: "10", definition: "X" }),
    ]);
    expect(problems).toMatchObject([
      { line: 2, column: "inhabitants", reason: "not-a-whole-number" },
      { line: 3, column: "year", reason: "missing" },
    ]);
  });
});
