import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import { costByUnitOfKey } from "#domain/cost/allocation-key.ts";
import { moneyAxis } from "#formats/chart/axes.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { type CostWords, readingOf, sourceWords } from "./cost-words.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { lifeWords } from "./sensitivity-chart.ts";

/** The same useful lives told by camera, as the key chosen divides: both conventions in one figure. */
export function lifeAndKeyChart(page: ShownCosts, words: CostWords): OfferedChart | undefined {
  const { shown, view } = page;
  if (!shown) return undefined;
  const { locale, costs, charts } = words;
  const { cost, service } = shown.year;
  const { key } = view;
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const rate = costs("reading.rate", { rate: view.rate });
  const year = String(cost.year);
  const rows = shown.sensitivity.flatMap((row) =>
    (
      [
        ["data-1", row.straightLineCents, costs("sensitivity.straight")],
        ["data-2", row.annuityCents, costs("sensitivity.annuity", { rate })],
      ] as const
    ).flatMap(([role, cents, method]) => {
      const value = costByUnitOfKey(cents, key, service);
      if (value === undefined) return [];
      return [
        { label: lifeWords(row, method, words), value: value / 100, words: money(value), role },
      ];
    }),
  );
  const straight = rows.filter(({ role }) => role === "data-1").map(({ value }) => value * 100);
  const chosen = costByUnitOfKey(
    view.grants === "net" ? cost.netCents : cost.grossCents,
    key,
    service,
  );
  if (rows.length === 0 || chosen === undefined) return undefined;
  const title = costs(`lifeAndKey.finding.${key}`, {
    year,
    low: money(Math.min(...straight)),
    high: money(Math.max(...straight)),
  });
  return {
    spec: {
      form: "range-dots",
      id: "cost-per-camera-by-life",
      name: title,
      description: costs("lifeAndKey.description", { year }),
      axis: moneyAxis(locale, cost.currency, 1),
      rows,
      reference: {
        value: chosen / 100,
        words: costs("sensitivity.shown", { amount: money(chosen) }),
      },
    },
    title,
    subtitle: costs(`lifeAndKey.subtitle.${key}`, { year, reading: readingOf(page, words) }),
    note: costs("lifeAndKey.note"),
    source: sourceWords(page, words),
    tableWords: tableWordsOf(charts, costs("sensitivity.item"), cost.currency),
    definition: "/methodology#cost-sensitivity",
  };
}
