import { describe, expect, it } from "vitest";
import { plannedAndActual } from "#domain/cost/planned-and-actual.ts";
import { ledgerLine } from "./ledger-fixture.ts";

describe("planned, committed and actual", () => {
  it("stand side by side, and a basis without a line has no figure", () => {
    const rows = plannedAndActual(
      [
        ledgerLine({ basis: "planned", amountCents: 100 }),
        ledgerLine({ amountCents: 120 }),
        ledgerLine({ basis: "estimated", amountCents: 5 }),
        ledgerLine({ family: "staff", basis: "committed", amountCents: 7 }),
        ledgerLine({ periodFrom: "2023-01-01", amountCents: 9 }),
      ],
      2024,
      1,
    );
    expect(rows).toMatchObject([
      {
        family: "energy",
        planned: { cents: 100, lines: 1, silentLines: 0 },
        committed: undefined,
        actual: { cents: 125, lines: 2, silentLines: 0 },
      },
      { family: "staff", planned: undefined, committed: { cents: 7 }, actual: undefined },
    ]);
  });

  it("count the lines that are silent, and not those declared to be nothing", () => {
    const [row] = plannedAndActual(
      [
        ledgerLine({ status: "not-communicated", lines: 2 }),
        ledgerLine({ status: "declared-zero" }),
      ],
      2024,
      1,
    );
    expect(row?.actual).toEqual({ cents: 0, lines: 3, silentLines: 2 });
  });

  it("are never added across currencies", () => {
    expect(() =>
      plannedAndActual([ledgerLine(), ledgerLine({ currency: "GBP" })], 2024, 1),
    ).toThrow(RangeError);
  });
});
