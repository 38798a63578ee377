import { connect } from "#persistence/connection.ts";
import { readSql, type WriteSql, writeSql } from "#persistence/database.ts";
import { rollUpOutcomes } from "#persistence/importing/roll-up-outcomes.ts";
import { undoImport } from "#persistence/importing/undo-import.ts";
import { sumOutcomes } from "#persistence/outcome-queries.ts";
import { listNationalSeries, listOutcomeSeries } from "#persistence/outcome-series-queries.ts";
import {
  appendOutcomeRows,
  months,
  type OutcomeRows,
  publishRevision,
  writeOutcomeCities,
  writeOutcomeRows,
} from "./outcome-rows.ts";
import { type BenchmarkRow, milliseconds, quantile, timings } from "./row.ts";

const latest = { number: 1, current: true };
const wholeCity = { kind: "city" } as const;

/** The questions of a dashboard from so many outcome rows: each beside the same question without what keeps it fast. */
export async function measureOutcomes(rows: number, url: string): Promise<BenchmarkRow[]> {
  const filled = await fill(rows, url);
  return [
    await citySeries(filled),
    await cityTotals(filled),
    await nationalSeries(filled),
    await oneMonth(filled),
    await append(filled),
    await takeBack(filled),
  ];
}

/** What the product's own role may not do, to take indexes down while rows are laid down, is the owner's. */
async function fill(rows: number, url: string): Promise<OutcomeRows> {
  const owner = connect(url, { name: "bench" });
  const filled = await writeSql((sql) => writeOutcomeCities(sql, rows));
  await owner.begin((sql) => writeOutcomeRows(sql as WriteSql, filled));
  for (const { id } of filled.cities) {
    await writeSql(async (sql) => {
      await rollUpOutcomes(sql, id, 1);
      await publishRevision(sql, id, 1);
    });
  }
  // Else PostgreSQL does it by itself while the questions are asked.
  for (const table of ["outcome_statistic", "outcome_rollup", "national_outcome_rollup"])
    await owner`VACUUM (ANALYZE) ${owner(table)}`;
  await owner.end();
  return filled;
}

const said = (rows: number) => rows.toLocaleString("en");

/** Every city in turn, the largest included: the 95th percentile is one of the largest. */
function cityInTurn({ cities }: OutcomeRows): () => number {
  let turn = 0;
  return () => cities[turn++ % cities.length]?.id ?? 0;
}

async function citySeries(filled: OutcomeRows): Promise<BenchmarkRow> {
  const ours = cityInTurn(filled);
  const theirs = cityInTurn(filled);
  const runs = Math.max(200, filled.cities.length);
  const times = await timings(runs, () =>
    readSql((sql) => listOutcomeSeries(sql, ours(), latest, wholeCity)),
  );
  const scans = await timings(20, () => readSql((sql) => scanSeries(sql, theirs())));
  return compare(`series of one city by month, from ${said(filled.rows)} outcome rows, p95`, {
    limit: 10,
    reached: quantile(times, 0.95),
    rival: "the same question by scan",
    rivalReached: quantile(scans, 0.95),
  });
}

type Sql = Parameters<typeof sumOutcomes>[0];

const scanSeries = (sql: Sql, city: number) => sql`
  SELECT definition_id, scope, period_from, period_to, category IS NOT NULL, result, sum(value),
    count(*) FILTER (WHERE state = 'known'), count(*) FILTER (WHERE state = 'zero'),
    count(*) FILTER (WHERE state = 'withheld'), count(*) FILTER (WHERE state = 'not-communicated')
  FROM outcome_statistic WHERE city_id = ${city} AND until_release IS NULL AND area_kind = 'city'
  GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 3, 6`;

async function cityTotals(filled: OutcomeRows): Promise<BenchmarkRow> {
  const ours = cityInTurn(filled);
  const theirs = cityInTurn(filled);
  const runs = Math.max(200, filled.cities.length);
  const times = await timings(runs, () =>
    readSql((sql) => sumOutcomes(sql, ours(), latest, wholeCity)),
  );
  const scans = await timings(20, () =>
    readSql(
      (sql) => sql`
    SELECT definition_id, scope, extract(year FROM period_from), category IS NOT NULL, result, state, sum(value),
      count(*), count(DISTINCT period_from), min(period_from), max(period_to), array_agg(DISTINCT source_id)
    FROM outcome_statistic WHERE city_id = ${theirs()} AND until_release IS NULL AND area_kind = 'city'
    GROUP BY 1, 2, 3, 4, 5, 6`,
    ),
  );
  return compare("totals of one city by year, as its page shows them, p95", {
    limit: 10,
    reached: quantile(times, 0.95),
    rival: "the same question by scan",
    rivalReached: quantile(scans, 0.95),
  });
}

