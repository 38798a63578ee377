import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookValue } from "#domain/cost/book-value.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { assetLine, ledgerLine } from "./ledger-fixture.ts";

const euros = (amount: number) => Math.round(amount * 100);
const costsOf = (lines: readonly LedgerLine[], choices: Partial<CostChoices> = {}) =>
  fullCosts(lines, { ...plainestChoices, ...choices }, 1);
const staff = (given: Partial<LedgerLine> = {}) =>
  ledgerLine({ family: "staff", targetKind: "control-room", ...given });

describe("the full cost of a year", () => {
  it("is write-off, staff and running cost: €36,600 over 10 years and €7,400 give €11,060 (vector: Cour des comptes 2011, components published, total computed)", () => {
    const [year] = costsOf([assetLine(), ledgerLine({ amountCents: euros(7_400) })]);
    expect(year).toMatchObject({
      year: 2024,
      period: { from: "2024-01-01", to: "2024-12-31" },
      currency: "EUR",
      vat: "excluded",
      capitalCents: euros(3_660),
      runningCents: euros(7_400),
      staffCents: 0,
      grossCents: euros(11_060),
      netCents: euros(11_060),
      estimated: false,
      completeness: { counted: 2, expected: 2, of: "ledger lines" },
      sourceIds: [1],
    });
  });

  it.each([
    [5, 14_720],
    [7, 12_628.57],
    [10, 11_060],
  ])("over %i years it is €%d (same vector)", (years, total) => {
    const lines = [assetLine(), ledgerLine({ amountCents: euros(7_400) })];
    const [year] = costsOf(lines, { usefulLife: { from: "override", years } });
    expect(year?.grossCents).toBeCloseTo(euros(total), -1);
  });

  it("as an equivalent annual cost at 3 % it is €11,690.64 over 10 years, €15,391.78 over 5 (vector eac: computed)", () => {
    const lines = [assetLine(), ledgerLine({ amountCents: euros(7_400) })];
    const method = { kind: "annuity", rate: 0.03 } as const;
    expect(costsOf(lines, { method })[0]?.grossCents).toBe(euros(11_690.64));
    const usefulLife = { from: "override", years: 5 } as const;
    expect(costsOf(lines, { method, usefulLife })[0]?.grossCents).toBe(euros(15_391.78));
  });

  it("charges 9/12 of the first year to what goes into service in April (vector linear-prorata: computed)", () => {
    const lines = [
      assetLine({ commissionedOn: "2024-04" }),
      ledgerLine(),
      ledgerLine({ periodFrom: "2034-01-01", periodTo: "2034-12-31" }),
    ];
    const years = costsOf(lines);
    expect(years[0]?.capitalCents).toBe(euros(2_745));
    expect(years.at(-1)?.capitalCents).toBe(euros(915));
    expect(years).toHaveLength(11);
    const annuity = costsOf(lines, { method: { kind: "annuity", rate: 0.03 } });
    expect(annuity[0]?.capitalCents).toBe(Math.round((euros(4_290.6365) * 9) / 12));
  });

  it("tells staff from running cost, and single cameras from what is joint", () => {
    const [year] = costsOf([
      staff({ amountCents: 900 }),
      ledgerLine({ amountCents: 60, family: "maintenance" }),
      ledgerLine({ amountCents: 7, family: "vandalism", targetKind: "camera" }),
      ledgerLine({ amountCents: 3, family: "vandalism", targetKind: "district" }),
    ]);
    expect(year).toMatchObject({
      staffCents: 900,
      runningCents: 70,
      directCents: 10,
      jointCents: 960,
    });
    expect(year?.families.map(({ family, nature }) => [family, nature])).toEqual([
      ["staff", "staff"],
      ["maintenance", "running"],
      ["vandalism", "running"],
    ]);
  });

  it("never counts a silence as zero: it is named, and the cost is a lower bound", () => {
    const [year] = costsOf([
      ledgerLine({ amountCents: 500 }),
      ledgerLine({ family: "insurance", status: "not-communicated", lines: 2 }),
      ledgerLine({ family: "energy", status: "not-broken-down" }),
      ledgerLine({ family: "training", status: "declared-zero" }),
    ]);
    expect(year?.grossCents).toBe(500);
    expect(year?.silences).toEqual([
      { family: "insurance", kind: "operating", why: "not-communicated", lines: 2 },
      { family: "energy", kind: "operating", why: "not-broken-down", lines: 1 },
    ]);
    expect(year?.completeness).toEqual({ counted: 2, expected: 5, of: "ledger lines" });
    const states = Object.fromEntries(year?.families.map((f) => [f.family, f.states]) ?? []);
    expect(states).toEqual({
      energy: { known: 1, "not-broken-down": 1 },
      insurance: { "not-communicated": 2 },
      training: { "declared-zero": 1 },
    });
  });

  it("adds up silences of the same kind, and keeps a silent investment silent for as long as it would weigh", () => {
    const silent = { status: "not-communicated", family: "audit-and-evaluation" } as const;
    const years = costsOf([
      assetLine({ ...silent, usefulLifeYears: 2, amountCents: null }),
      assetLine({ ...silent, usefulLifeYears: 1, amountCents: null }),
      ledgerLine({ periodFrom: "2026-01-01", periodTo: "2026-12-31" }),
    ]);
    expect(years.map(({ silences }) => silences.map(({ lines }) => lines))).toEqual([[2], [1], []]);
  });

  it("says when an amount is an estimate, in the line or in the budget", () => {
    expect(costsOf([ledgerLine({ status: "estimated", amountCents: 1 })])[0]).toMatchObject({
      estimated: true,
      families: [{ states: { estimated: 1 } }],
    });
    expect(costsOf([ledgerLine({ basis: "estimated" })])[0]?.estimated).toBe(true);
  });

  it("says over which lives no ledger speaks, and which investments have no date", () => {
    const undated = { commissionedOn: null, usefulLifeYears: null };
    const [year] = costsOf([
      assetLine({ ...undated, family: "studies", amountCents: 500 }),
      assetLine({ ...undated, amountCents: 700, lines: 2 }),
      assetLine({ ...undated, amountCents: 700 }),
      assetLine(),
    ]);
    expect(year?.assumedLives).toEqual([
      { family: "studies", years: 5, lines: 1 },
      { family: "camera-and-installation", years: 7, lines: 3 },
    ]);
    expect(year?.undatedInvestments).toBe(4);
    const chosen = costsOf([assetLine(undated)], { usefulLife: { from: "override", years: 5 } });
    expect(chosen[0]?.assumedLives).toEqual([]);
  });

  it("spreads a line over the accounting years of its period, by days, to the cent", () => {
    const years = costsOf([
      ledgerLine({ periodFrom: "2023-12-31", periodTo: "2024-01-02", amountCents: 100 }),
      ledgerLine({ periodFrom: "2024-06-01", amountCents: 1 }),
    ]);
    expect(years.map(({ runningCents }) => runningCents)).toEqual([33, 68]);
  });

  it("keeps a year between two years of accounts, and says that it has none of its own", () => {
    const years = costsOf([
      assetLine(),
      ledgerLine({ periodFrom: "2026-01-01", periodTo: "2026-12-31" }),
    ]);
    expect(years.map(({ year, hasRunningLines }) => [year, hasRunningLines])).toEqual([
      [2024, false],
      [2025, false],
      [2026, true],
    ]);
  });

  it("takes what is planned, or only committed, when asked, and never mixes them with what was spent", () => {
    const lines = [
      ledgerLine({ amountCents: 1 }),
      ledgerLine({ amountCents: 10, basis: "planned" }),
      ledgerLine({ amountCents: 100, basis: "committed" }),
    ];
    expect(costsOf(lines)[0]?.grossCents).toBe(1);
    expect(costsOf(lines, { basis: "planned" })[0]?.grossCents).toBe(10);
    expect(costsOf(lines, { basis: "committed" })[0]?.grossCents).toBe(100);
  });

  it("is empty without a line of the basis", () => {
    expect(costsOf([])).toEqual([]);
    expect(costsOf([ledgerLine({ basis: "planned" })])).toEqual([]);
  });

  it("refuses lines in several currencies", () => {
    expect(() => costsOf([ledgerLine(), ledgerLine({ currency: "GBP" })])).toThrow(RangeError);
  });
});

