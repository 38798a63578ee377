import type { Words } from "#components/chart/offered-chart.ts";
import { plainestKey } from "#domain/cost/allocation-key.ts";
import type { CostNature } from "#domain/cost/family-costs.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { ChartAmount } from "#formats/chart/chart-spec.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import type { ShownCosts } from "./costs-page-props.ts";

/** Words of the namespaces "costs", "charts" and "home.spend" (families), from wherever they are made. */
export type CostWords = { locale: string; costs: Words; charts: Words; spend: Words };

/** Lines of cost that have no amount make the gross cost a lower bound; a silent grant does not. */
export function isLowerBound({ silences }: Pick<FullCostYear, "silences">): boolean {
  return silences.some(({ kind }) => kind === "capital" || kind === "operating");
}

/** What a nature weighs on a year; a word where no line of it has an amount, so that it is never read as 0. */
export function natureAmount(
  year: FullCostYear,
  nature: CostNature,
): { cents: number } | { silence: "noLine" | "silence" } {
  const families = year.families.filter((family) => family.nature === nature);
  if (families.length === 0) return { silence: "noLine" };
  const isCounted = families.some(
    ({ states }) => states.known || states.estimated || states["declared-zero"],
  );
  return isCounted ? { cents: year[`${nature}Cents`] } : { silence: "silence" };
}

/** Whether the year shown may be called a full cost; where it may not, the page speaks of what was paid. */
export function isFullCost({ shown }: ShownCosts): boolean {
  return shown !== undefined && shown.year.lacking.length === 0;
}

/** What was paid in the year shown, where that is all there is to say. */
export function spentInYear(page: ShownCosts) {
  return page.view.basis === "actual"
    ? page.spending.find(({ spend }) => spend.year === page.view.year)
    : undefined;
}

/** "hors taxes, euros courants, subventions non déduites": how every figure of the page is to be read. */
export function readingOf(
  page: ShownCosts,
  { costs }: Pick<CostWords, "costs">,
  showsBothGrants = false,
): string {
  const { view, shown } = page;
  return [
    costs(`reading.vat.${shown?.year.cost.vat ?? "mixed"}`),
    costs(`reading.prices.${view.prices}`, { year: String(view.year ?? "") }),
    ...(showsBothGrants ? [] : [costs(`reading.grants.${view.grants}`)]),
    ...(view.basis === "actual" ? [] : [costs(`reading.basis.${view.basis}`)]),
    ...(view.key === plainestKey ? [] : [costs(`reading.key.${view.key}`)]),
    ...(view.life === "ledger" ? [] : [costs("reading.life", { years: view.life })]),
    ...(view.method === "annuity"
      ? [costs("reading.annuity", { rate: rateWords(view, costs) })]
      : []),
  ].join(", ");
}

function rateWords({ rate }: { rate: number }, costs: Words): string {
  return costs("reading.rate", { rate });
}

/** An amount of a chart, in whole units of the currency. */
export function chartMoney(locale: string, cents: number, currency: string): ChartAmount {
  return { value: cents / 100, words: wordMoney(locale, cents, currency) };
}

export function sourceWords(
  page: Pick<ShownCosts, "city">,
  { costs }: Pick<CostWords, "costs">,
): string {
  return costs("chartSource", { city: page.city.name, release: String(page.city.release) });
}
