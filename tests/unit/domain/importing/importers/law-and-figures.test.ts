import { describe, expect, test } from "vitest";
import { authorisationsImporter } from "#domain/importing/importers/authorisations.ts";
import { institutionsImporter } from "#domain/importing/importers/institutions.ts";
import { publishedFiguresImporter } from "#domain/importing/importers/published-figures.ts";
import { readRows } from "./read-rows.ts";

type Cells = Record<string, string | null>;
const rows = (...all: Cells[]) => all.map((cells) => ({ cells }));

describe("orders", () => {
  const order = { order_number: "A-1", granted_on: "13/06/2025" };

  test("expire on the day that their term gives, unless the source says another", () => {
    const { records } = readRows(
      authorisationsImporter,
      rows(
        { ...order, term_years: "5", kind: "renouvellement" },
        { ...order, term_years: "5", expires_on: "2028-01-31" },
        { ...order },
      ),
    );
    expect(records.map(({ expiresOn, kind }) => [expiresOn, kind])).toEqual([
      ["2030-06-13", "renewal"],
      ["2028-01-31", "unknown"],
      [undefined, "unknown"],
    ]);
  });

  test("name their purposes by rank in CSI L251-2 or in words", () => {
    const { records, problems } = readRows(
      authorisationsImporter,
      rows({ ...order, purposes: "5°; 1" }, { ...order, purposes: "beauté" }),
    );
    expect(records[0]?.purposes).toEqual(["persons-and-property", "public-buildings"]);
    expect(problems).toMatchObject([
      { column: "purposes", reason: "not-in-the-list", hint: "beauté" },
    ]);
  });

  test("without a number or with an end before their start are refused", () => {
    const { problems } = readRows(
      authorisationsImporter,
      rows({ granted_on: "2025-06-13" }, { ...order, expires_on: "2020-01-01" }),
    );
    expect(problems.map(({ column }) => column)).toEqual(["order_number", "expires_on"]);
  });
});

describe("published figures", () => {
  const figure = {
    measure: "cameras",
    value: "83",
    unit: "camera",
    source_title: "Page",
    source_url: "https://example.org",
  };

  test.each([
    ["2014", "2014-01-01", "2014-12-31"],
    ["2009/2010", "2009-01-01", "2010-12-31"],
    ["2025-10", "2025-10-01", "2025-10-31"],
    ["depuis peu", undefined, undefined],
  ])("of %s cover the days that the words give", (period, periodFrom, periodTo) => {
    const { records } = readRows(publishedFiguresImporter, rows({ ...figure, period }));
    expect(records[0]).toMatchObject({ periodText: period });
    expect([records[0]?.periodFrom, records[0]?.periodTo]).toEqual([periodFrom, periodTo]);
  });

  test("without a reference of their own are told apart by measure, period and scope", () => {
    const { records } = readRows(
      publishedFiguresImporter,
      rows(
        { ...figure, period: "2018", scope: "street only" },
        { ...figure, period: "2018", scope: "all sites" },
      ),
    );
    expect(new Set(records.map(({ reference }) => reference)).size).toBe(2);
  });

  test("with an address that is none are refused", () => {
    const { problems } = readRows(
      publishedFiguresImporter,
      rows({ ...figure, source_url: "javascript:alert(1)" }),
    );
    expect(problems).toMatchObject([{ column: "source_url" }]);
  });
});

describe("facts about institutions", () => {
  test("are dated as precisely as known, and said in both languages", () => {
    const fact = {
      reference: "ethics",
      kind: "committee",
      happened_on: "2008",
      statement_fr: "Un comité est créé.",
      statement_en: "A committee is created.",
      source_title: "Délibération",
    };
    const { records, problems } = readRows(
      institutionsImporter,
      rows(fact, { ...fact, statement_en: null }),
    );
    expect(records).toMatchObject([
      { happenedOn: "2008", kind: "committee", verification: "declared" },
    ]);
    expect(problems).toMatchObject([{ column: "statement_en", reason: "missing" }]);
  });
});
