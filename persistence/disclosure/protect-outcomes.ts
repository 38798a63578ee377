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
  type Companion,
  findStandingPublication,
  findTouchedSeries,
  listPublications,
  readCameraDistricts,
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
  const cameraDistricts = await readCameraDistricts(sql, cityId, release);
  const rankOf = ({ funnel, stage }: TouchedSeries) => judgingRank(funnel, stage);
  for (const series of touched.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const span = spanOf(series.years);
    const rows = await readOutcomeRows(sql, cityId, series, release, span);
    const companions = await readCompanionRows(sql, cityId, series, release, span);
    for (const year of series.years) {
      const { definitionId, scope } = series;
      const judged = { cityId, release, definitionId, scope, year };
      await judgeYear(sql, judged, { series, rows, companions, day, cameraDistricts });
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
  companions: readonly Companion[];
  day: string;
  cameraDistricts: ReadonlyMap<string, string>;
};

async function judgeYear(
  sql: WriteSql,
  judged: JudgedYear,
  { series, rows, companions, day, cameraDistricts }: Given,
): Promise<void> {
  const started = performance.now();
  const all = rows.get(judged.year) ?? [];
  const ripe = ripeYears(rows, day);
  const earlier = await readEarlier(sql, judged, series, cameraDistricts);
  if (all.length === 0 && earlier.length === 0) return;
  const { year } = judged;
  const asked = {
    funnel: series.funnel,
    year,
    isOver: isYearOver(year, day),
    rows: ripe,
    named: series.named,
    companions: companions
      .filter(
        ({ scope, definitionId }) => scope === series.scope && definitionId !== series.definitionId,
      )
      .map(({ rows: stage }) => stage.get(year) ?? []),
    earlier,
    stage: series.stage,
    standing: await readStanding(sql, judged, series, { companions, day, cameraDistricts }),
    cameraDistricts,
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

/** What stands published of the year that can be subtracted, what this release judged before this included. */
async function readStanding(
  sql: WriteSql,
  { cityId, year }: JudgedYear,
  series: TouchedSeries,
  { companions, day, cameraDistricts }: Omit<Given, "series" | "rows">,
): Promise<StandingStage[]> {
  const standing: StandingStage[] = [];
  for (const { rows, isLinked, ...companion } of companions) {
    if (!isLinked) continue;
    const other = { ...series, ...companion };
    const { stage } = other;
    const last = await findStandingPublication(sql, cityId, other, year);
    const key = `${stage} ${other.definitionId} ${other.scope}`;
    if (last) {
      const asked = { ...last, cameraDistricts };
      standing.push({
        key,
        stage,
        ...(await readPublication(sql, { cityId, year }, other, asked)),
      });
    } else if (rows.has(year)) {
      const family = familyOf(other, { year, rows, day, cameraDistricts });
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
  cameraDistricts: ReadonlyMap<string, string>,
): Promise<EarlierPublication[]> {
  const earlier: EarlierPublication[] = [];
  for (const publication of await listPublications(sql, cityId, series, year)) {
    const asked = { ...publication, cameraDistricts };
    earlier.push(await readPublication(sql, { cityId, year }, series, asked));
  }
  return earlier;
}

/** A release that published a year, and the districts of cameras that a reader knows now. */
type Publication = {
  release: number;
  day: string;
  cameraDistricts: ReadonlyMap<string, string>;
};

async function readPublication(
  sql: WriteSql,
  { cityId, year }: Pick<JudgedYear, "cityId" | "year">,
  series: TouchedSeries,
  { release, day, cameraDistricts }: Publication,
): Promise<EarlierPublication> {
  const rows = await readOutcomeRows(sql, cityId, series, release, spanOf([year]));
  return {
    family: familyOf(series, { year, rows, day, cameraDistricts }),
    ...(await readPublishedCells(sql, cityId, series, year, release)),
  };
}

function familyOf(
  { funnel, stage, named }: TouchedSeries,
  { year, rows, day, cameraDistricts }: FamilyAsked,
) {
  return outcomeYearFamily({
    ...{ funnel, stage, named, year, cameraDistricts },
    isOver: isYearOver(year, day),
    rows: ripeYears(rows, day),
  });
}

type FamilyAsked = {
  year: number;
  rows: ReadonlyMap<number, readonly OutcomeRow[]>;
  day: string;
  cameraDistricts: ReadonlyMap<string, string>;
};

function ripeYears(rows: ReadonlyMap<number, readonly OutcomeRow[]>, day: string) {
  return new Map([...rows].map(([year, ofYear]) => [year, ripeRows(ofYear, day)]));
}
