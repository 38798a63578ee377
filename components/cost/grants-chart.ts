import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { type CostWords, readingOf, sourceWords } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";

/** The gross cost and what is left of it once grants and receipts are deducted, year by year. */
export function grantsChart(page: ShownCosts, words: CostWords): OfferedChart | undefined {
  const { years, shown } = page;
  if (!shown || years.length < 2 || years.every(({ cost }) => cost.grants.length === 0))
    return undefined;
  const { locale, costs, charts } = words;
  const { cost } = shown.year;
  const point = (cents: number) => ({
    value: cents / 100,
    words: wordMoney(locale, cents, cost.currency),
  });
  const title = costs("grants.finding", {
    year: String(cost.year),
    amount: wordMoney(locale, cost.grantCents, cost.currency),
  });
  return {
    spec: {
      form: "year-lines",
      id: "gross-and-net",
      name: title,
      description: costs("grants.description"),
      axis: moneyAxis(locale, cost.currency, 1_000),
      steps: years.map(({ cost: year }) => String(year.year)),
      series: [
        {
          label: costs("grants.gross"),
          role: "data-1",
          points: years.map(({ cost: year }) => point(year.grossCents)),
        },
        {
          label: costs("grants.net"),
          role: "data-2",
          points: years.map(({ cost: year }) => point(year.netCents)),
        },
      ],
    },
    title,
    subtitle: costs("grants.subtitle", { reading: readingOf(page, words, true) }),
    note: costs("grants.note"),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, charts("year"), cost.currency),
    definition: "/methodology#grant-charges",
  };
}
