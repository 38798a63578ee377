import type { Words } from "#components/chart/offered-chart.ts";
import {
  type AllocationKey,
  costByUnitOfKey,
  type ServiceTime,
} from "#domain/cost/allocation-key.ts";
import type { LineState } from "#domain/cost/family-costs.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import { type CostWords, isLowerBound, natureAmount } from "./cost-words.ts";
import type { CostOfYear, ShownCosts } from "./costs-page-props.ts";

type Book = CostWords & { book: Words };

export const headings = (book: Words, group: string, names: readonly string[]): WorkbookCell[] =>
  names.map((name) => ({ text: book(`${group}.${name}`), look: "heading" }));

export const money = (cents: number): WorkbookCell => ({
  value: Math.round(cents) / 100,
  as: "money",
});
const count = (value: number): WorkbookCell => ({ value, as: "number" });

/** A cost by the unit of the key, or that the key has no weight. */
function byUnit(
  cents: number,
  key: AllocationKey,
  service: ServiceTime,
  costs: Words,
): WorkbookCell {
  const amount = costByUnitOfKey(cents, key, service);
  return amount === undefined ? costs("keys.unknown") : money(amount);
}

/** A silence is a word in its cell, never an empty cell and never 0. */
function measured(measure: Measure, { costs }: Book): WorkbookCell {
  return measure.kind === "known" ? money(measure.value) : costs(`unit.silence.${measure.kind}`);
}

/** Every year of accounts, under the assumptions of the page. */
export function yearSheet(page: ShownCosts, words: Book): WorkbookSheet {
  const { book } = words;
  const names = [
    "year",
    "staff",
    "running",
    "capital",
    "gross",
    "grants",
    "net",
    "isMinimum",
    "lines",
    "linesWithAmount",
    "cameraYears",
    "perCameraYear",
    "keyWeight",
    "perUnit",
    "inhabitants",
    "censusYear",
    "perInhabitant",
    "vat",
  ];
  return {
    name: book("sheets.years"),
    widths: [10, 16, 16, 16, 16, 16, 16, 14, 10, 12, 14, 16, 16, 16, 14, 12, 16, 18],
    stickyRows: 1,
    rows: [
      names.map((name) => ({
        text:
          name === "keyWeight"
            ? words.costs(`years.weight.${page.view.key}`)
            : name === "perUnit"
              ? words.costs(`years.perUnit.${page.view.key}`)
              : book(`years.${name}`),
        look: "heading",
      })),
      ...page.years.map(
        ({ cost, cameraYears, population, service, ...figures }): WorkbookCell[] => [
          { value: cost.year, as: "year" },
          ...(["staff", "running", "capital"] as const).map((nature) => {
            const amount = natureAmount(cost, nature);
            return "cents" in amount
              ? money(amount.cents)
              : words.costs(`nature.${amount.silence}`);
          }),
          money(cost.grossCents),
          money(cost.grantCents),
          money(cost.netCents),
          book(isLowerBound(cost) ? "yes" : "no"),
          count(cost.completeness.expected),
          count(cost.completeness.counted),
          { value: Math.round(cameraYears.value * 100) / 100, as: "number" },
          measured(figures.perCameraYear, words),
          weightOf(page.view.key, service) ?? words.costs("keys.unknown"),
          measured(figures.perUnit, words),
          population ? count(population.inhabitants) : null,
          population ? String(population.year) : null,
          measured(figures.perInhabitant, words),
          words.costs(`reading.vat.${cost.vat}`),
        ],
      ),
    ],
  };
}

/** What the key divides by in a year; undefined where nobody counts it. */
function weightOf(key: AllocationKey, { cameraYears, cameras, hours }: ServiceTime) {
  const weight = key === "hours" ? hours : key === "equal" ? cameras : cameraYears;
  return weight === null ? undefined : count(Math.round(weight * 100) / 100);
}

const states: readonly LineState[] = [
  "known",
  "estimated",
  "declared-zero",
  "not-broken-down",
  "not-communicated",
  "no-price-index",
];

