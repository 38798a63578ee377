import { describe, expect, test } from "vitest";
import { traffordSpendImporter } from "#domain/importing/importers/trafford-spend.ts";
import { traffordSpendRules } from "#domain/importing/importers/trafford-spend-rules.ts";
import { importContext, readRows } from "./read-rows.ts";

type Cells = Record<string, string>;
const centralWatch = {
  OrganisationalUnit: "CCTV CENTRAL WATCH",
  BeneficiaryName: "Example Networks Ltd",
  PaymentDate: "2031-04-12",
  TransactionNumber: "9100000001",
  Amount: "812.24",
  IrrecoverableVATAmount: "0.00",
  Purpose: "IT MAINT SOFTWARE - Fibre link",
  ProclassLabel: "ICT : Services",
};
const read = (...rows: Cells[]) =>
  readRows(
    traffordSpendImporter,
    rows.map((cells) => ({ cells: { ...centralWatch, ...cells } })),
  );
const first = (cells: Cells) => read(cells).records[0];

test("a line of the control room is an operating cost of one day, in pence", () => {
  expect(read({}).records).toEqual([
    {
      reference: "9100000001:81224:it-maint-software-fibre-link",
      label: "IT MAINT SOFTWARE - Fibre link",
      kind: "operating",
      family: "telecom",
      periodFrom: "2031-04-12",
      periodTo: "2031-04-12",
      status: "known",
      basis: "actual",
      amountCents: 81224,
      vatCents: 0,
      vatIncluded: false,
      currency: "GBP",
      targetKind: "system",
      targetReferences: [],
      payee: "Example Networks Ltd",
      rule: "central-watch-telecom",
    },
  ]);
});

describe("a rule catches", () => {
  const capital = { OrganisationalUnit: "Capital Schemes" };
  test.each<[string, Cells]>([
    ["central-watch-energy", { Purpose: "ELECTRICITY" }],
    ["central-watch-control-room", { Purpose: "SECURITY - control room rent" }],
    ["central-watch-camera-lease", { Purpose: "Camera Lease July" }],
    ["central-watch-maintenance", { Purpose: "rewire electrics to two cctv columns" }],
    ["central-watch-training", { Purpose: "PROFESSIONAL TRAININ" }],
    ["central-watch-audit", { Purpose: "EXT ALARMS/SEC - cctv audit" }],
    ["central-watch-other", { Purpose: "NA" }],
    ["capital-signs", { ...capital, Purpose: "5 new cctv signs" }],
    ["capital-columns", { ...capital, Purpose: "New CCTV Column" }],
    ["capital-cameras", { ...capital, Purpose: "CCTV Camera, design and fitting" }],
    ["capital-cameras", { ...capital, Purpose: "x", ProclassLabel: "FM : Closed Circuit TV" }],
  ])("%s", (rule, cells) => {
    expect(first(cells)).toMatchObject({
      rule,
      kind: rule.startsWith("capital") ? "capital" : "operating",
    });
  });
});

describe("a line that names CCTV is left out", () => {
  test.each<[string, string, Cells]>([
    ["drain-survey", "drain-survey", { Purpose: "Mill Lane: Jet Vac & CCTV" }],
    ["drain-survey", "drain-survey", { Purpose: "CONSULTANTS - CCTV Survey" }],
    ["cctv-elsewhere", "elsewhere-sports", { OrganisationalUnit: "EX SPORTS HALL" }],
    ["cctv-elsewhere", "elsewhere-car-park", { OrganisationalUnit: "QUAY CAR PARK" }],
    ["cctv-elsewhere", "elsewhere-cemetery", { OrganisationalUnit: "EX CEMETERY" }],
    ["cctv-elsewhere", "elsewhere-other", { OrganisationalUnit: "Town Hall" }],
  ])("as %s by %s", (reason, rule, cells) => {
    const outside = { OrganisationalUnit: "Capital Schemes", Purpose: "CCTV works", ...cells };
    expect(read(outside).leftOut).toEqual([reason]);
    const reading = traffordSpendImporter.begin(importContext());
    reading.read({ line: 2, cells: { ...centralWatch, ...outside } });
    expect(reading.tallies?.()).toEqual({ [`${rule}-lines`]: 1, [`${rule}-pence`]: 81224 });
  });
});

