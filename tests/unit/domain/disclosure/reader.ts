import type {
  LinearEquation,
  LinearProgramSolver,
} from "#domain/disclosure/linear-program-solver.ts";
import type { PublishedOutcome } from "#domain/disclosure/publish-outcome-year.ts";

/**
 * Somebody who has the published tables and nothing else: neither the family nor its equations, only that districts and
 * what lies in none of them make the city, that categories make a total, and that months make a year.
 */
export type Reader = {
  readonly cell: (area: string, category?: string | null, period?: string) => PublishedOutcome;
  /** Tightest bounds of a cell, from every figure that can be read. */
  readonly bounds: (area: string, category?: string | null, period?: string) => [number, number];
};

const areaOf = ({ place }: PublishedOutcome) => place.areaCode ?? place.areaKind;
const nameOf = (area: string, category: string | null, period: string) =>
  JSON.stringify([area, category, period]);

export function readerOf(
  outcomes: readonly PublishedOutcome[],
  solver: LinearProgramSolver,
  year = "2022",
): Reader {
  const counts = outcomes.filter(
    ({ place }) => place.result === null && !place.period.includes("Q"),
  );
  const names = counts.map((one) => nameOf(areaOf(one), one.place.category, one.place.period));
  const at = new Map(names.map((name, index) => [name, index]));
  const sum = (total: string, parts: readonly string[]): LinearEquation[] => {
    const held = parts.flatMap((part) => at.get(part) ?? []);
    const whole = at.get(total);
    if (whole === undefined || held.length === 0) return [];
    return [{ variables: [whole, ...held], coefficients: [-1, ...held.map(() => 1)], equals: 0 }];
  };
  const areas = [...new Set(counts.map(areaOf))];
  const below = areas.filter((area) => area !== "city");
  const categories = [...new Set(counts.flatMap(({ place }) => place.category ?? []))];
  const months = counts
    .filter(({ place }) => place.period !== year)
    .map(({ place }) => place.period);
  const equations = [
    ...areas.flatMap((area) =>
      sum(
        nameOf(area, null, year),
        categories.map((category) => nameOf(area, category, year)),
      ),
    ),
    ...[null, ...categories].flatMap((category) =>
      sum(
        nameOf("city", category, year),
        below.map((area) => nameOf(area, category, year)),
      ),
    ),
    ...sum(
      nameOf("city", null, year),
      months.map((month) => nameOf("city", null, month)),
    ),
  ];
  const known = counts.map(({ state, value }) => (state === "zero" ? 0 : value));
  return {
    cell: (area, category = null, period = year) => {
      const found = counts[at.get(nameOf(area, category, period)) ?? -1];
      if (!found) throw new Error(`Nothing is said of ${nameOf(area, category, period)}.`);
      return found;
    },
    bounds: (area, category = null, period = year) => {
      const variable = at.get(nameOf(area, category, period)) ?? -1;
      const program = solver.open({
        lower: known.map((value) => value ?? 0),
        upper: known.map((value) => value ?? Number.POSITIVE_INFINITY),
        equations,
      });
      const extreme = (cost: 1 | -1) => {
        program.setCost(variable, cost);
        const result = program.minimise();
        return result.kind === "optimal"
          ? Math.round((result.values[variable] ?? Number.NaN) * 1e6) / 1e6
          : Number.POSITIVE_INFINITY;
      };
      const found: [number, number] = [extreme(1), extreme(-1)];
      program.close();
      return found;
    },
  };
}

/** The table as somebody would publish it who hides the small cells and nothing else. */
export function hidingSmallCellsAlone(
  outcomes: readonly PublishedOutcome[],
  truth: (one: PublishedOutcome) => number,
  threshold = 5,
): PublishedOutcome[] {
  return outcomes.map(({ place, ...one }) => {
    const count = truth({ place, ...one });
    if (count === 0) return { place, state: "zero" };
    return count < threshold
      ? { place, state: "withheld" }
      : { place, state: "published", value: count };
  });
}
