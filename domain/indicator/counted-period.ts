import { monthsOfSpan } from "#domain/disclosure/outcome-counts.ts";
import { type Period, yearPeriod } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";

/** From the first to the last month of a year that is counted, and how many of them are: 12 for a whole year. */
export type CountedPeriod = Period & { readonly months: number };

/** A period of rows that may stand in a published count, and how they tell their events apart. */
export type CountedSpan = Period & { readonly byCategory: boolean; readonly byResult: boolean };

const grains = [12, 3, 1] as const;
const descriptions = [
  { byCategory: false, byResult: false },
  { byCategory: false, byResult: true },
  { byCategory: true, byResult: false },
  { byCategory: true, byResult: true },
];

/**
 * The part of a year that a published count holds, from the rows that it was made of. Unit: calendar months.
 * The same description of the events is taken as disclosure control takes: rows without category before rows with one, without
 * result before with one, years before quarters before months. Undefined where no row gives whole months.
 */
export function countedPeriod(spans: readonly CountedSpan[]): CountedPeriod | undefined {
  const dated = spans.flatMap((span) => {
    const months = monthsOfSpan(span.from, span.to);
    return months ? [{ span, months }] : [];
  });
  for (const { byCategory, byResult } of descriptions) {
    for (const grain of grains) {
      const own = dated.filter(
        ({ span, months }) =>
          span.byCategory === byCategory && span.byResult === byResult && months.length === grain,
      );
      if (own.length > 0) return periodOf(own.map(({ span }) => span));
    }
  }
  return undefined;
}

function periodOf(spans: readonly CountedSpan[]): CountedPeriod {
  const counted = new Set(spans.flatMap(({ from, to }) => monthsOfSpan(from, to) ?? []));
  const starts = spans.map(({ from }) => from).sort();
  const ends = spans.map(({ to }) => to).sort();
  return { from: present(starts[0]), to: present(ends.at(-1)), months: counted.size };
}

/** A year counted from its first to its last month. */
export function wholeYear(year: number): CountedPeriod {
  return { ...yearPeriod(year), months: 12 };
}

/** True where some month of the year is not in the count: it is never set beside whole years without saying so. */
export function isPartOfYear({ months }: Pick<CountedPeriod, "months">): boolean {
  return months < 12;
}

/** True where a month between the first and the last is not counted: the count is then a least one of its period. */
export function hasGap({ from, to, months }: CountedPeriod): boolean {
  return Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1 > months;
}