describe("value added tax", () => {
  const net = ledgerLine({ amountCents: 1_000, vatCents: 200 });
  const gross = ledgerLine({ amountCents: 600, vatCents: 100, vatIncluded: true });

  it("is taken in or out as asked, line by line", () => {
    expect(costsOf([net, gross], { vat: "excluded" })[0]).toMatchObject({
      grossCents: 1_500,
      vat: "excluded",
    });
    expect(costsOf([net, gross], { vat: "included" })[0]).toMatchObject({
      grossCents: 1_800,
      vat: "included",
    });
  });

  it("is said to be mixed where the ledger has both and is taken as it is", () => {
    expect(costsOf([net, gross])[0]).toMatchObject({ grossCents: 1_600, vat: "mixed" });
    expect(costsOf([gross])[0]?.vat).toBe("included");
    expect(costsOf([net])[0]?.vat).toBe("excluded");
  });

  it("is never assumed: a line that does not say it refuses the question", () => {
    const unsaid = ledgerLine({ amountCents: 1_000 });
    expect(() => costsOf([unsaid], { vat: "included" })).toThrow("vat-not-said");
    expect(costsOf([unsaid], { vat: "excluded" })[0]?.grossCents).toBe(1_000);
  });
});

describe("constant prices", () => {
  const index = {
    name: "Prices",
    source: "test",
    base: "2015",
    values: { 2014: 80, 2024: 100, 2025: 110 },
  };
  const prices = { kind: "constant", year: 2025, index } as const;

  it("bring an amount from the year in which it was spent, an investment before it is written off", () => {
    const lines = [
      assetLine({
        periodFrom: "2014-01-01",
        periodTo: "2014-12-31",
        commissionedOn: "2024-01",
        amountCents: 8_000,
      }),
      ledgerLine({ amountCents: 1_000 }),
    ];
    const year = costsOf(lines, { prices }).find(({ year: y }) => y === 2024);
    expect(year).toMatchObject({ capitalCents: 1_100, runningCents: 1_100 });
  });

  it("extrapolate nothing: an amount of a year without an index is a silence", () => {
    const line = ledgerLine({ periodFrom: "2023-01-01", periodTo: "2023-12-31", amountCents: 5 });
    const [year] = costsOf([line], { prices });
    expect(year?.silences).toEqual([
      { family: "energy", kind: "operating", why: "no-price-index", lines: 1 },
    ]);
    expect(year?.grossCents).toBe(0);
    const asset = assetLine({ periodFrom: "2023-01-01", commissionedOn: null });
    expect(costsOf([asset], { prices })[0]?.silences[0]?.why).toBe("no-price-index");
  });

  it("of a year on which the index is silent are refused", () => {
    expect(() =>
      costsOf([ledgerLine()], { prices: { kind: "constant", year: 2030, index } }),
    ).toThrow("index-silent");
  });
});

