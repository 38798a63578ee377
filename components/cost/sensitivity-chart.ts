import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { CostUnderLife } from "#domain/indicator/cost-sensitivity.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { type CostWords, readingOf, sourceWords } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";

/** One year's cost under each useful life and both methods: how much of the figure is a convention. */
export function sensitivityChart(page: ShownCosts, words: CostWords): OfferedChart | undefined {
  const { shown, view } = page;
  if (!shown || shown.sensitivity.length === 0) return undefined;
  const { locale, costs, charts } = words;
  const { cost } = shown.year;
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const rate = costs("reading.rate", { rate: view.rate });
  const straight = shown.sensitivity.map(({ straightLineCents }) => straightLineCents);
  const title = costs("sensitivity.finding", {
    year: String(cost.year),
    low: money(Math.min(...straight)),
    high: money(Math.max(...straight)),
  });
  const chosen = view.grants === "net" ? cost.netCents : cost.grossCents;
  return {
    spec: {
      form: "range-dots",
      id: "useful-life",
      name: title,
      description: costs("sensitivity.description", { year: String(cost.year) }),
      axis: moneyAxis(locale, cost.currency, 1_000),
      rows: shown.sensitivity.flatMap((row) => [
        {
          label: lifeWords(row, costs("sensitivity.straight"), words),
          value: row.straightLineCents / 100,
          words: money(row.straightLineCents),
          role: "data-1" as const,
        },
        {
          label: lifeWords(row, costs("sensitivity.annuity", { rate }), words),
          value: row.annuityCents / 100,
          words: money(row.annuityCents),
          role: "data-2" as const,
        },
      ]),
      reference: {
        value: chosen / 100,
        words: costs("sensitivity.shown", { amount: money(chosen) }),
      },
    },
    title,
    subtitle: costs("sensitivity.subtitle", {
      year: String(cost.year),
      reading: readingOf(page, words),
    }),
    note: costs("sensitivity.note"),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, costs("sensitivity.item"), cost.currency),
    definition: "/methodology#cost-sensitivity",
  };
}

/** "10 ans, linéaire". */
export function lifeWords(
  { usefulLife }: CostUnderLife,
  method: string,
  { costs }: CostWords,
): string {
  const life =
    usefulLife.from === "ledger"
      ? costs("sensitivity.ledger")
      : costs("sensitivity.years", { years: usefulLife.years });
  return `${life}, ${method}`;
}
