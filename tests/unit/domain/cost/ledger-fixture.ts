import type { LedgerLine } from "#domain/cost/ledger-line.ts";

/** A line of 2024 paid in full, unless said otherwise. */
export function ledgerLine(given: Partial<LedgerLine> = {}): LedgerLine {
  return {
    kind: "operating",
    family: "energy",
    status: "known",
    basis: "actual",
    targetKind: "system",
    periodFrom: "2024-01-01",
    periodTo: "2024-12-31",
    commissionedOn: null,
    usefulLifeYears: null,
    amountCents: given.status === undefined ? 100_000 : null,
    vatCents: null,
    vatIncluded: false,
    currency: "EUR",
    funder: null,
    lines: 1,
    sourceIds: [1],
    ...given,
  };
}

/** A camera and its installation bought and in service in January 2024, written off over ten years. */
export function assetLine(given: Partial<LedgerLine> = {}): LedgerLine {
  return ledgerLine({
    kind: "capital",
    family: "camera-and-installation",
    commissionedOn: "2024-01",
    usefulLifeYears: 10,
    amountCents: 3_660_000,
    ...given,
  });
}
