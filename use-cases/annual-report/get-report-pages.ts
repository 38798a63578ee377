import type { Actor } from "#domain/actor/actor.ts";
import {
  figuresOf,
  type ReportFigure,
  type ReportTexts,
} from "#domain/annual-report/report-content.ts";
import { canTakeStep, missingFigures, reportSteps } from "#domain/annual-report/report-life.ts";
import { type FieldConflict, mergeDrafts } from "#domain/evaluation/merge-drafts.ts";
import { authorise, can } from "#domain/permission/can.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { loadReportFacts } from "#persistence/annual-report/load-registry-year.ts";
import {
  draftOf,
  findReport,
  findTextsAside,
  findTextsSave,
  listPublicReports,
  publicVersionsOf,
  type ReportVersionRow,
  reportStandingOf,
  type SavedTexts,
} from "#persistence/annual-report/report-queries.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { requireMember } from "#persistence/evaluation/hold-evaluation.ts";

export type ReportDesk = {
  city: City;
  year: number;
  deeds: readonly string[];
  draft: ReportVersionRow | undefined;
  published: ReportVersionRow | undefined;
  lastSave: SavedTexts | undefined;
  /** Figures that the text puts in and that there are not. */
  missing: readonly string[];
  aside: { conflicts: readonly FieldConflict[]; merged: ReportTexts } | undefined;
};

/** The desk of a report, for members of the committee alone. Throws `NotAllowed`. */
export function getReportDesk(
  actor: Actor,
  citySlug: string,
  year: number,
  asideId?: number,
): Promise<ReportDesk | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "annual-report.edit", { cityId: city.id });
    const { accountId } = requireMember(actor, "annual-report.edit");
    const report = await findReport(sql, city.id, year);
    if (!report) return undefined;
    const draft = draftOf(report);
    const standing = reportStandingOf(report);
    return {
      city,
      year,
      deeds: reportSteps.filter(
        (step) =>
          canTakeStep(step, standing) &&
          can(actor, step === "publish" ? "annual-report.publish" : "annual-report.edit", {
            cityId: city.id,
          }),
      ),
      draft,
      published: publicVersionsOf(report).at(-1),
      lastSave: draft && (await findTextsSave(sql, draft.id, draft.saves)),
      missing: draft ? missingFigures(draft) : [],
      aside: draft && (await asideOf(sql, draft, accountId, asideId)),
    };
  });
}

async function asideOf(
  sql: ReadSql,
  draft: ReportVersionRow,
  accountId: string,
  id: number | undefined,
) {
  if (id === undefined) return undefined;
  const found = await findTextsAside(sql, { id, versionId: draft.id, accountId });
  const base = found && (await findTextsSave(sql, draft.id, found.seen));
  return base && mergeDrafts(base.texts, draft.texts, found.texts);
}

export type ReportPage = {
  city: City;
  year: number;
  shown: ReportVersionRow;
  /** The public version before the one shown, which it is compared with. */
  before: ReportVersionRow | undefined;
  versions: Pick<ReportVersionRow, "number" | "publishedAt" | "reason" | "contentHash">[];
  isLatest: boolean;
  /** Figures that the latest release gives otherwise, by their key; null where it gives none any more. */
  since: ReadonlyMap<string, ReportFigure | null>;
};

/** One public report, in its latest version or the one asked; undefined when nothing of it is public. */
export async function getReportPage(
  citySlug: string,
  year: number,
  now: Date,
  asked?: number,
): Promise<ReportPage | undefined> {
  const found = await readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    const report = city && (await findReport(sql, city.id, year));
    return city && report ? { city, published: publicVersionsOf(report) } : undefined;
  });
  if (!found) return undefined;
  const { city, published } = found;
  const shown =
    asked === undefined ? published.at(-1) : published.find(({ number }) => number === asked);
  if (!shown) return undefined;
  return {
    ...{ city, year, shown },
    before: published.filter(({ number }) => number < shown.number).at(-1),
    versions: published.map(({ number, publishedAt, reason, contentHash }) => ({
      ...{ number, publishedAt, reason, contentHash },
    })),
    isLatest: shown.number === published.at(-1)?.number,
    since: await figuresSince(city, shown, now),
  };
}

/** The report's figures that a later release gives otherwise. */
async function figuresSince(
  city: City,
  { facts }: ReportVersionRow,
  now: Date,
): Promise<ReadonlyMap<string, ReportFigure | null>> {
  if (facts.release >= city.latestRelease) return new Map();
  // Read as of the report's own day: what has only grown with time has not been corrected.
  const isOver = facts.asOf >= `${facts.year}-12-31`;
  const of = (instant: Date) => dayIn(city.timezone, instant);
  const today = isOver ? of(now) : facts.asOf;
  const latest = await readSql((sql) => loadReportFacts(sql, city, facts.year, { today, of }));
  const known = new Map(figuresOf(latest ?? facts).map((figure) => [figure.key, figure]));
  const changed = figuresOf(facts).flatMap((figure) => {
    const other = known.get(figure.key);
    const isSame = other !== undefined && saidBy(other) === saidBy(figure);
    return isSame ? [] : [[figure.key, other ?? null] as const];
  });
  return new Map(changed);
}

/** What a reader would see changed: not the release, nor where it is read. */
function saidBy({ kind, value, bound, interval, unit }: ReportFigure): string {
  const ends = interval && [interval.low, interval.high];
  return JSON.stringify([kind, value, bound, ends, unit]);
}

/** Public reports of every city, for the map of the site. */
export function listReportAddresses(): Promise<
  { city: string; year: number; publishedAt: Date }[]
> {
  return readSql(listPublicReports);
}
