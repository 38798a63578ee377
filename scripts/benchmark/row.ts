/** One row of the benchmark: what was reached, beside its rival in the same run. */
export type BenchmarkRow = {
  what: string;
  limit: string;
  reached: string;
  rival: string;
  /** How many times better than the rival; undefined where there is none to divide by. */
  ratio: number | undefined;
  isReached: boolean;
};

/** Milliseconds that each of several runs takes, the first left out: it warms up. */
export async function timings(runs: number, work: () => unknown): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function printRow(row: BenchmarkRow): void {
  const ratio = row.ratio === undefined ? "–" : `${row.ratio.toFixed(row.ratio < 10 ? 1 : 0)} ×`;
  const mark = row.isReached ? "yes" : "NO";
  process.stdout.write(
    `| ${row.what} | ${row.limit} | ${row.reached} | ${row.rival} | ${ratio} | ${mark} |\n`,
  );
}

export function printHead(): void {
  process.stdout.write(
    "| what | to reach | reached | rival, same run | ratio | reached? |\n|---|---|---|---|---|---|\n",
  );
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
