import type { EarlierPublication } from "#domain/disclosure/link-earlier-publications.ts";
import type { StandingStage } from "#domain/disclosure/link-stages.ts";
import type { OutcomeRow } from "#domain/disclosure/outcome-counts.ts";
import {
  isYearOver,
  outcomeYearFamily,
  publishOutcomeYear,
  ripeRows,
} from "#domain/disclosure/publish-outcome-year.ts";
import { judgingRank } from "#domain/disclosure/stage-links.ts";
import type { WriteSql } from "../database.ts";
import { loadHighsSolver } from "./highs-solver.ts";
import {
  type CompanionStage,
  findStandingPublication,
  findTouchedSeries,
  listPublications,
  readCompanionRows,
  readOutcomeRows,
  readPublishedCells,
  type TouchedSeries,
} from "./outcome-series.ts";
import {
  type JudgedYear,
  writeDisclosureAudit,
  writeProtectedOutcomes,
} from "./write-protected-outcomes.ts";

/**
 * Writes what the public reads of outcomes from a release on, in the transaction that publishes it: the release and its
 * protected counts appear together or not at all. The writer of a city is alone until it commits, so that no other
 * release can come between what is audited and what is published; readers wait for nothing.
 */
export async function protectOutcomes(
  sql: WriteSql,
  cityId: number,
  release: number,
): Promise<void> {
  const touched = await findTouchedSeries(sql, cityId, release);
  if (touched.length === 0) return;
  const [clock] = await sql<{ day: string }[]>`
    SELECT to_char(now() AT TIME ZONE timezone, 'YYYY-MM-DD') AS day FROM city WHERE id = ${cityId}`;
  const day = clock?.day ?? "";
  const rankOf = ({ funnel, stage }: TouchedSeries) => judgingRank(funnel, stage);
  for (const series of touched.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const span = spanOf(series.years);
    const rows = await readOutcomeRows(sql, cityId, series, release, span);
    const companions = await readCompanionRows(sql, cityId, series, release, span);
    for (const year of series.years) {
      const { definitionId, scope } = series;
      const judged = { cityId, release, definitionId, scope, year };
      await judgeYear(sql, judged, { series, rows, companions, day });
    }
  }
}

/** Recorded crime is judged over three years: two before and two after can bear on one. */
function spanOf(years: readonly number[]) {
  return { from: Math.min(...years) - 2, to: Math.max(...years) + 2 };
}

type Given = {
  series: TouchedSeries;
  rows: Map<number, OutcomeRow[]>;
  companions: readonly CompanionStage[];
  day: string;
};

async function judgeYear(
  sql: WriteSql,
  judged: JudgedYear,
  { series, rows, companions, day }: Given,
): Promise<void> {
  const started = performance.now();
  const all = rows.get(judged.year) ?? [];
  const ripe = ripeYears(rows, day);
  const earlier = await readEarlier(sql, judged, series);
  if (all.length === 0 && earlier.length === 0) return;
  const { year } = judged;
  const asked = {
    funnel: series.funnel,
    year,
    isOver: isYearOver(year, day),
    rows: ripe,
    companions: companions.map(({ rows: stage }) => stage.get(year) ?? []),
    earlier,
    stage: series.stage,
    standing: await readStanding(sql, judged, series, { companions, day }),
  };
  const publication =
    all.length === 0
      ? ({ kind: "ended" } as const)
      : publishOutcomeYear(asked, await loadHighsSolver());
  if (publication.kind === "published" || publication.kind === "ended") {
    const outcomes = publication.kind === "published" ? publication.outcomes : [];
    await writeProtectedOutcomes(sql, judged, outcomes);
  }
  await writeDisclosureAudit(sql, judged, {
    publication,
    pending: (ripe.get(judged.year) ?? []).length < all.length,
    earlier: earlier.length,
    seconds: (performance.now() - started) / 1000,
    day,
  });
}

/** What stands published of the other stages of the year, those that this release judged before this one included. */
async function readStanding(
  sql: WriteSql,
  { cityId, year }: JudgedYear,
  series: TouchedSeries,
  { companions, day }: Pick<Given, "companions" | "day">,
): Promise<StandingStage[]> {
  const standing: StandingStage[] = [];
  for (const { definitionId, stage, rows } of companions) {
    const other = { ...series, definitionId, stage };
    const last = await findStandingPublication(sql, cityId, other, year);
    const key = `${stage} ${definitionId}`;
    if (last) {
      standing.push({ key, stage, ...(await readPublication(sql, { cityId, year }, other, last)) });
    } else if (rows.has(year)) {
      const family = familyOf(other, year, rows, day);
      standing.push({ key, stage, family, published: new Map() });
    }
  }
  return standing;
}

/** Every earlier publication of the year, with the counts that it was made from. */
async function readEarlier(
  sql: WriteSql,
  { cityId, year }: JudgedYear,
  series: TouchedSeries,
): Promise<EarlierPublication[]> {
  const earlier: EarlierPublication[] = [];
  for (const publication of await listPublications(sql, cityId, series, year)) {
    earlier.push(await readPublication(sql, { cityId, year }, series, publication));
  }
  return earlier;
}

async function readPublication(
  sql: WriteSql,
  { cityId, year }: Pick<JudgedYear, "cityId" | "year">,
  series: TouchedSeries,
  { release, day }: { release: number; day: string },
): Promise<EarlierPublication> {
  const rows = await readOutcomeRows(sql, cityId, series, release, spanOf([year]));
  return {
    family: familyOf(series, year, rows, day),
    published: await readPublishedCells(sql, cityId, series, year, release),
  };
}

function familyOf(
  { funnel }: Pick<TouchedSeries, "funnel">,
  year: number,
  rows: ReadonlyMap<number, readonly OutcomeRow[]>,
  day: string,
) {
  return outcomeYearFamily({
    funnel,
    year,
    isOver: isYearOver(year, day),
    rows: ripeYears(rows, day),
  });
}

function ripeYears(rows: ReadonlyMap<number, readonly OutcomeRow[]>, day: string) {
  return new Map([...rows].map(([year, ofYear]) => [year, ripeRows(ofYear, day)]));
}
