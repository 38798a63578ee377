import type { Actor } from "#domain/actor/actor.ts";
import { standingWord } from "#domain/evaluation/evaluation-life.ts";
import { recommendationState, saidOf } from "#domain/evaluation/recommendation-follow-up.ts";
import { authorise, can } from "#domain/permission/can.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { countModerationStates } from "#persistence/annotation/moderation-queries.ts";
import { type ListedReport, listReports } from "#persistence/annual-report/report-queries.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  type EvaluationRow,
  listCommittee,
  listEvaluations,
  listFirstReplies,
  listFollowUps,
  publishedVersions,
  type Signatory,
  standingOf,
  workingVersion,
} from "#persistence/evaluation/evaluation-queries.ts";

export type WorkspaceEvaluation = {
  slug: string;
  title: string;
  /** As `standingWord` says it. */
  standing: string;
  /** The last thing that happened to it. */
  at: Date;
  awaitsReply: boolean;
  overdue: number;
};

export type CommitteePage = {
  city: City;
  evaluations: WorkspaceEvaluation[];
  members: Signatory[];
  mayDraft: boolean;
  /** Appeals against moderation that wait for an answer; undefined for who does not decide them. */
  appeals: number | undefined;
  /** Annual reports begun or published, the latest year first. */
  reports: ListedReport[];
  /** Years that a report may be begun about and that have none, the latest first. */
  openYears: number[];
};

/** A committee that begins its reports now may still tell the years before. */
const yearsBack = 6;

/** What the committee is working on, and what waits for the city. Throws `NotAllowed`. */
export function getCommitteePage(
  actor: Actor,
  citySlug: string,
  now: Date,
): Promise<CommitteePage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "committee.read", { cityId: city.id });
    const replied = new Set(
      (await listFirstReplies(sql, city.id)).map(({ evaluationId }) => evaluationId),
    );
    const evaluations: WorkspaceEvaluation[] = [];
    for (const row of await listEvaluations(sql, city.id)) {
      evaluations.push(await summarise(sql, row, { city, replied, now }));
    }
    return {
      city,
      evaluations: evaluations.sort((a, b) => b.at.getTime() - a.at.getTime()),
      members: await listCommittee(sql, city.id, now),
      mayDraft: can(actor, "evaluation.draft", { cityId: city.id }),
      appeals: can(actor, "moderation.read", { cityId: city.id })
        ? ((await countModerationStates(sql, city.id)).contested ?? 0)
        : undefined,
      ...(await reportsOf(sql, city, now)),
    };
  });
}

async function reportsOf(sql: ReadSql, city: City, now: Date) {
  const reports = await listReports(sql, city.id);
  const thisYear = Number(dayIn(city.timezone, now).slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
  return { reports, openYears: years.filter((year) => !reports.some((one) => one.year === year)) };
}

type Given = { city: City; replied: ReadonlySet<number>; now: Date };

async function summarise(sql: ReadSql, row: EvaluationRow, { city, replied, now }: Given) {
  const latest = workingVersion(row) ?? publishedVersions(row).at(-1) ?? row.versions.at(-1);
  const published = publishedVersions(row).at(-1);
  const followUps = published ? await listFollowUps(sql, row.id) : [];
  const today = dayIn(city.timezone, now);
  const overdue = (published?.content.recommendations ?? []).filter(
    ({ key, dueOn }) => recommendationState(dueOn, saidOf(followUps, key), today) === "overdue",
  );
  return {
    slug: row.slug,
    title: latest?.content.title ?? row.slug,
    standing: standingWord(standingOf(row)),
    at:
      row.withdrawal?.at ??
      latest?.publishedAt ??
      latest?.votedAt ??
      latest?.submittedAt ??
      row.startedAt,
    awaitsReply: published !== undefined && row.withdrawal === null && !replied.has(row.id),
    overdue: overdue.length,
  };
}
