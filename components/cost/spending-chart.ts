import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import { shortPeriod, wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { type CostWords, chartMoney, sourceWords } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";

/** What was paid each year, as the accounts say it: nothing annualised, what is missing drawn as missing. */
export function spendingChart(
  page: Pick<ShownCosts, "spending" | "city">,
  words: CostWords,
): OfferedChart | undefined {
  const years = page.spending.map(({ spend }) => spend);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return undefined;
  const { locale, costs, charts } = words;
  const { currency } = last;
  const title = costs("spending.title");
  return {
    spec: {
      form: "stacked-years",
      id: "spending",
      name: title,
      description: costs("spending.description", {
        period: wordPeriod(locale, last.period),
        total: wordMoney(locale, last.operatingCents + last.capitalCents, currency),
      }),
      axis: moneyAxis(locale, currency, 1_000),
      parts: [
        { label: costs("spending.operating"), role: "data-1" },
        { label: costs("spending.capital"), role: "data-2" },
        { label: costs("nature.missing"), role: "data-5" },
      ],
      years: years.map((year) => ({
        label: shortPeriod(year.period),
        amounts: [
          chartMoney(locale, year.operatingCents, currency),
          chartMoney(locale, year.capitalCents, currency),
          year.missing.length > 0
            ? { silence: costs("nature.silence") }
            : chartMoney(locale, 0, currency),
        ],
      })),
    },
    title,
    subtitle: costs("spending.subtitle", {
      vat: last.vatIncluded ? "incl" : "excl",
      span: first === last ? "one" : "several",
      from: shortPeriod(first.period),
      to: shortPeriod(last.period),
    }),
    note: costs("spending.note"),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, charts("year"), currency),
    definition: "/methodology#yearly-spend",
  };
}
