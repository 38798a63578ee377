import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostLine } from "#domain/cost/cost-line.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import { type EnteredKind, enteredKinds, isEnteredKind } from "#domain/importing/entered-kinds.ts";
import type { ImportedRecords } from "#domain/importing/importer.ts";
import { findImporter } from "#domain/importing/importers/registry.ts";
import {
  applyChanges,
  correctedCells,
  fieldChanges,
  standingCells,
} from "#domain/importing/standing-cells.ts";
import { recordTables } from "#persistence/importing/record-tables.ts";
import { readRows } from "./importers/read-rows.ts";

const city = generateCity({ seed: 42218, cameras: 60 });

type NamedKind = Exclude<EnteredKind, "outcome-statistic">;

/** Stores a record, writes it back into cells and reads these again. */
function readAgain<Kind extends NamedKind>(kind: Kind, record: ImportedRecords[Kind]) {
  const importer = findImporter(enteredKinds[kind].preset);
  if (!importer) throw new Error("no preset");
  const { body, document } = recordTables[kind].store(record);
  const cells = standingCells(importer, {
    body,
    document: document ?? null,
  });
  const { records, problems } = readRows(importer, [{ cells }]);
  expect(problems).toEqual([]);
  const [again] = records;
  return { before: body, after: again && recordTables[kind].store(again as never).body };
}

describe("A standing record written back into the cells of its preset", () => {
  it.each([
    ["cost-line", city.costLines],
    ["contract", city.contracts],
    ["published-figure", city.publishedFigures],
    ["institution-fact", city.institutions],
  ] as const)("reads as itself: %s", (kind, records) => {
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) {
      const { before, after } = readAgain(kind, record as never);
      expect(after).toEqual(before);
    }
  });

  it("reads as itself but for the outline of an order, which no cell can say", () => {
    for (const order of city.authorisations) {
      const { before, after } = readAgain("authorisation", order);
      const { perimeter: _, ...said } = before;
      expect(after).toEqual(said);
    }
  });

  it("keeps every cent of every amount, and every date at its precision", () => {
    const [line] = city.costLines.filter(({ status }) => status === "known");
    if (!line) throw new Error("no line");
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom("2019", "2019-05", "2019-05-14"),
        (amountCents, commissionedOn) => {
          const written: CostLine = { ...line, amountCents, commissionedOn };
          const { before, after } = readAgain("cost-line", written);
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("The period of a published figure", () => {
  const importer = findImporter(enteredKinds["published-figure"].preset);
  const periodOf = (body: Record<string, unknown>) =>
    importer && standingCells(importer, { body, document: null }).period;

  it("is in its own words, or else by its days, or not said", () => {
    const days = { period_from: "2009-01-01", period_to: "2010-12-31" };
    expect(periodOf({ ...days, period_text: "2009/2010" })).toBe("2009/2010");
    expect(periodOf({ ...days, period_text: null })).toBe("2009-01-01/2010-12-31");
    expect(periodOf({ period_text: null, period_from: null })).toBeNull();
  });
});

describe("A correction", () => {
  const standing = { status: "not-communicated", amount: null, vat: null, year: null };

  it("replaces what is named and leaves the rest", () => {
    const cells = correctedCells("contract", { title: "A", amount: "1.00" }, { amount: "2" });
    expect(cells).toEqual({ title: "A", amount: "2" });
  });

  it("with an amount takes back the reason why there was none", () => {
    expect(correctedCells("cost-line", standing, { amount: "12" })).toMatchObject({
      status: null,
      amount: "12",
    });
  });

  it("with an amount keeps that it is an estimate", () => {
    const estimated = { ...standing, status: "estimated", amount: "10.00", vat_included: "false" };
    expect(correctedCells("cost-line", estimated, { amount: "12" }).status).toBe("estimated");
    expect(correctedCells("cost-line", estimated, { amount_with_vat: "12" })).toMatchObject({
      amount: null,
      vat_included: null,
    });
  });

  it("with a silence takes the amount back, never leaving a zero", () => {
    const known = { ...standing, status: "known", amount: "10.00", vat: "2.00" };
    expect(correctedCells("cost-line", known, { status: "nc" })).toMatchObject({
      amount: null,
      vat: null,
    });
    expect(correctedCells("cost-line", known, { status: "estimé" }).amount).toBe("10.00");
  });

  it("with an accounting year takes the days back", () => {
    const dated = { ...standing, period_from: "2024-01-01", period_to: "2024-12-31" };
    expect(correctedCells("cost-line", dated, { year: "2023" })).toMatchObject({
      period_from: null,
      period_to: null,
    });
  });

  it.each([
    [{ term_years: "3" }, null],
    [{ granted_on: "2024-06-01" }, null],
    [{ note: "x" }, "2029-05-02"],
    [{ term_years: "3", expires_on: "2026-01-01" }, "2026-01-01"],
  ])("of an order by %j has its last day counted again, unless it is said", (given, expires) => {
    const order = { granted_on: "2024-05-02", term_years: "5", expires_on: "2029-05-02" };
    expect(correctedCells("authorisation", order, given).expires_on).toBe(expires);
  });

  it("of an order without a term keeps its last day", () => {
    const order = { granted_on: "2024-05-02", term_years: null, expires_on: "2029-05-02" };
    const cells = correctedCells("authorisation", order, { granted_on: "2024-05-03" });
    expect(cells.expires_on).toBe("2029-05-02");
  });
});

describe("What differs between two statements", () => {
  it("is what says something else, appears, or is taken back", () => {
    expect(fieldChanges({ a: 1, b: [1, 2], c: "x" }, { a: 1, b: [1, 3], d: false })).toEqual([
      { field: "b", before: [1, 2], after: [1, 3] },
      { field: "c", before: "x", after: null },
      { field: "d", before: null, after: false },
    ]);
  });

  it("applied to the first gives the second", () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.nat(9)));
    const statement = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), value);
    fc.assert(
      fc.property(statement, statement, (one, other) => {
        expect(applyChanges(one, fieldChanges(one, other))).toEqual({ ...other });
      }),
    );
  });
});

describe("Kinds that are entered by hand", () => {
  it("are those with a preset of the registry, and no others", () => {
    for (const { preset } of Object.values(enteredKinds)) {
      expect(findImporter(preset)?.id).toBe(preset);
    }
    expect(isEnteredKind("cost-line")).toBe(true);
    expect(isEnteredKind("camera")).toBe(false);
    expect(isEnteredKind("constructor")).toBe(false);
  });
});