async function nationalSeries({ cities }: OutcomeRows): Promise<BenchmarkRow> {
  const question = {
    country: "FR",
    definition: "stage-1",
    cityKind: "city",
    areaKind: "city",
  } as const;
  const times = await timings(200, () => readSql((sql) => listNationalSeries(sql, question)));
  const rivals = await timings(5, () =>
    readSql(
      (sql) => sql`
    SELECT d.wording, r.scope, r.period_from, r.period_to, r.result, sum(r.value), sum(r.known), sum(r.withheld)
    FROM outcome_rollup r JOIN outcome_definition d ON d.id = r.definition_id JOIN city c ON c.id = r.city_id
    WHERE c.country = 'FR' AND d.code = 'stage-1' AND r.area_kind = 'city' AND r.until_release IS NULL
    GROUP BY 1, 2, 3, 4, 5`,
    ),
  );
  return compare(`national series by month over ${cities.length} cities, p95`, {
    limit: 10,
    reached: quantile(times, 0.95),
    rival: "from the sums of the cities",
    rivalReached: quantile(rivals, 0.5),
  });
}

async function oneMonth({ rows }: OutcomeRows): Promise<BenchmarkRow> {
  let turn = 0;
  const ask = (sql: Sql) => {
    turn += 1;
    return sql`
      SELECT category, state, count(*), sum(value) FROM outcome_statistic
      WHERE period_from = ('2015-01-01'::date + ${(turn * 37) % months}::int * interval '1 month')::date
      GROUP BY 1, 2`;
  };
  const times = await timings(20, () => readSql(ask));
  const rivals = await timings(3, () =>
    readSql(async (sql) => {
      await sql`SET LOCAL enable_bitmapscan = off`;
      // The plan of the question asked before would be taken again.
      await sql`SET LOCAL plan_cache_mode = force_custom_plan`;
      return ask(sql);
    }),
  );
  return compare(`one month, any question, ${said(rows)} rows, p95`, {
    limit: 200,
    reached: quantile(times, 0.95),
    rival: "without BRIN",
    rivalReached: quantile(rivals, 0.5),
  });
}

const appended = 1_000_000;

async function append({ cities, rows }: OutcomeRows): Promise<BenchmarkRow> {
  const city = cities[0]?.id ?? 0;
  const started = performance.now();
  let rolledUp = 0;
  await writeSql(async (sql) => {
    await appendOutcomeRows(sql, city, appended);
    const inserted = performance.now();
    await rollUpOutcomes(sql, city, 2);
    await publishRevision(sql, city, 2);
    rolledUp = (performance.now() - inserted) / 1000;
  });
  const seconds = (performance.now() - started) / 1000;
  const rebuilding = await rebuildSeconds();
  return {
    what: `${said(appended)} facts appended to ${said(rows)} with their sums, one transaction`,
    limit: "≤ 15 s",
    reached: `${seconds.toFixed(1)} s, of which sums ${rolledUp.toFixed(1)} s`,
    rival: `every sum rebuilt ${rebuilding.toFixed(1)} s`,
    ratio: rebuilding / rolledUp,
    isReached: seconds <= 15,
  };
}

/** The appended file is undone, in a draft: what the public reads is judged when the draft is published. */
async function takeBack({ cities, rows }: OutcomeRows): Promise<BenchmarkRow> {
  const city = cities[0]?.id ?? 0;
  const started = performance.now();
  const undone = await writeSql(async (sql) => {
    await sql`INSERT INTO release_draft (city_id, opened_by) VALUES (${city}, 'bench')`;
    return undoImport(sql, city, "last", "command-line");
  });
  const seconds = (performance.now() - started) / 1000;
  const ended = undone.kind === "undone" ? undone.ended : 0;
  return {
    what: `${said(ended)} of ${said(rows + ended)} facts taken back with their sums, one transaction`,
    limit: "≤ 15 s",
    reached: `${seconds.toFixed(1)} s`,
    rival: "–",
    ratio: undefined,
    isReached: undone.kind === "undone" && seconds <= 15,
  };
}

/** What keeping no sums between imports would cost: all rows summed again. */
function rebuildSeconds(): Promise<number> {
  return writeSql(async (sql: WriteSql) => {
    const started = performance.now();
    await sql`
      CREATE TEMP TABLE rebuilt ON COMMIT DROP AS
      SELECT city_id, definition_id, scope, area_kind, area_code, period_from, period_to, category IS NOT NULL, result,
        source_id, state, count(*), sum(value)
      FROM outcome_statistic WHERE until_release IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
    return (performance.now() - started) / 1000;
  });
}

function compare(
  what: string,
  given: { limit: number; reached: number; rival: string; rivalReached: number },
): BenchmarkRow {
  return {
    what,
    limit: `≤ ${given.limit} ms`,
    reached: milliseconds(given.reached),
    rival: `${given.rival} ${milliseconds(given.rivalReached)}`,
    ratio: given.rivalReached / given.reached,
    isReached: given.reached <= given.limit,
  };
}
