import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import type { ChartAmount } from "#formats/chart/chart-spec.ts";
import { wordMoney, wordShare } from "#formats/wording/word-number.ts";
import {
  type CostWords,
  chartMoney,
  isLowerBound,
  natureAmount,
  readingOf,
  sourceWords,
} from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";

const natures = ["staff", "running", "capital"] as const;
const roles = { staff: "data-1", running: "data-3", capital: "data-2" } as const;

/** What each year costs: people, running, investments written off; grants hang below when they are deducted. */
export function natureChart(page: ShownCosts, words: CostWords): OfferedChart | undefined {
  const { shown, years, view } = page;
  if (!shown) return undefined;
  const { locale, costs, charts } = words;
  const { cost } = shown.year;
  const title = findingOf(cost, words);
  const isNet = view.grants === "net";
  return {
    spec: {
      form: "stacked-years",
      id: "full-cost",
      name: title,
      description: costs("nature.description", {
        from: String(years[0]?.cost.year),
        to: String(years.at(-1)?.cost.year),
        year: String(cost.year),
        total: wordMoney(locale, cost.grossCents, cost.currency),
      }),
      axis: moneyAxis(locale, cost.currency, 1_000),
      parts: [
        ...natures.map((nature) => ({ label: costs(`nature.${nature}`), role: roles[nature] })),
        ...(isNet ? [{ label: costs("nature.grants"), role: "data-4" as const }] : []),
        { label: costs("nature.missing"), role: "data-5" as const },
      ],
      years: years.map(({ cost: year }) => ({
        label: String(year.year),
        amounts: amountsOf(year, isNet, words),
      })),
    },
    title,
    subtitle: costs("nature.subtitle", { reading: readingOf(page, words) }),
    note: costs("nature.note", { from: String(years[0]?.cost.year) }),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, charts("year"), cost.currency),
    definition: "/methodology#full-costs",
  };
}

function amountsOf(year: FullCostYear, isNet: boolean, { locale, costs }: CostWords) {
  const amounts: ChartAmount[] = natures.map((nature) => {
    const amount = natureAmount(year, nature);
    return "cents" in amount
      ? chartMoney(locale, amount.cents, year.currency)
      : { silence: costs(`nature.${amount.silence}`) };
  });
  if (isNet) amounts.push(chartMoney(locale, -year.grantCents, year.currency));
  amounts.push(
    isLowerBound(year)
      ? { silence: costs("nature.silence") }
      : chartMoney(locale, 0, year.currency),
  );
  return amounts;
}

/** Which of the three weighs most, in words. */
function findingOf(cost: FullCostYear, { locale, costs }: CostWords): string {
  const [heaviest] = [...natures].sort((a, b) => cost[`${b}Cents`] - cost[`${a}Cents`]);
  if (!heaviest || cost.grossCents <= 0) return costs("nature.title");
  return costs(`nature.finding.${heaviest}`, {
    share: wordShare(locale, cost[`${heaviest}Cents`] / cost.grossCents, 0),
    year: String(cost.year),
  });
}
