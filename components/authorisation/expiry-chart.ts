import { type OfferedChart, tableWordsOf, type Words } from "#components/chart/offered-chart.ts";
import { type ExpiringOrder, expiriesByHalfYear } from "#domain/compliance/expiry-calendar.ts";
import type { StackedYears } from "#formats/chart/chart-spec.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

export type ChartedOrders = {
  city: { name: string; release: number };
  today: string;
  orders: readonly ExpiringOrder[];
};

/** Words of the namespaces "authorisations" and "charts". */
export type ExpiryWords = { locale: string; t: Words; charts: Words };

/** When the orders end, half-year by half-year; nothing where no end is known. */
export function expiryChart(
  { city, today, orders }: ChartedOrders,
  { locale, t, charts }: ExpiryWords,
): OfferedChart | undefined {
  const halves = expiriesByHalfYear(orders, today);
  const [first, last] = [halves[0], halves.at(-1)];
  if (!first || !last) return undefined;
  const nameOf = ({ year, half }: { year: number; half: number }) =>
    t("expiries.half", { half, year: String(year) });
  const past = halves.reduce((sum, one) => sum + one.past, 0);
  const coming = halves.reduce((sum, one) => sum + one.coming, 0);
  const unknown = orders.filter(({ expiresOn }) => expiresOn === null).length;
  const title = t("expiries.title", { past, coming, to: nameOf(last) });
  const amount = (count: number, cameras: number) => ({
    value: count,
    words:
      count === 0
        ? wordNumber(locale, 0)
        : t("expiries.amount", { count, cameras, number: wordNumber(locale, cameras) }),
  });
  const spec: StackedYears = {
    form: "stacked-years",
    id: "expiries",
    name: title,
    description: t("expiries.description", { from: nameOf(first), to: nameOf(last) }),
    axis: { locale, unit: "" },
    parts: [
      { label: t("expiries.coming"), role: "data-1" },
      { label: t("expiries.past"), role: "data-2" },
    ],
    years: halves.map((one) => ({
      label: nameOf(one),
      amounts: [amount(one.coming, one.cameras), amount(one.past, one.cameras)],
    })),
  };
  return {
    spec,
    title,
    subtitle: t("expiries.subtitle", { from: nameOf(first), to: nameOf(last) }),
    note: [
      t("expiries.note"),
      ...(unknown > 0 ? [t("expiries.unknown", { count: unknown })] : []),
    ].join(" "),
    source: t("expiries.source", { city: city.name, release: String(city.release) }),
    tableWords: tableWordsOf(charts, t("expiries.item"), t("expiries.unit")),
    definition: "/methodology#expiries-by-half-year",
  };
}
