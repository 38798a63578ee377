import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { type CostWords, isLowerBound, readingOf, sourceWords } from "./cost-words.ts";
import type { CostOfYear, ShownCosts } from "./costs-page-props.ts";

/** The full cost over the cameras in service, year by year: a gap where there is no figure, never a zero. */
export function unitCostChart(page: ShownCosts, words: CostWords): OfferedChart | undefined {
  const { years, shown, view } = page;
  const { key } = view;
  const known = years.filter(isComparable);
  if (!shown || known.length < 2) return undefined;
  const { locale, costs, charts } = words;
  const { currency } = shown.year.cost;
  const money = (cents: number) => wordMoney(locale, cents, currency);
  const [first, last] = [known[0], known.at(-1)];
  const centsOf = (year: typeof first) => (year?.perUnit.kind === "known" ? year.perUnit.value : 0);
  const title = costs(`unit.finding.${key}`, {
    falls: centsOf(last) < centsOf(first) ? "yes" : "no",
    first: money(centsOf(first)),
    from: String(first?.cost.year),
    last: money(centsOf(last)),
    to: String(last?.cost.year),
  });
  return {
    spec: {
      form: "year-lines",
      id: "cost-per-camera-year",
      name: title,
      description: costs(`unit.description.${key}`),
      axis: moneyAxis(locale, currency, 1),
      steps: years.map(({ cost }) => String(cost.year)),
      series: [
        {
          label: costs(`years.perUnit.${key}`),
          role: "data-1",
          points: years.map(({ cost, perUnit }) => {
            if (perUnit.kind !== "known")
              return {
                words: costs(
                  key === "hours" && perUnit.kind === "not-collected"
                    ? "unit.noHours"
                    : `unit.silence.${perUnit.kind}`,
                ),
              };
            const amount = money(perUnit.value);
            return {
              value: perUnit.value / 100,
              words: isLowerBound(cost) ? costs("unit.atLeast", { amount }) : amount,
            };
          }),
        },
      ],
    },
    title,
    subtitle: costs(`unit.subtitle.${key}`, { reading: readingOf(page, words) }),
    note: costs("unit.note"),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, charts("year"), currency),
    definition: "/methodology#full-cost-per-camera-year",
  };
}

/** A year in which staff or any other nature has no amount at all is not compared with one that has. */
function isComparable({ cost, perUnit }: CostOfYear): boolean {
  return (
    perUnit.kind === "known" &&
    cost.families.every(({ nature }) => cost[`${nature}Cents`] !== 0 || nature === "capital")
  );
}
