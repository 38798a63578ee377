import { auditFamily } from "#domain/disclosure/audit-family.ts";
import { primaryCells } from "#domain/disclosure/linked-family.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import {
  outcomeYearFamily,
  publishOutcomeYear,
  thresholdOf,
} from "#domain/disclosure/publish-outcome-year.ts";
import { seededRandom } from "#domain/fictional-city/seeded-random.ts";
import { loadHighsSolver } from "#persistence/disclosure/highs-solver.ts";
import { measureLinkedStages, type TwoStages } from "./linked-stages.ts";
import type { BenchmarkRow } from "./row.ts";

const districts = 20;
const categories = 18;
const years = 10;
const askedYears = Array.from({ length: years }, (_, i) => 2016 + i);
const size = `${districts} districts × ${categories} categories × ${years} years`;
const limitSeconds = 20;

/** Requests by district and category, a third of them small, as a city of 20 districts has them. */
function countsOf(year: number): number[][] {
  const random = seededRandom(year, "disclosure");
  return Array.from({ length: districts }, () =>
    Array.from({ length: categories }, (_, c) => Math.floor(random.uniform() ** 2 * (60 - 3 * c))),
  );
}

/** With their margins by category. */
function rowsOf(year: number, counts: readonly (readonly number[])[]): OutcomeRow[] {
  const row = (areaCode: string | null, category: string, count: number): OutcomeRow => ({
    areaKind: areaCode === null ? "city" : "district",
    areaCode,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    category,
    result: null,
    state: count === 0 ? "zero" : "known",
    value: count === 0 ? null : count,
  });
  const sum = (c: number) => counts.reduce((total, ofDistrict) => total + (ofDistrict[c] ?? 0), 0);
  return [
    ...counts.flatMap((ofDistrict, d) =>
      ofDistrict.map((count, c) => row(`D${d}`, `c${c}`, count)),
    ),
    ...Array.from({ length: categories }, (_, c) => row(null, `c${c}`, sum(c))),
  ];
}

/** Each year twice: what was asked for, and the half of it that came to something. */
function twoStages(): TwoStages[] {
  return askedYears.map((year) => {
    const random = seededRandom(year, "later stage");
    const counts = countsOf(year);
    const later = counts.map((ofDistrict) => ofDistrict.map((n) => random.binomial(n, 0.5)));
    return { year, requested: rowsOf(year, counts), contributed: rowsOf(year, later) };
  });
}

/** Algorithm S and its independent audit over ten years of a city; beside it, what hiding the small cells alone gives away; then two stages. */
export async function measureDisclosure(): Promise<BenchmarkRow[]> {
  const solver = await loadHighsSolver();
  const threshold = thresholdOf("footage-review");
  const asked = askedYears.map((year) => {
    const rows = new Map([[year, rowsOf(year, countsOf(year))]]);
    return { funnel: "footage-review" as const, year, isOver: true, rows };
  });
  const started = performance.now();
  const processor = process.cpuUsage();
  const published = asked.map((year) => publishOutcomeYear({ ...year, earlier: [] }, solver));
  const protectedIn = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  let [primaries, disclosed, safe] = [0, 0, 0];
  for (const [index, year] of asked.entries()) {
    const family = outcomeYearFamily(year);
    const small = primaryCells(family, threshold);
    const naive = auditFamily(family, small, threshold, solver);
    primaries += small.size;
    disclosed += naive.primaries.filter((cell) => !cell.isProtected).length;
    const result = published[index];
    if (result?.kind !== "published") continue;
    const audit = auditFamily(result.log.attacked, result.log.hidden, threshold, solver);
    if (audit.verdict === "protected") safe += 1;
  }
  const oneStage = {
    what: `disclosure control and audit, ${size} with margins`,
    limit: `≤ ${limitSeconds} s, every year protected`,
    reached: `${protectedIn.toFixed(1)} s, of the processor ${((user + system) / 1e6).toFixed(1)} s, ${safe} of ${years} years protected`,
    rival: `small cells alone hidden: ${disclosed} of ${primaries} given away`,
    ratio: undefined,
    isReached: protectedIn <= limitSeconds && safe === years,
  };
  return [oneStage, measureLinkedStages(twoStages(), size, solver)];
}
