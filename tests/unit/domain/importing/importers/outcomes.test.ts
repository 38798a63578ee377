import { describe, expect, test } from "vitest";
import { outcomesImporter } from "#domain/importing/importers/outcomes.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import { outcomeStates } from "#domain/outcome/outcome-statistic.ts";
import { readRows } from "./read-rows.ts";

const complete = {
  definition_code: "requisitions",
  funnel: "footage-review",
  stage: "requested",
  unit: "request",
  definition: "Réquisitions reçues par le centre",
  scope: "voie publique",
  year: "2023",
  value: "12",
};
type Changes = Record<string, string | null>;

const readAll = (...rows: Changes[]) =>
  readRows(
    outcomesImporter,
    rows.map((changes) => ({ cells: { ...complete, ...changes } })),
  );
const read = (changes: Changes) => readAll(changes);

test("a French table is read by its own headers and words", () => {
  const cells = {
    "Code de définition": "requisitions",
    Entonnoir: "Relecture d’images",
    Étape: "requested",
    Unité: "réquisition",
    Définition: "Réquisitions reçues",
    Périmètre: "voie publique",
    Maille: "quartier",
    Zone: "ouest",
    Année: "2023",
    Mois: "5",
    Catégorie: "vols",
    Résultat: "images utiles",
    État: "",
    Nombre: "1 234",
  };
  const match = matchColumns(Object.keys(cells), outcomesImporter.columns);
  expect(match).toMatchObject({ missing: [], unknown: [] });
  expect(readRows(outcomesImporter, [{ cells: renameCells(match)(cells) }]).records).toEqual([
    {
      definition: {
        code: "requisitions",
        funnel: "footage-review",
        stage: "requested",
        unit: "réquisition",
        wording: "Réquisitions reçues",
      },
      scope: "voie publique",
      areaKind: "district",
      areaCode: "ouest",
      periodFrom: "2023-05-01",
      periodTo: "2023-05-31",
      category: "vols",
      result: "images utiles",
      state: "known",
      value: 1234,
    },
  ]);
});

describe("a count and its state", () => {
  test.each(["<5", "< 5", "Moins de 5", "n.d.", "ND", "secret", "s"])(
    "« %s » is a count kept back, never a number",
    (value) => {
      const { records } = read({ value });
      expect(records[0]?.state).toBe("withheld");
      expect(records[0]).not.toHaveProperty("value");
    },
  );

  test("an empty value without a state is refused, with the states as a hint", () => {
    for (const value of [null, "", "-"])
      expect(read({ value }).problems).toMatchObject([
        { line: 2, column: "value", reason: "value-or-state", hint: outcomeStates.join(", ") },
      ]);
  });

  test.each([
    ["non communiqué", "not-communicated"],
    ["N.C.", "not-communicated"],
    ["non collecté", "not-collected"],
    ["Zéro déclaré", "declared-zero"],
    ["not-broken-down", "not-broken-down"],
  ])("an empty value with « %s » is %s", (state, expected) => {
    expect(read({ value: "", state }).records[0]?.state).toBe(expected);
  });

  test("nothing counted is zero, which is not a silence, and a declared zero stays declared", () => {
    expect(read({ value: "0" }).records[0]?.state).toBe("zero");
    expect(read({ value: "0", state: "known" }).records[0]?.state).toBe("zero");
    expect(read({ value: "0", state: "declared-zero" }).records[0]?.state).toBe("declared-zero");
  });

  test.each([
    ["12", "withheld"],
    ["0", "not-communicated"],
    ["1", "zero"],
    ["secret", "zero"],
    ["secret", "known"],
    ["", "known"],
  ])("a value « %s » contradicts the state %s", (value, state) => {
    expect(read({ value, state }).problems).toMatchObject([{ reason: "value-or-state" }]);
  });

  test("1,000 is a thousand: counts have no decimals", () => {
    expect(read({ value: "1,000" }).records[0]?.value).toBe(1000);
    expect(read({ value: "1,5" }).problems[0]?.reason).toBe("not-a-whole-number");
    expect(read({ value: "-1" }).problems[0]?.reason).toBe("negative-count");
  });
});

describe("definitions", () => {
  test("rows of the same code share one definition", () => {
    const { records } = readAll({}, { year: "2024" });
    expect(records[1]?.definition).toEqual(records[0]?.definition);
  });

  test("a code cannot mean two things in one file", () => {
    const read = readAll({}, { definition: "Autre chose" }, { unit: "case" }, {});
    expect(read.records).toHaveLength(2);
    expect(read.problems).toMatchObject([
      { line: 3, column: "definition", reason: "definition-differs", hint: complete.definition },
      { line: 4, column: "unit", reason: "definition-differs", hint: "request" },
    ]);
  });

  test("two imports do not share what a code means", () => {
    expect(read({}).problems).toEqual([]);
    expect(read({ definition: "Autre chose" }).problems).toEqual([]);
  });

  test("what is missing or wrong is named by its column", () => {
    expect(read({ definition: null, unit: null }).problems).toMatchObject([
      { column: "unit", reason: "missing" },
      { column: "definition", reason: "missing" },
    ]);
    expect(read({ definition_code: "Réquisitions 2023" }).problems).toMatchObject([
      { column: "definition_code", reason: "not-a-code" },
    ]);
    expect(read({ funnel: "divers" }).problems).toMatchObject([
      { column: "funnel", reason: "not-in-the-list" },
    ]);
  });
});

describe("periods and areas", () => {
  test.each<[Changes, string, string]>([
    [{ month: "2024-02", year: null }, "2024-02-01", "2024-02-29"],
    [{ month: "2", year: "2023" }, "2023-02-01", "2023-02-28"],
    [{ year: "2023" }, "2023-01-01", "2023-12-31"],
    [{ year: null, period_from: "2023-04", period_to: "2024-03" }, "2023-04-01", "2024-03-31"],
  ])("%j", (changes, periodFrom, periodTo) => {
    expect(read(changes).records[0]).toMatchObject({ periodFrom, periodTo });
  });

  test.each<[Changes, string, string]>([
    [{ year: "23" }, "year", "not-a-date"],
    [{ month: "13" }, "month", "not-a-date"],
    [{ period_from: "2023-04", period_to: "2023-03" }, "period_to", "period-reversed"],
    [{ area_kind: "quartier" }, "area", "area-and-kind-disagree"],
    [{ area_kind: "ville", area: "ouest" }, "area", "area-and-kind-disagree"],
  ])("%j is refused", (changes, column, reason) => {
    expect(read(changes).problems).toMatchObject([{ line: 2, column, reason }]);
  });

  test("no period at all is refused on both its ends", () => {
    const { problems } = read({ year: null });
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ["period_from", "missing"],
      ["period_to", "missing"],
    ]);
  });
});

test("a result said not to be known is one, and an empty cell is the total of all", () => {
  for (const word of ["unknown", "Inconnu", "non renseigné"]) {
    expect(read({ result: word }).records, word).toMatchObject([{ result: "unknown" }]);
  }
  for (const blank of ["", " ", "-", null]) {
    expect(read({ result: blank }).records[0]).not.toHaveProperty("result", "unknown");
  }
  expect(read({ result: "relevant-found" }).records).toMatchObject([{ result: "relevant-found" }]);
});