test("a payment that has nothing to do with CCTV is left out, whatever its cells hold", () => {
  const lift = { OrganisationalUnit: "LIFT REPAIRS", Purpose: "Stairs", Amount: "a lot" };
  expect(read(lift)).toMatchObject({ records: [], leftOut: ["not-cctv"], problems: [] });
});

describe("amounts", () => {
  test("a credit note is negative and cancels what it answers", () => {
    const { records } = read({}, { TransactionNumber: "9100000002", Amount: "-812.24" });
    expect(records.map((line) => line.amountCents)).toEqual([81224, -81224]);
  });

  test("NA is silence, not zero", () => {
    const line = first({ Amount: "NA", IrrecoverableVATAmount: "NA" });
    expect(line?.status).toBe("not-communicated");
    expect(line).not.toHaveProperty("amountCents");
    expect(line).not.toHaveProperty("vatCents");
  });

  test("a comma parts thousands", () => {
    expect(first({ Amount: "1,812.24" })?.amountCents).toBe(181224);
  });
});

describe("the reference of a line", () => {
  const stationery = { Purpose: "STATIONERY" };
  test("tells the lines of one transaction apart, and equal lines by their rank", () => {
    const { records } = read(stationery, { ...stationery, Amount: "2.86" }, stationery, {});
    expect(records.map((line) => line.reference)).toEqual([
      "9100000001:81224:stationery",
      "9100000001:286:stationery",
      "9100000001:81224:stationery~2",
      "9100000001:81224:it-maint-software-fibre-link",
    ]);
  });

  test("does not depend on the order of the file", () => {
    const rows: Cells[] = [stationery, { Amount: "2.86" }, stationery, {}];
    const names = (cells: Cells[]) => read(...cells).records.map((line) => line.reference);
    expect(names([...rows].reverse()).sort()).toEqual(names(rows).sort());
  });
});

describe("the payee", () => {
  test.each([
    ["Example Networks (UK) Ltd t/a Exnet", "Example Networks (UK) Ltd"],
    ["Example City Council", "Example City Council"],
    ["Long Example Water Jetting Firm Lt", "Long Example Water Jetting Firm Lt"],
    ["Joint Combined Authori", "Joint Combined Authori"],
  ])("%s is an organisation", (name, payee) => {
    expect(first({ BeneficiaryName: name })?.payee).toBe(payee);
  });

  test.each([
    "Ann Example",
    "Ann Example t/a Example Services",
    "A Example T/A Example Group Ltd",
    "Ann Limitedson Colt",
    "NA",
  ])("%s may be a person, and is not kept", (name) => {
    expect(first({ BeneficiaryName: name })).not.toHaveProperty("payee");
  });
});

test("what cannot be read in a line of CCTV is refused", () => {
  const broken = { TransactionNumber: "", PaymentDate: "NA", Amount: "12.345" };
  expect(read(broken).problems.map(({ column, reason }) => [column, reason])).toEqual([
    ["TransactionNumber", "missing"],
    ["PaymentDate", "missing"],
    ["Amount", "fraction-of-a-cent"],
  ]);
});

test("rules have one name each, and words that can match", () => {
  const ids = traffordSpendRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  const words = traffordSpendRules.flatMap((rule) =>
    rule.tests.flatMap((given) => ("contains" in given ? given.contains : [])),
  );
  expect(words).toEqual(words.map((word) => word.toLowerCase()));
});

test("a line caught by its payee alone is left out, and never priced", () => {
  const { OrganisationalUnit: _unit, Purpose: _purpose, ...cells } = centralWatch;
  const payee = { ...cells, BeneficiaryName: "Example CCTV Ltd" };
  const { records, leftOut } = readRows(traffordSpendImporter, [{ cells: payee }]);
  expect([records, leftOut.length]).toEqual([[], 1]);
});