describe("what is left to write off", () => {
  const choices = { ...plainestChoices, method: { kind: "annuity", rate: 0.03 } } as const;

  it("is the cost less what was charged, straight line whatever the method", () => {
    expect(bookValue([assetLine()], choices, 1, 2024)).toBe(euros(36_600 - 3_660));
    expect(bookValue([assetLine()], choices, 1, 2033)).toBe(0);
  });

  it("knows neither running costs, nor later purchases, nor silent amounts", () => {
    const lines = [
      ledgerLine(),
      assetLine({ status: "not-communicated", amountCents: null }),
      assetLine({ basis: "planned" }),
    ];
    expect(bookValue(lines, choices, 1, 2024)).toBe(0);
    expect(bookValue([assetLine()], choices, 1, 2023)).toBe(0);
  });
});

describe("laws of the full cost", () => {
  const asset = fc.record({
    amountCents: fc.integer({ min: 1, max: 1e9 }),
    commissionedOn: fc.constantFrom("2015-01", "2015-06-15", "2016", "2018-12"),
    usefulLifeYears: fc.integer({ min: 1, max: 6 }),
    // Paid before it serves: what is in service before the ledger begins is charged to no year of accounts.
    periodFrom: fc.constant("2015-01-01"),
    periodTo: fc.constant("2016-12-31"),
  });
  const end = ledgerLine({ periodFrom: "2030-01-01", periodTo: "2030-12-31", amountCents: 0 });
  const startMonths = fc.constantFrom(1, 4);

  it("every cent of an investment weighs on one year, and on one only", () => {
    fc.assert(
      fc.property(fc.array(asset, { minLength: 1, maxLength: 6 }), startMonths, (assets, month) => {
        const lines = assets.map((given) => assetLine(given));
        const years = fullCosts([...lines, end], plainestChoices, month);
        const charged = years.reduce((sum, { capitalCents }) => sum + capitalCents, 0);
        expect(charged).toBe(lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0));
        for (const { year, capitalCents } of years) {
          const left = bookValue(lines, plainestChoices, month, year);
          const before = bookValue(lines, plainestChoices, month, year - 1);
          const bought = lines
            .filter(({ periodFrom }) => periodFrom.startsWith(String(year)))
            .reduce((sum, line) => sum + (line.amountCents ?? 0), 0);
          if (month === 1) expect(left).toBe(before + bought - capitalCents);
        }
      }),
    );
  });

  it("families add up to natures, natures to the gross cost, direct and joint too, net and grants too", () => {
    fc.assert(
      fc.property(fc.array(asset, { minLength: 1, maxLength: 5 }), (assets) => {
        const grant = ledgerLine({ kind: "grant", family: "grant", periodFrom: "2015-02-01" });
        const lines = [...assets.map((given) => assetLine(given)), staff(), grant, end];
        for (const year of costsOf(lines)) {
          const families = year.families.reduce((sum, { cents }) => sum + cents, 0);
          expect(families).toBe(year.grossCents);
          expect(year.capitalCents + year.staffCents + year.runningCents).toBe(year.grossCents);
          expect(year.directCents + year.jointCents).toBe(year.grossCents);
          expect(year.netCents + year.grantCents).toBe(year.grossCents);
        }
      }),
    );
  });

  it("a longer life never raises the first whole year, and an annuity is never below the straight line", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e8 }),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (amountCents, years, rate) => {
          const lines = [assetLine({ amountCents })];
          const under = (life: number, method: CostChoices["method"]) =>
            costsOf(lines, { usefulLife: { from: "override", years: life }, method })[0]
              ?.capitalCents ?? Number.NaN;
          const straight = under(years, { kind: "straight-line" });
          expect(under(years + 1, { kind: "straight-line" })).toBeLessThanOrEqual(straight);
          expect(under(years, { kind: "annuity", rate })).toBeGreaterThanOrEqual(straight - 1);
        },
      ),
    );
  });
});
