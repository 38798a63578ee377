import { allocationKeys, shareOfJointCost } from "#domain/cost/allocation-key.ts";
import { judgeGrant } from "#domain/cost/grant-rules.ts";
import type { BasisTotal } from "#domain/cost/planned-and-actual.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { headings, money } from "./workbook-sheets.ts";
import type { WorkbookWords } from "./workbook-words.ts";

type Shown = NonNullable<ShownCosts["shown"]>;

const ratio = (value: number): WorkbookCell => ({
  value: Math.round(value * 100) / 100,
  as: "number",
});

/** What one camera bears of the joint cost under each key, and what each key divides by. */
export function keySheet({ year, service }: Shown, words: WorkbookWords): WorkbookSheet {
  const { book, costs } = words;
  const { cost } = year;
  const share = (key: (typeof allocationKeys)[number], cameraYears: number): WorkbookCell => {
    const time = { cameraYears, cameras: 1, hours: 100 };
    const cents = shareOfJointCost(cost.jointCents, key, time, service);
    return cents === undefined ? costs("keys.unknown") : money(cents);
  };
  const weight = {
    "camera-months": ratio(service.cameraYears),
    equal: ratio(service.cameras),
    hours: service.hours === null ? costs("keys.unknown") : ratio(service.hours),
  };
  return {
    name: book("sheets.keys", { year: String(cost.year) }),
    widths: [44, 22, 22, 22, 22],
    stickyRows: 1,
    rows: [
      headings(book, "keys", ["key", "weight", "whole", "half", "perHundredHours"]),
      ...allocationKeys.map((key): WorkbookCell[] => [
        costs(`keys.names.${key}`),
        weight[key],
        key === "hours" ? null : share(key, 1),
        key === "hours" ? null : share(key, 0.5),
        key === "hours" ? share(key, 1) : null,
      ]),
      [],
      [costs("nature.joint"), money(cost.jointCents)],
      [costs("nature.direct"), money(cost.directCents)],
    ],
  };
}

/** The year's cost by what the cameras are declared to be for, under the key of the page. */
export function sheetOfUses({ year, byUse }: Shown, words: WorkbookWords): WorkbookSheet[] {
  const { book, costs } = words;
  if (!byUse) return [];
  return [
    {
      name: book("sheets.uses", { year: String(year.cost.year) }),
      widths: [34, 16, 18, 18, 18, 44],
      stickyRows: 1,
      rows: [
        headings(book, "uses", ["use", "cameraYears", "direct", "shared", "total", "key"]),
        ...byUse.uses.map((one): WorkbookCell[] => [
          costs(`uses.names.${one.use}`),
          ratio(one.time.cameraYears),
          money(one.directCents),
          money(one.sharedCents),
          money(one.totalCents),
          costs(`keys.names.${byUse.key}`),
        ]),
      ],
    },
  ];
}

/** Planned, committed and spent in the year shown, as the accounts have it; a basis without a line is a word. */
export function budgetSheet({ year, budget }: Shown, words: WorkbookWords): WorkbookSheet[] {
  const { book, costs, spend } = words;
  if (budget.length === 0) return [];
  const total = (found: BasisTotal | undefined): WorkbookCell => {
    if (!found) return costs("budget.noLine");
    return found.silentLines === found.lines ? costs("budget.silent") : money(found.cents);
  };
  return [
    {
      name: book("sheets.budget", { year: String(year.cost.year) }),
      widths: [30, 18, 18, 18, 18, 18],
      stickyRows: 1,
      rows: [
        headings(book, "budget", ["family", "kind", "planned", "committed", "actual", "silent"]),
        ...budget.map(({ family, kind, planned, committed, actual }): WorkbookCell[] => [
          spend(`family.${family}`),
          costs(`budget.kind.${kind}`),
          total(planned),
          total(committed),
          total(actual),
          ratio(
            [planned, committed, actual].reduce((sum, one) => sum + (one?.silentLines ?? 0), 0),
          ),
        ]),
      ],
    },
  ];
}

/** Public contracts beside what the ledger says was spent under them. */
export function contractSheet(page: ShownCosts, words: WorkbookWords): WorkbookSheet[] {
  const { book, costs } = words;
  if (page.contracts.length === 0) return [];
  const amount = (cents: number | null, silence: string): WorkbookCell =>
    cents === null ? costs(`contracts.${silence}`) : money(cents);
  return [
    {
      name: book("sheets.contracts"),
      widths: [22, 60, 14, 40, 18, 18, 10, 10, 60],
      stickyRows: 1,
      rows: [
        headings(book, "contracts", [
          "reference",
          "title",
          "notified",
          "holders",
          "amount",
          "spent",
          "lines",
          "currency",
          "url",
        ]),
        ...page.contracts.map((contract): WorkbookCell[] => [
          contract.reference,
          contract.title,
          { day: contract.notifiedOn },
          contract.holders.join(", ") || costs("contracts.unsaid"),
          amount(contract.amountCents, "unsaid"),
          amount(contract.spentCents, contract.lines === 0 ? "noLine" : "unsaid"),
          ratio(contract.lines),
          contract.currency,
          contract.url,
        ]),
      ],
    },
  ];
}

/** Grants as their decisions say them, with what their schemes allow. */
export function grantDecisionSheet(page: ShownCosts, words: WorkbookWords): WorkbookSheet[] {
  const { book, costs } = words;
  if (page.grantDecisions.length === 0) return [];
  const amount = (cents: number | null): WorkbookCell =>
    cents === null ? costs("decisions.unsaid") : money(cents);
  return [
    {
      name: book("sheets.grantDecisions"),
      widths: [34, 16, 40, 50, 12, 16, 16, 18, 12, 18, 44],
      stickyRows: 1,
      rows: [
        headings(book, "grantDecisions", [
          "funder",
          "scheme",
          "operation",
          "label",
          "since",
          "notified",
          "paid",
          "eligible",
          "cameras",
          "limit",
          "verdict",
        ]),
        ...page.grantDecisions.map((grant): WorkbookCell[] => {
          const verdict = judgeGrant(grant);
          return [
            grant.funder ?? costs("decisions.noFunder"),
            grant.scheme,
            grant.operation,
            grant.label,
            { day: grant.since },
            amount(grant.notifiedCents),
            amount(grant.paidCents),
            amount(grant.eligibleCents),
            grant.cameras === null ? null : ratio(grant.cameras),
            "limitCents" in verdict ? money(verdict.limitCents) : null,
            book(`verdicts.${verdict.state}`),
          ];
        }),
      ],
    },
  ];
}
