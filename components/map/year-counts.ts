import type { YearCount } from "./time-slider.tsx";

/** Every year from the first to the last, empty ones included: a gap in time is drawn as a gap. */
export function yearCounts(counts: ReadonlyMap<string, number> | undefined): {
  known: readonly YearCount[];
  undated: number;
} {
  const years = [...(counts ?? [])].map(([year, cameras]) => ({ year: Number(year), cameras }));
  const dated = years.filter(({ year }) => year > 0).sort((a, b) => a.year - b.year);
  const first = dated[0]?.year ?? 0;
  const last = dated.at(-1)?.year ?? -1;
  return {
    known: Array.from({ length: last - first + 1 }, (_, i) => ({
      year: first + i,
      cameras: dated.find(({ year }) => year === first + i)?.cameras ?? 0,
    })),
    undated: years.find(({ year }) => year === 0)?.cameras ?? 0,
  };
}
