import { describe, expect, test } from "vitest";
import { costsImporter } from "#domain/importing/importers/costs.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";
import { importContext, readRows } from "./read-rows.ts";

const complete = {
  reference: "m-1",
  label: "Maintenance du parc",
  kind: "fonctionnement",
  year: "2023",
  amount: "1 250,50",
};

const read = (changes: Record<string, string | null>, context = importContext()) =>
  readRows(costsImporter, [{ cells: { ...complete, ...changes } }], context);

const trafford = importContext({
  city: { ...importContext().city, country: "GB", currency: "GBP" },
});

test("a French ledger is read by its own headers and words", () => {
  const cells = {
    Référence: "2023-017",
    Libellé: "Caméras du centre",
    Nature: "Investissement",
    Famille: "Génie civil",
    Compte: "2158",
    Exercice: "2023",
    "Montant HT": "12 000,00 €",
    TVA: "2 400",
    Financeur: "FIPD",
    Tiers: "Entreprise d’essai SA",
  };
  const match = matchColumns(Object.keys(cells), costsImporter.columns);
  expect(match).toMatchObject({ missing: [], unknown: [] });
  expect(readRows(costsImporter, [{ cells: renameCells(match)(cells) }]).records[0]).toMatchObject({
    reference: "2023-017",
    kind: "capital",
    family: "civil-works",
    account: "2158",
    periodFrom: "2023-01-01",
    periodTo: "2023-12-31",
    status: "known",
    amountCents: 1_200_000,
    vatCents: 240_000,
    vatIncluded: false,
    currency: "EUR",
    funder: "FIPD",
    payee: "Entreprise d’essai SA",
  });
});

describe("amounts", () => {
  test("are cents, and a credit note stays negative", () => {
    expect(read({ amount: "-0,05" }).records[0]?.amountCents).toBe(-5);
  });

  test("under a header that says TTC, they include the VAT", () => {
    const { columnOf } = matchColumns(["Montant TTC"], costsImporter.columns);
    expect(columnOf.get("Montant TTC")).toBe("amount_with_vat");
    expect(read({ amount: null, amount_with_vat: "120" }).records[0]).toMatchObject({
      amountCents: 12_000,
      vatIncluded: true,
    });
    expect(read({ amount: "100", amount_with_vat: "120" }).records[0]).toMatchObject({
      amountCents: 10_000,
      vatIncluded: false,
    });
  });

  test("follow the country: 12,500 is twelve and a half in France, twelve thousand five hundred in Britain", () => {
    expect(read({ amount: "12,500" }).records[0]?.amountCents).toBe(1_250);
    expect(read({ amount: "12,500" }, trafford).records[0]).toMatchObject({
      amountCents: 1_250_000,
      currency: "GBP",
    });
  });

  test("without an amount, the row says why or is refused", () => {
    expect(read({ amount: "" }).problems).toEqual([
      {
        line: 2,
        column: "amount",
        value: "",
        reason: "amount-or-status",
        hint: "declared-zero, not-broken-down, not-communicated",
      },
    ]);
    expect(read({ amount: null, status: "connu" }).problems[0]?.reason).toBe("amount-or-status");
  });

  test.each([
    ["non ventilé", "not-broken-down"],
    ["non communiqué", "not-communicated"],
    ["N.C.", "not-communicated"],
    ["Zéro déclaré", "declared-zero"],
    ["declared-zero", "declared-zero"],
  ])("« %s » in place of an amount is the status %s", (status, expected) => {
    const { records } = read({ amount: "", status });
    expect(records[0]?.status).toBe(expected);
    expect(records[0]).not.toHaveProperty("amountCents");
  });

  test("a declared zero may be written 0, but not 1; a silence has no amount", () => {
    expect(read({ amount: "0", status: "zéro déclaré" }).records[0]).not.toHaveProperty(
      "amountCents",
    );
    expect(read({ amount: "1", status: "zéro déclaré" }).problems[0]?.reason).toBe(
      "amount-or-status",
    );
    expect(read({ amount: "1", status: "non communiqué" }).problems[0]?.reason).toBe(
      "amount-or-status",
    );
  });

  test("what cannot be read is named once, by its own reason", () => {
    const { problems } = read({ amount: "douze" });
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ["amount", "not-a-number"],
    ]);
  });
});

describe("periods", () => {
  test("the accounting year of an English council runs from April to March", () => {
    const expected = { periodFrom: "2023-04-01", periodTo: "2024-03-31" };
    for (const year of ["2023", "2023/24", "2023-2024"])
      expect(read({ year }, trafford).records[0]).toMatchObject(expected);
  });

  test.each(["2023/24", "23", "2023,5"])("%s is no accounting year in France", (year) => {
    expect(read({ year }).problems).toMatchObject([
      { column: "year", reason: "not-an-accounting-year" },
    ]);
  });

  test("dates win over the year, at the precision that they have", () => {
    expect(read({ period_from: "2023-02" }).records[0]).toMatchObject({
      periodFrom: "2023-02-01",
      periodTo: "2023-02-28",
    });
  });

  test("a row without a period, or with one that ends before it starts, is refused", () => {
    expect(read({ year: null }).problems[0]).toMatchObject({ reason: "missing" });
    expect(read({ period_from: "2023-02", period_to: "2023-01" }).problems).toMatchObject([
      { column: "period_to", reason: "period-reversed" },
    ]);
  });
});

test("a line needs its reference, and a kind of the list", () => {
  expect(read({ reference: " " }).problems).toMatchObject([
    { column: "reference", reason: "missing" },
  ]);
  expect(read({ kind: "divers" }).problems).toMatchObject([
    { column: "kind", value: "divers", reason: "not-in-the-list" },
  ]);
});

test("a line on cameras names them", () => {
  expect(read({ target_references: "c-1; c-2" }).records[0]).toMatchObject({
    targetKind: "camera",
    targetReferences: ["c-1", "c-2"],
  });
  expect(read({ target_kind: "caméra" }).problems).toMatchObject([
    { column: "target_references", reason: "cameras-not-named" },
  ]);
});