/** The year shown, by nature and family, with how many lines are in each state. */
export function familySheet(
  { cost, service }: CostOfYear,
  key: AllocationKey,
  { book, costs, spend }: Book,
): WorkbookSheet {
  return {
    name: book("sheets.families", { year: String(cost.year) }),
    widths: [30, 24, 16, 16, 24, 12, 12, 14, 14, 18, 14],
    stickyRows: 1,
    rows: [
      [
        ...headings(book, "families", ["family", "nature", "weight", "direct"]),
        { text: costs(`families.perUnit.${key}`), look: "heading" },
        ...headings(book, "families", states),
      ],
      ...cost.families.map((family): WorkbookCell[] => [
        spend(`family.${family.family}`),
        costs(`families.natures.${family.nature}`),
        money(family.cents),
        money(family.directCents),
        byUnit(family.cents - family.directCents, key, service, costs),
        ...states.map((state) => count(family.states[state] ?? 0)),
      ]),
    ],
  };
}

/** What each funder takes on in the year shown. */
export function grantSheet({ cost }: CostOfYear, { book, costs }: Book): WorkbookSheet {
  return {
    name: book("sheets.grants", { year: String(cost.year) }),
    widths: [34, 50, 12, 16, 18],
    stickyRows: 1,
    rows: [
      headings(book, "grants", ["funder", "label", "receivedIn", "received", "weight"]),
      ...cost.grants.map((grant): WorkbookCell[] => [
        grant.funder ?? costs("grants.noFunder"),
        grant.label,
        String(grant.receivedIn),
        grant.receivedCents === null || grant.status === "declared-zero"
          ? costs(`grants.status.${grant.status}`)
          : money(grant.receivedCents),
        grant.cents === undefined ? costs("grants.unknown") : money(grant.cents),
      ]),
    ],
  };
}

/** The year under other useful lives, and what of it can still be decided. */
export function sensitivitySheet(
  { sensitivity: rows, marginal, year: { cost, service } }: NonNullable<ShownCosts["shown"]>,
  key: AllocationKey,
  { book, costs }: Book,
): WorkbookSheet {
  const year = String(cost.year);
  const decisions = [
    [costs("decision.avoidable"), marginal.withoutCapital],
    [costs("decision.sunk"), marginal.sunk],
    [costs("decision.whole"), marginal.withCapital],
    [costs("decision.bookValue", { year }), marginal.bookValue],
  ] as const;
  return {
    name: book("sheets.sensitivity", { year }),
    widths: [46, 20, 24, 34, 34],
    rows: [
      [
        ...headings(book, "sensitivity", ["life", "straight", "annuity"]),
        ...["straight", "annuity"].map(
          (method): WorkbookCell => ({
            text: `${book(`sensitivity.${method}`)}, ${costs(`years.perUnit.${key}`)}`,
            look: "heading",
          }),
        ),
      ],
      ...rows.map(({ usefulLife, straightLineCents, annuityCents }): WorkbookCell[] => [
        usefulLife.from === "ledger"
          ? costs("sensitivity.ledger")
          : costs("sensitivity.years", { years: usefulLife.years }),
        money(straightLineCents),
        money(annuityCents),
        byUnit(straightLineCents, key, service, costs),
        byUnit(annuityCents, key, service, costs),
      ]),
      [],
      [
        { text: costs("sections.decision"), look: "heading" },
        { text: "", look: "heading" },
      ],
      ...decisions.map(([label, cents]): WorkbookCell[] => [label, money(cents)]),
    ],
  };
}

/** What was paid, year by year: the accounts before anything is written off. */
export function spendingSheet({ spending }: ShownCosts, words: Book): WorkbookSheet {
  const { book } = words;
  const names = [
    "year",
    "operating",
    "capital",
    "grants",
    "silent",
    "cameraYears",
    "perCameraYear",
    "vat",
  ];
  return {
    name: book("sheets.spending"),
    widths: [10, 18, 18, 18, 16, 14, 18, 18],
    stickyRows: 1,
    rows: [
      headings(book, "spending", names),
      ...spending.map(({ spend, cameraYears, perCameraYear }): WorkbookCell[] => [
        { value: spend.year, as: "year" },
        money(spend.operatingCents),
        money(spend.capitalCents),
        money(spend.grantCents),
        count(spend.missing.length),
        { value: Math.round(cameraYears.value * 100) / 100, as: "number" },
        measured(perCameraYear, words),
        words.costs(`reading.vat.${spend.vatIncluded ? "included" : "excluded"}`),
      ]),
    ],
  };
}
