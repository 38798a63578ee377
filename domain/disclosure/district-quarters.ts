import type { PublishedCell } from "./cell-state.ts";
import type { EarlierPublication } from "./link-earlier-publications.ts";
import { cityArea, type OutcomeCounts } from "./outcome-counts.ts";
import { cellId, type OutcomePlace } from "./outcome-family.ts";
import { isSmallCell } from "./small-cell-rule.ts";

type Quarter = { readonly place: OutcomePlace; readonly count: number };

/**
 * Quarters of districts, all categories together: all of them, or none.
 *
 * Unit: events. Published when each is 0 or at least k, what lies in no district included; when the year of every district
 * and the months of the city are public, which they add up to; and when none moves by 1 to k − 1 from what an earlier
 * release said. Otherwise each is withheld. No quarter at all where the year is not whole or some quarter is not known.
 */
export function publishQuarters(
  counts: OutcomeCounts,
  { year, threshold }: { year: number; threshold: number },
  annual: ReadonlyMap<string, PublishedCell>,
  earlier: readonly EarlierPublication[],
): { place: OutcomePlace; state: "published" | "zero" | "withheld"; value?: number }[] {
  const quarters = quartersOf(counts, year);
  const isOpen = (id: string) => ["published", "zero"].includes(annual.get(id)?.state ?? "");
  const yearOf = (place: OutcomePlace) => cellId({ ...place, period: String(year) });
  const isReadable = ({ place, count }: Quarter) =>
    !isSmallCell(count, threshold) &&
    (isOpen(yearOf(place)) || (place.areaKind === "elsewhere" && !annual.has(yearOf(place)))) &&
    !earlier.some(({ published }) => movesALittle(published.get(cellId(place)), count, threshold));
  const months = counts.months.map((period) =>
    cellId({ areaKind: "city", areaCode: null, period, category: null, result: null }),
  );
  const isTied = months.every((id) => !annual.has(id) || isOpen(id));
  const isPublished = isTied && quarters.every(isReadable);
  return quarters.map(({ place, count }) => {
    if (!isPublished) return { place, state: "withheld" };
    return count === 0 ? { place, state: "zero" } : { place, state: "published", value: count };
  });
}

function movesALittle(before: PublishedCell | undefined, count: number, threshold: number) {
  if (before?.state !== "published" && before?.state !== "zero") return false;
  const old = before.state === "published" ? before.count : 0;
  return isSmallCell(Math.abs(count - old), threshold);
}

function quartersOf(counts: OutcomeCounts, year: number): Quarter[] {
  const districts = counts.areas.filter((area) => area.startsWith("district "));
  if (counts.months.length < 12 || districts.length === 0) return [];
  const quarters = [1, 2, 3, 4].map((quarter) =>
    quarterOf(counts, districts, `${year}-Q${quarter}`),
  );
  return quarters.every((cells) => cells !== undefined) ? quarters.flat() : [];
}

/** Undefined when some district is silent on the quarter, or when the districts hold more than the city. */
function quarterOf(
  counts: OutcomeCounts,
  districts: readonly string[],
  period: string,
): Quarter[] | undefined {
  const place = { table: "district-quarter", period, ...all } as const;
  const cells: Quarter[] = [];
  for (const area of districts) {
    const found = counts.count({ area, ...all, period });
    const isEmpty = found.kind === "absent" && hasQuarters(counts, area);
    if (found.kind !== "known" && !isEmpty) return undefined;
    const areaCode = area.slice("district ".length);
    const count = found.kind === "known" ? found.count : 0;
    cells.push({ place: { ...place, areaKind: "district", areaCode }, count });
  }
  const city = counts.count({ area: cityArea, ...all, period });
  const rest =
    city.kind === "known" ? cells.reduce((left, cell) => left - cell.count, city.count) : 0;
  if (rest < 0) return undefined;
  if (rest === 0) return cells;
  return [...cells, { place: { ...place, areaKind: "elsewhere", areaCode: null }, count: rest }];
}

const all = { category: null, result: null };

/** True when an area is counted by quarter or month at all: a quarter without a row then holds nothing. */
function hasQuarters(counts: OutcomeCounts, area: string): boolean {
  const year = counts.months[0]?.slice(0, 4);
  return [1, 2, 3, 4].some(
    (quarter) => counts.count({ area, ...all, period: `${year}-Q${quarter}` }).kind === "known",
  );
}
