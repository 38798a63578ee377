import type { CostLine } from "#domain/cost/cost-line.ts";

type Budget = Pick<CostLine, "label" | "family"> & {
  kind?: CostLine["kind"];
  targetKind?: CostLine["targetKind"];
  /** Cents voted for 2023, 2024 and 2025; a number less is a year that the budget does not break down. */
  planned: readonly (number | undefined)[];
  /** Cents committed for 2025 when the accounts of 2024 were closed. */
  committed?: number;
};

const firstYear = 2023;
const committedYear = 2025;

/** What the council voted, and what was already ordered for the year to come. Cents, excluding VAT. */
const budgets: readonly Budget[] = [
  {
    label: "Budget : agents du centre de supervision urbain",
    family: "staff",
    targetKind: "control-room",
    planned: [66_000_000, 71_500_000, 78_000_000],
  },
  {
    label: "Budget : maintenance des caméras et du réseau",
    family: "maintenance",
    planned: [16_500_000, 18_500_000, 21_000_000],
    committed: 19_800_000,
  },
  {
    label: "Budget : électricité des caméras",
    family: "energy",
    planned: [2_100_000, undefined, 3_200_000],
  },
  {
    label: "Budget : assurance du matériel",
    family: "insurance",
    planned: [1_250_000, 1_350_000, 1_500_000],
    committed: 1_420_000,
  },
  {
    label: "Budget : caméras et pose",
    family: "camera-and-installation",
    kind: "capital",
    planned: [20_000_000, 26_000_000, 31_000_000],
    committed: 12_400_000,
  },
  {
    label: "Budget : génie civil, massifs et mâts",
    family: "civil-works",
    kind: "capital",
    planned: [18_000_000, 22_000_000, 25_000_000],
  },
];

/** Budget lines of three years, and the commitments of the last, which has no accounts yet. */
export function budgetLinesOf(): CostLine[] {
  return budgets.flatMap((budget, index) => {
    const number = String(index + 1).padStart(2, "0");
    const planned = budget.planned.map((cents, offset) =>
      lineOf(budget, firstYear + offset, `B${number}`, "planned", cents),
    );
    const committed = budget.committed;
    if (committed === undefined) return planned;
    return [...planned, lineOf(budget, committedYear, `E${number}`, "committed", committed)];
  });
}

function lineOf(
  { label, family, kind = "operating", targetKind = "system" }: Budget,
  year: number,
  number: string,
  basis: "planned" | "committed",
  cents: number | undefined,
): CostLine {
  return {
    reference: `VT-${year}-${number}`,
    label: basis === "planned" ? label : label.replace("Budget", "Engagé"),
    kind,
    family,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    status: cents === undefined ? "not-broken-down" : "known",
    basis,
    ...(cents === undefined ? {} : { amountCents: cents, vatCents: vatOf(family, cents) }),
    vatIncluded: false,
    currency: "EUR",
    targetKind,
    targetReferences: [],
    ...(kind === "capital" ? { commissionedOn: `${year}-07`, usefulLifeYears: 8 } : {}),
  };
}

/** People, insurance and grants bear no VAT; everything else bears 20 %. */
export function vatOf(family: CostLine["family"], cents: number): number {
  return ["staff", "insurance", "grant"].includes(family) ? 0 : Math.round(cents * 0.2);
}
