import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import type { YearlySpend } from "#domain/indicator/yearly-spend.ts";
import type { ChartAmount } from "#formats/chart/chart-spec.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney } from "#formats/wording/word-number.ts";

export type CostWords = { locale: string; costs: Words; charts: Words };

/** What was paid each year, as the accounts say it: nothing annualised, what is missing drawn as missing. */
export function spendingChart(
  years: readonly YearlySpend[],
  city: { name: string; release: number },
  { locale, costs, charts }: CostWords,
): OfferedChart | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return undefined;
  const { currency } = last;
  const amount = (cents: number): ChartAmount => ({
    value: cents / 100,
    words: wordMoney(locale, cents, currency),
  });
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
      axis: { locale, unit: thousandsOf(locale, currency), per: 1_000 },
      parts: [
        { label: costs("spending.operating"), role: "data-1" },
        { label: costs("spending.capital"), role: "data-2" },
        { label: costs("spending.missing"), role: "data-5" },
      ],
      years: years.map((year) => ({
        label: String(year.year),
        amounts: [
          amount(year.operatingCents),
          amount(year.capitalCents),
          year.missing.length > 0 ? { silence: costs("spending.silence") } : amount(0),
        ],
      })),
    },
    title,
    subtitle: costs("spending.subtitle", {
      vat: last.vatIncluded ? "incl" : "excl",
      from: String(first.year),
      to: String(last.year),
    }),
    note: costs("spending.note"),
    source: costs("spending.source", { city: city.name, release: String(city.release) }),
    tableWords: tableWordsOf(charts, charts("year"), currency),
    definition: "/methodology#yearly-spend",
  };
}

/** "k€", "k£". */
function thousandsOf(locale: string, currency: string): string {
  const symbol = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  })
    .formatToParts(0)
    .find(({ type }) => type === "currency");
  return `k${symbol?.value ?? currency}`;
}
